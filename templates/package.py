"""Same content, same bytes: rewrites the zip of a .docx or .xlsx so that nothing of the moment of writing is left."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(</dcterms:(?:created|modified)>)")
_REVISION = re.compile(rb"(<cp:revision>)[^<]*(</cp:revision>)")
_EARLIEST = date(1980, 1, 1)  # a zip entry cannot be older


def package(data: bytes, as_of: date) -> bytes:
    """Return the office file `data` with sorted names, fixed times and attributes and core properties dated `as_of`.

    The content of every other part is kept byte for byte; raises zipfile.BadZipFile.
    """
    moment = max(as_of, _EARLIEST)
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {info.filename: source.read(info) for info in source.infolist() if not info.is_dir()}
    if _CORE in parts:
        parts[_CORE] = _dated(parts[_CORE], as_of)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts):
            info = zipfile.ZipInfo(name, (moment.year, moment.month, moment.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system, and what Word itself writes
            info.external_attr = 0
            archive.writestr(info, parts[name], compresslevel=6)
    return target.getvalue()


def _dated(core: bytes, as_of: date) -> bytes:
    stamp = f"{as_of.isoformat()}T00:00:00Z".encode()
    return _REVISION.sub(rb"\g<1>1\g<2>", _MOMENT.sub(rb"\g<1>" + stamp + rb"\g<2>", core))
