"""`tonghop verify`: reads everything again and says what does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, ClassVar

from extractors.errors import TonghopError
from extractors.span import Span
from flows.orders import issued_files, orders
from ledger.audit import Audit
from ledger.ledger import Ledger
from ledger.store import Store


class Damage(TonghopError):
    """The integrity check found what does not hold; `points` lists it."""

    code = "KHONG_TOAN_VEN"
    reason: ClassVar[str] = "Có {number} sai lệch trong dữ liệu đã lưu."
    remedy: ClassVar[str] = "Đề nghị báo người quản trị; cần thì khôi phục từ bản sao lưu bằng lệnh “tonghop restore”."


def faults(audit: Audit, vault: Store) -> list[str]:
    """Return a Vietnamese line for each promise that does not hold; an empty list when all is well.

    Originals hash to their names, every entry has an end state, every span of every fact lies on the text of its
    document, and the list of events is whole.
    """
    found = [f"Bản gốc: {message}" for message in _originals(audit, vault)]
    found += [f"Mục chưa có trạng thái cuối: {campaign}/{key}" for campaign, key in audit.stateless()]
    found += [f"Nhật ký bị sửa hoặc mất ở sự kiện {number}" for number in audit.broken_seals()]
    for document, facts in audit.read_pairs():
        found += [
            f"Trích dẫn lệch khỏi văn bản {span.document[:12]} tại {span.path}"
            for span in spans_of(facts)
            if span.document != document.sha256 or document.text[span.start : span.end] != span.quote
        ]
    return found


def issued_faults(ledger: Ledger, vault: Store) -> list[str]:
    """Return a line for each issued report whose record, or a file that the record names, is no longer what it was."""
    found = []
    for campaign, _ in ledger.campaigns():
        try:
            record = orders(ledger, vault, campaign).record
            for sha256 in issued_files(record) if record else ():
                vault.verify(sha256)
        except TonghopError as error:
            found.append(f"Báo cáo đã phát hành của đợt {campaign}: {error.message}")
    return found


def _originals(audit: Audit, vault: Store) -> Iterator[str]:
    for sha256 in audit.originals():
        try:
            vault.verify(sha256)
        except TonghopError as error:
            yield error.message


def spans_of(noun: Any) -> Iterator[Span]:
    """Yield every span anywhere inside a dataclass, tuple or dictionary."""
    if isinstance(noun, Span):
        yield noun
    elif is_dataclass(noun) and not isinstance(noun, type):
        for item in fields(noun):
            yield from spans_of(getattr(noun, item.name))
    elif isinstance(noun, tuple | list):
        for item in noun:
            yield from spans_of(item)
    elif isinstance(noun, dict):
        yield from spans_of(list(noun.values()))
