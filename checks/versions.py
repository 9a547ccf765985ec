"""What became of every file: which one counts, which repeats it, which it replaces, and what is no submission.

A wrong document that was issued is replaced by one of its kind with a new number (Nghị định 30/2020/NĐ-CP, điều 18);
offices also send a file again under the same number, and the Word file together with its signed PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from checks.attachments import is_appendix, main_of
from checks.likeness import Alike, file_words, head_of, marks, same_number, same_period
from checks.recognise import INSPECTION, OUTSIDE
from checks.submission import State, Submission
from extractors.document import Note
from extractors.errors import Opened, TemporaryFile
from extractors.facts import DocumentKind
from extractors.vietnamese import bare

DUPLICATE, TWIN, REPLACED, ATTACHED = "TRUNG_TEP", "HAI_BAN_WORD_PDF", "DA_CO_BAN_THAY_THE", "TEP_KEM_THEO"

_TEMPORARY = re.compile(
    r"(?:~\$|~wrl|\._|\.ds_store$|thumbs\.db$|desktop\.ini$|\.~lock)|\.(?:tmp|crdownload|part)$", re.I
)
_TWIN = 0.95
_TWIN_RECOGNISED = 0.75
_REVISED = 0.5
_RESENT = 0.8
_SOON = 20  # days
_FIRST = datetime.min.replace(tzinfo=UTC)


def resolve(submissions: Sequence[Submission], alike: Alike | None = None) -> tuple[Submission, ...]:
    """Return `submissions` by key, each with its end state and, where it has one, the file that it belongs to.

    The earlier of two equal files is the original (an unknown arrival counts as the earliest, then the key decides).
    The order of the argument is indifferent. `alike` remembers how alike documents are from one time to the next.
    """
    words = alike or Alike()
    items = {item.key: _first_state(item) for item in sorted(submissions, key=lambda one: one.key)}
    _duplicates(items, words)
    _twins(items, words)
    _attachments(items)
    _revisions(items, words)
    return tuple(items[key] for key in sorted(items))


def _first_state(item: Submission) -> Submission:
    name = item.key.rsplit("/", 1)[-1]
    if isinstance(item.error, TemporaryFile) or _TEMPORARY.search(name):
        return replace(item, state=State.IGNORED)
    if isinstance(item.error, Opened):
        return replace(item, state=State.OPENED)
    if item.error is not None or item.document is None or item.facts is None:
        return replace(item, state=State.QUARANTINED)
    if item.unit is not None:
        return replace(item, state=State.FOREIGN if _unrelated(item) else State.ACCEPTED)
    outside = any(note.code == OUTSIDE for note in item.notes)
    return replace(item, state=State.FOREIGN if outside else State.UNKNOWN_UNIT)


def _unrelated(item: Submission) -> bool:
    """A unit's invitation, notice or decision answers no campaign; its công văn and appendices may."""
    head = head_of(item)
    if any(clue.startswith(INSPECTION) for clue in item.unit_clues):
        return False
    return head.kind is DocumentKind.OTHER and bool(head.type_name) and not is_appendix(item)


def _live(items: dict[str, Submission]) -> list[Submission]:
    return [item for item in items.values() if item.state in {State.ACCEPTED, State.UNKNOWN_UNIT, State.FOREIGN}]


def _arrived(item: Submission) -> tuple[datetime, str]:
    return (item.received or _FIRST).astimezone(UTC) if item.received else _FIRST, item.key


def _told(item: Submission, code: str, text: str) -> tuple[Note, ...]:
    return (*item.notes, Note(code, text))


def _attachments(items: dict[str, Submission]) -> None:
    for item in list(items.values()):
        if item.state not in {State.ACCEPTED, State.UNKNOWN_UNIT} or head_of(item).kind is not DocumentKind.OTHER:
            continue
        if not is_appendix(item) and head_of(item).type_name:
            continue
        main = main_of(item, items.values())
        if main is not None:
            told = _told(item, ATTACHED, f"Kèm theo “{main.key}”.")
            made = replace(item, state=State.ATTACHMENT, attached_to=main.key, unit=main.unit, notes=told)
            items[item.key] = made


