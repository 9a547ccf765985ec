"""What stands beside the text of a Word file: its properties, and its tracked changes in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Change, Note
from extractors.errors import Broken, Dangerous
from extractors.readers.guard import Package
from extractors.readers.notes import note

_CORE = "docProps/core.xml"
_KEPT = {
    "title": "title",
    "subject": "subject",
    "creator": "creator",
    "lastModifiedBy": "last_modified_by",
    "created": "created",
    "modified": "modified",
}


def properties(package: Package) -> dict[str, str]:
    """Return title, subject, creator, last_modified_by, created, modified (ISO 8601) as far as the file has them."""
    name = next((target for kind, target in package.relations().values() if kind == "core-properties"), _CORE)
    try:
        root = package.xml(name)
    except (Broken, Dangerous):
        return {}  # nothing that the reading rests on
    found: dict[str, str] = {}
    for item in root if root is not None else ():
        key = _KEPT.get(str(item.tag).rsplit("}", 1)[-1])
        if key and item.text and item.text.strip():
            found[key] = item.text.strip()[:500]
    return found


def changes_note(changes: Sequence[Change]) -> Note:
    """Return the warning that a file still holds tracked changes: how many, whose, and one of them."""
    authors = list(dict.fromkeys(change.author for change in changes if change.author))
    detail = f"{len(changes)} chỗ" + (f", của {', '.join(authors[:3])}" if authors else "")
    old = next((change.text for change in changes if change.kind == "deletion"), "")
    new = next((change.text for change in changes if change.kind == "insertion"), "")
    if old:
        detail += f"; bỏ “{old[:60]}”"
    if new:
        detail += f"{';' if not old else ','} thêm “{new[:60]}”"
    return note("CON_VET_SUA", detail=detail)
