"""What the office keeps in its data folder and edits itself: its facts in Excel, its templates in Word."""

from __future__ import annotations

from pathlib import Path

from flows.listing import Stamp
from flows.outbox import put_below
from templates.build import NAMES
from templates.office_book import OFFICE_BOOK, OfficeBook, empty_office_book, read_office_book
from templates.word import shipped

OWN_TEMPLATES = "mau"  # Word templates that the office changed
_SHIPPED = "goc"  # below it: the templates of this version, to copy from


def own_facts(data: Path | None) -> OfficeBook:
    """Return what the office says of itself in the data folder; raises BadOfficeBook, OSError."""
    book = data / OFFICE_BOOK if data else None
    return read_office_book(book.read_bytes()) if book is not None and book.is_file() else OfficeBook()


def own_templates(data: Path | None) -> dict[str, bytes]:
    """Return the office's own Word templates by file name; raises OSError."""
    return {path.name: path.read_bytes() for path in _templates(data)}


def lay_down(data: Path) -> None:
    """Put the empty book of facts where there is none, and the templates of this version to copy from.

    The office's own book and templates stay as they are: only what differs of `mau/goc/` is renewed, so that an upgrade
    reaches every template that the office has not taken over. Raises OSError.
    """
    if not (data / OFFICE_BOOK).exists():
        put_below(data / OFFICE_BOOK, empty_office_book())
    for name in NAMES:
        target, fresh = data / OWN_TEMPLATES / _SHIPPED / f"{name}.docx", shipped(f"{name}.docx")
        if not target.exists() or target.read_bytes() != fresh:
            put_below(target, fresh)


def office_stamps(data: Path | None) -> tuple[tuple[str, Stamp], ...]:
    """Return the files that the office edits with their stamps: when one changes, drafts are written anew."""
    found = []
    for path in [*([data / OFFICE_BOOK] if data else []), *_templates(data)]:
        try:
            stat = path.stat()
        except OSError:
            continue
        found.append((path.name, Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)))
    return tuple(found)


def _templates(data: Path | None) -> list[Path]:
    folder = data / OWN_TEMPLATES if data else None
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.glob("*.docx") if not path.name.startswith("~$"))
