"""LibreOffice as a Converter: .doc, .rtf, .odt in, .docx out; own profile, no network, no macros, one at a time."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from extractors.errors import Broken, NeedsLibreOffice
from extractors.sandbox.limits import Limits
from extractors.sandbox.tool import run_tool

# Each format by its own import filter: left to guess, Writer makes "text" of anything (275 KB of random bytes).
_FILTERS = {
    ".doc": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".xml": "MS Word 2003 XML",
    ".docx": "MS Word 2007 XML",
}
_WORDS = {".doc": ".doc", ".rtf": ".rtf", ".odt": ".odt", ".xml": "Word XML 2003", ".docx": ".docx"}
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "0"),
    # A proxy at a closed port: whatever still wants out ends here.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_NOWHERE = "http://127.0.0.1:9"
_SET_UP = 81  # the program's word that it has laid out a new profile and wants to be started again
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


@cache
def office_path() -> str | None:
    """Return LibreOffice's program, None where it is missing; the binary itself, so that killing it ends it."""
    launcher = shutil.which("soffice") or shutil.which("libreoffice")
    if launcher is None:
        return None
    binary = Path(launcher).resolve().with_name("soffice.bin")
    return str(binary) if binary.exists() else launcher


@cache
def _alone() -> tuple[str, ...]:
    """Return the prefix that takes all network away from a program, empty where the system does not allow it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    try:
        done = subprocess.run([unshare, "-rn", "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return (unshare, "-rn") if done.returncode == 0 else ()


class LibreOffice:
    """Converts one document at a time on this machine: conversions compete for every core and much memory."""

    def __init__(self, limits: Limits, grant: Callable[[float], None] | None = None) -> None:
        self._limits = limits
        self._grant = grant

    def __call__(self, data: bytes, suffix: str) -> bytes:
        """Return docx bytes of `data`; raises NeedsLibreOffice, TimedOut, Broken (LibreOffice wrote nothing)."""
        program = office_path()
        if program is None:
            raise NeedsLibreOffice(actual=_WORDS.get(suffix, suffix))
        with tempfile.TemporaryDirectory(prefix="tonghop-office-") as name, _turn(self._waiting):
            return self._convert(program, data, suffix, Path(name))

    def _waiting(self) -> None:
        if self._grant:
            self._grant(self._limits.office_seconds * 4)

    def _convert(self, program: str, data: bytes, suffix: str, folder: Path) -> bytes:
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        items = "\n".join(_ITEM.format(path=path, name=key, value=value) for path, key, value in _SETTINGS)
        (profile / "user" / "registrymodifications.xcu").write_text(f"{_HEAD}{items}\n</oor:items>\n", encoding="utf-8")
        source, out = folder / f"source{suffix}", folder / "out"
        source.write_bytes(data)
        out.mkdir()
        command = [
            *_alone(),
            program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            f"-env:UserInstallation={profile.as_uri()}",
            f"--infilter={_FILTERS[suffix]}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(out),
            str(source),
        ]
        for _ in range(2):
            done = run_tool(
                command,
                folder=folder,
                seconds=self._limits.office_seconds,
                memory=self._limits.office_memory,
                env={"SAL_USE_VCLPLUGIN": "svp", "http_proxy": _NOWHERE, "https_proxy": _NOWHERE},
                grant=self._grant,
            )
            if done.returncode != _SET_UP:
                break
        # Its return code is 0 for most failures: only the file counts (research, 1.6).
        made = out / "source.docx"
        if not made.exists() or not zipfile.is_zipfile(made):
            raise Broken(detail="LibreOffice không mở được")
        return made.read_bytes()


@contextlib.contextmanager
def _turn(waiting: Callable[[], None]) -> Iterator[None]:
    """Wait for the machine's one turn of LibreOffice; a process that dies gives it back."""
    path = Path(tempfile.gettempdir()) / f"tonghop-office-{os.getuid()}.lock"
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
