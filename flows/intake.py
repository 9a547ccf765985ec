"""The way of one file: store, read, extract, record. Each step is kept, so a second time costs a look-up."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from extractors.document import Document
from extractors.errors import TonghopError, Unreachable, Unreadable
from extractors.extract import extract
from extractors.facts import Facts
from extractors.sandbox import Reader
from flows.versions import grammar_version, reader_version
from ledger.ledger import Ledger
from ledger.store import Store


class SpecialFile(Unreadable):
    """A link, a device or a socket in the inbox: never followed."""

    code, why_not = "TEP_DAC_BIET", "not_a_document"
    reason: ClassVar[str] = "Mục này là liên kết hoặc tệp đặc biệt, không phải văn bản."
    remedy: ClassVar[str] = "Đề nghị chép chính tệp văn bản vào thư mục."


_DISK = {
    errno.ENOSPC: "đĩa đầy",
    errno.EDQUOT: "hết dung lượng được cấp",
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "tệp không còn ở chỗ cũ",
    errno.EIO: "lỗi đọc, ghi đĩa",
    errno.ESTALE: "mất kết nối tới thư mục dùng chung",
    errno.ENOTCONN: "mất kết nối tới thư mục dùng chung",
    errno.EHOSTDOWN: "mất kết nối tới thư mục dùng chung",
    errno.ETIMEDOUT: "thư mục dùng chung không trả lời",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.EBUSY: "tệp đang bị chương trình khác giữ",
    errno.ETXTBSY: "tệp đang bị chương trình khác giữ",
}


@dataclass(frozen=True)
class Outcome:
    """What became of one original: its document and facts, or the error."""

    sha256: str
    document: Document | None = None
    facts: Facts | None = None
    error: TonghopError | None = None

    @property
    def passing(self) -> bool:
        """Return whether it failed for a cause that passes by itself, so that reading again may help."""
        return self.error is not None and self.error.transient


def store(path: Path, vault: Store) -> tuple[str, int]:
    """Return SHA-256 and size of the file, now held in the vault; raises Unreachable when the disk says no."""
    try:
        return vault.put(path)
    except OSError as error:
        raise Unreachable(detail=disk_words(error)) from error


def store_bytes(data: bytes, vault: Store) -> str:
    """Return the SHA-256 of `data`, now held in the vault; raises Unreachable when the disk says no."""
    try:
        return vault.put_bytes(data)
    except OSError as error:
        raise Unreachable(detail=disk_words(error)) from error


def disk_words(error: OSError) -> str:
    """Return what the disk said, in Vietnamese."""
    return _DISK.get(error.errno or 0, "lỗi đọc, ghi đĩa")


def read(sha256: str, name: str, vault: Store, ledger: Ledger, reader: Reader) -> Document | TonghopError:
    """Return the stored reading of that original, reading it in a child process where this version has not."""
    known = ledger.reading(sha256, named_version(name))
    if known is not None:
        return known
    outcome = _read_anew(sha256, name, vault, reader)
    ledger.record_reading(sha256, named_version(name), outcome)
    return outcome


def _read_anew(sha256: str, name: str, vault: Store, reader: Reader) -> Document | TonghopError:
    try:
        return reader.read(vault.path(sha256), name=name)
    except TonghopError as error:
        return error


def named_version(name: str) -> str:
    """Return the version under which a reading is kept.

    A lock file is told by its name, so the same bytes under an honest name are read afresh.
    """
    honest = not name.startswith(("~$", ".~"))
    return reader_version() + ("" if honest else "-tam")


def facts_of(document: Document, roster: tuple[str, ...], roster_version: str, ledger: Ledger) -> Facts:
    """Return the facts of a document, extracted where this version of grammars and roster has not."""
    version = facts_version(roster_version)
    known = ledger.facts(document.sha256, version)
    if known is None:
        known = ledger.record_facts(document.sha256, version, extract(document, roster))
    return known


def facts_version(roster_version: str) -> str:
    """Return the version under which facts are kept: that of the grammars and of the names that they knew."""
    return f"{grammar_version()}-{roster_version}"


def take(
    sha256: str,
    name: str,
    vault: Store,
    ledger: Ledger,
    reader: Reader,
    roster: tuple[str, ...],
    roster_version: str,
) -> Outcome:
    """Return document and facts of one stored original, or the error that quarantines it.

    A new file costs one transaction: its reading is kept together with its facts.
    """
    read_by, extracted_by = named_version(name), facts_version(roster_version)
    outcome = ledger.reading(sha256, read_by)
    fresh = outcome is None
    if outcome is None:
        outcome = _read_anew(sha256, name, vault, reader)
    if isinstance(outcome, TonghopError):
        if fresh:
            ledger.record_reading(sha256, read_by, outcome)
        return Outcome(sha256, error=outcome)
    facts = ledger.facts(outcome.sha256, extracted_by)
    if fresh:
        facts = facts or extract(outcome, roster)
        outcome, facts = ledger.record_taken(sha256, read_by, outcome, extracted_by, facts)
    elif facts is None:
        facts = ledger.record_facts(sha256, extracted_by, extract(outcome, roster))
    return Outcome(sha256, outcome, facts)