def _duplicates(items: dict[str, Submission], words: Alike) -> None:
    groups: dict[str, list[Submission]] = {}
    for item in _live(items):
        groups.setdefault(words.digest(item), []).append(item)
    for digest, group in groups.items():
        if len(group) < 2 or not digest:
            continue
        original, *copies = sorted(group, key=lambda item: (_is_recognised(item), _arrived(item)))
        for copy in copies:
            told = _told(copy, DUPLICATE, f"Trùng nội dung với “{original.key}” đã nhận.")
            items[copy.key] = replace(copy, state=State.DUPLICATE, duplicate_of=original.key, notes=told)


def _is_recognised(item: Submission) -> bool:
    return item.document is not None and item.document.recognised


def _twins(items: dict[str, Submission], words: Alike) -> None:
    """The same document as Word and as PDF: the better source counts."""
    for unit, kind, group in _groups(items):
        del unit, kind
        ranked = sorted(group, key=_quality)
        for at, worse in enumerate(ranked):
            for better in ranked[:at]:
                if items[better.key].state is State.ACCEPTED and _are_twins(better, worse, words):
                    told = _told(worse, TWIN, f"Cùng một văn bản với “{better.key}” ở dạng tệp khác.")
                    items[worse.key] = replace(worse, state=State.DUPLICATE, duplicate_of=better.key, notes=told)
                    break


def _groups(items: dict[str, Submission]) -> list[tuple[str, DocumentKind, list[Submission]]]:
    groups: dict[tuple[str, DocumentKind], list[Submission]] = {}
    for item in _live(items):
        if item.unit is not None and item.state is State.ACCEPTED and head_of(item).kind is not DocumentKind.OTHER:
            groups.setdefault((item.unit, head_of(item).kind), []).append(item)
    return [(unit, kind, group) for (unit, kind), group in sorted(groups.items()) if len(group) > 1]


def _quality(item: Submission) -> tuple[bool, bool, bool, tuple[datetime, str]]:
    assert item.document is not None
    head = head_of(item)
    return item.document.recognised, head.number is None, head.issued is None, _arrived(item)


def _are_twins(first: Submission, second: Submission, words: Alike) -> bool:
    if first.document is None or second.document is None or first.document.format == second.document.format:
        return False
    one, two = head_of(first), head_of(second)
    scanned = first.document.recognised or second.document.recognised
    if one.number and two.number and not same_number(one.number, two.number) and not scanned:
        return False
    alike = words.shared(first, second)
    if same_number(one.number, two.number):
        return alike >= _TWIN_RECOGNISED
    return alike >= (_TWIN_RECOGNISED + 0.1 if scanned else _TWIN)


def _revisions(items: dict[str, Submission], words: Alike) -> None:
    for _, _, group in _groups(items):
        ordered = sorted((item for item in group if items[item.key].state is State.ACCEPTED), key=_age)
        for at, newer in enumerate(ordered):
            for older in reversed(ordered[:at]):
                if items[older.key].state is State.ACCEPTED and _revises(newer, older, words):
                    told = _told(items[older.key], REPLACED, f"Đã được thay thế bằng “{newer.key}”.")
                    items[older.key] = replace(items[older.key], state=State.SUPERSEDED, notes=told)
                    items[newer.key] = replace(items[newer.key], supersedes=items[newer.key].supersedes or older.key)


def _age(item: Submission) -> tuple[date, int, tuple[datetime, str]]:
    head = head_of(item)
    figures = re.match(r"\d+", head.number or "")
    arrived = _arrived(item)
    issued = head.issued or (item.received.date() if item.received else date.min)
    return issued, int(figures.group(0)) if figures else 0, arrived


def _days_between(newer: Submission, older: Submission) -> int:
    return abs((_age(newer)[0] - _age(older)[0]).days)


def _revises(newer: Submission, older: Submission, words: Alike) -> bool:
    """Return whether `newer` takes the place of `older`, of the same unit and kind."""
    new, old = head_of(newer), head_of(older)
    for replaced in new.replaces:
        if same_number(replaced.number, old.number):
            return True
        if replaced.number is None and replaced.issued is not None and replaced.issued == old.issued:
            return True
    if new.replaces and all(replaced.number for replaced in new.replaces) and old.number:
        return False
    if not same_period(newer, older):
        return False
    alike = words.shared(newer, older)
    if same_number(new.number, old.number):
        return alike >= _REVISED
    marked = bool(marks("revision_marks").search(file_words(newer))) or bool(
        new.subject and marks("revision_marks").search(bare(new.subject))
    )
    if marked:
        return alike >= _REVISED
    # Reports of the next month look alike too; without any mark only what soon follows is the same one sent again.
    return alike >= _RESENT and _days_between(newer, older) <= _SOON
