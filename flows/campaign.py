"""A campaign's folder: what the office typed in, the plan, and every file that units put there."""

from __future__ import annotations

import json
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checks.units import Register, Unit
from extractors.errors import TonghopError

CONFIRMED = "yeu-cau.xlsx"  # the list of requirements that a person corrected and laid beside the plan


_OWN = {"campaign.yaml", "received.json", "don-vi.xlsx", CONFIRMED}  # laid there by the office itself


class BadCampaign(TonghopError):
    """The folder is not a campaign."""

    code, why_not = "DOT_SAI", "bad_campaign"
    reason: ClassVar[str] = "Thư mục “{folder}” chưa phải là một đợt: {detail}"
    remedy: ClassVar[str] = (
        "Đề nghị kiểm tra tệp campaign.yaml và tệp kế hoạch (plan.docx hoặc plan.pdf) trong thư mục."
    )


class NoDay(TonghopError):
    """Nothing says on which day findings are judged."""

    code, why_not = "CHUA_CO_NGAY", "no_day"
    reason: ClassVar[str] = "Chưa biết tình hình được tính đến ngày nào."
    remedy: ClassVar[str] = "Đề nghị thêm tham số --as-of NĂM-THÁNG-NGÀY hoặc dòng “as_of” trong campaign.yaml."


class _Unit(BaseModel):
    model_config = ConfigDict(extra="ignore")

    name: str
    aliases: list[str] = Field(default_factory=list)
    kind: str = ""
    contact: str = ""
    numbered: bool | None = None
    exempt: str = ""
    since: date | None = None
    until: date | None = None
    merged_into: str = ""
    extended: date | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore")

    title: str
    office: str
    as_of: date | None = None
    units: list[_Unit]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the folder: `key` is its path below the submissions, "/", NFC; `special` marks what is no file."""

    key: str
    path: Path
    special: bool = False


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as its folder states it; `received` holds the arrival times that the office knows, by key.

    `confirmed` is the corrected list of requirements, where a person has laid one there.
    """

    id: str
    folder: Path
    title: str
    as_of: date | None
    register: Register
    plan: Path
    entries: tuple[Entry, ...]
    received: dict[str, datetime]
    confirmed: Path | None = None


def open_campaign(folder: Path, declared: Path | None = None) -> Campaign:
    """Return the campaign in `folder`; raises BadCampaign with what is missing in it.

    `declared` is where the campaign is described, the folder's own `campaign.yaml` unless told otherwise.
    """
    try:
        text = (declared or folder / "campaign.yaml").read_text("utf-8")
        file = _File.model_validate(yaml.safe_load(text))
    except OSError as error:
        raise BadCampaign(folder=folder.name, detail="không mở được campaign.yaml.") from error
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise BadCampaign(folder=folder.name, detail=f"campaign.yaml không đúng mẫu ({_first(error)}).") from error
    units = tuple(
        Unit(
            name=clean_name(u.name),
            aliases=tuple(map(clean_name, u.aliases)),
            kind=clean_name(u.kind),
            contact=u.contact,
            numbered=u.numbered,
            exempt=clean_name(u.exempt),
            since=u.since,
            until=u.until,
            merged_into=clean_name(u.merged_into),
            extended=u.extended,
        )
        for u in file.units
    )
    return Campaign(
        id=campaign_id(folder),
        folder=folder,
        title=clean_name(file.title),
        as_of=file.as_of,
        register=Register(units, clean_name(file.office)),
        plan=_plan(folder),
        entries=tuple(_entries(folder)),
        received=_received(folder / "received.json"),
        confirmed=folder / CONFIRMED if (folder / CONFIRMED).is_file() else None,
    )


def campaign_id(folder: Path) -> str:
    """Return the name under which the ledger keeps the campaign of that folder."""
    return clean_name(folder.resolve().name)


def _plan(folder: Path) -> Path:
    found = sorted(path for path in folder.glob("plan.*") if path.is_file() and not path.name.startswith("~$"))
    if not found:
        raise BadCampaign(folder=folder.name, detail="chưa thấy tệp kế hoạch plan.docx hoặc plan.pdf.")
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise BadCampaign(folder=folder.name, detail=f"có nhiều tệp kế hoạch ({names}), cần giữ lại một.")
    return found[0]


def _entries(folder: Path) -> Iterator[Entry]:
    """Yield all below `submissions/` where there is such a folder, else everything but the office's own files."""
    inner = folder / "submissions"
    root = inner if inner.is_dir() else folder
    seen: set[str] = set()
    for path in sorted(_walk(root), key=lambda p: _key(p, root)):
        key = _key(path, root)
        if root == folder and _is_own(key):
            continue
        while key in seen:  # two names that differ only in their Unicode form
            key += " (tên trùng)"
        try:
            regular = stat.S_ISREG(path.lstat().st_mode)
        except FileNotFoundError:  # moved away since the folder was listed
            continue
        seen.add(key)
        yield Entry(key, path, special=not regular)


def entry_keys(folder: Path, names: Iterable[str]) -> list[str]:
    """Return the keys of the entries among `names`, paths below the folder as a listing gives them."""
    keys = [clean_name(name) for name in names]
    if (folder / "submissions").is_dir():
        return [key.removeprefix("submissions/") for key in keys if key.startswith("submissions/")]
    return [key for key in keys if not _is_own(key)]


def _is_own(key: str) -> bool:
    return "/" not in key and (key in _OWN or key.startswith("plan."))


def _walk(root: Path) -> Iterator[Path]:
    for path in root.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _key(path: Path, root: Path) -> str:
    return clean_name(path.relative_to(root).as_posix())


def _received(path: Path) -> dict[str, datetime]:
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_text("utf-8"))
        return {clean_name(name): datetime.fromisoformat(time) for name, time in raw.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise BadCampaign(folder=path.parent.name, detail="received.json không đúng mẫu.") from error


def clean_name(text: str) -> str:
    """Return the text composed; bytes of a name that are no UTF-8 show as "�": no database or page takes them."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _first(error: Exception) -> str:
    return str(error).splitlines()[0][:120]
