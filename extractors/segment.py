"""A piece of text that is read as one: a title, a heading, a clause of a sentence, a row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Zone(StrEnum):
    """The part of an administrative document that a segment lies in (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

    LETTERHEAD = "letterhead"  # issuing body, number, place and date
    TITLE = "title"  # kind and subject, "V/v ..." included
    ADDRESSEE = "addressee"  # Kính gửi
    PREAMBLE = "preamble"  # căn cứ, opening sentence
    BODY = "body"
    CLOSING = "closing"  # the sentence that ends with "./."
    RECIPIENTS = "recipients"  # Nơi nhận
    SIGNATURE = "signature"  # authority, title, name
    APPENDIX = "appendix"
    OTHER = "other"  # running headers, stamps, comments


class Section(StrEnum):
    """What the headings above a segment say of its tense and use; the prior of modality."""

    PURPOSE = "purpose"  # mục đích, yêu cầu
    TARGET = "target"  # mục tiêu, chỉ tiêu
    TASK = "task"  # nội dung, nhiệm vụ, giải pháp
    ORGANISATION = "organisation"  # tổ chức thực hiện, phân công
    RESULT = "result"  # kết quả, tình hình thực hiện
    SHORTCOMING = "shortcoming"  # tồn tại, hạn chế, nguyên nhân
    FUTURE = "future"  # phương hướng, nhiệm vụ thời gian tới
    PROPOSAL = "proposal"  # kiến nghị, đề xuất
    BUDGET = "budget"  # kinh phí
    UNKNOWN = "unknown"


class SegmentKind(StrEnum):
    """What a segment is."""

    HEADING = "heading"
    SENTENCE = "sentence"
    ROW = "row"  # one cell of a table row; `row` holds its neighbours


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a row: `head` is the heading of its column ("" where the table has none)."""

    head: str
    start: int
    end: int
    carried: bool = False  # the text stands in a merged or ditto cell ("nt", "như trên") further up


@dataclass(frozen=True, slots=True)
class Segment:
    """`Document.text[start:end]`, without its number.

    `label` is the number before it ("III.", "1.", "a)", "-"), typed or computed; `numbers` the path of numbers from the
    outermost ("III", "2", "-"); `headings` the heading texts above it, outermost first; `block` the index of the first
    block; `sentence` (start, end) the whole sentence or list item that a clause was cut from.
    """

    start: int
    end: int
    kind: SegmentKind
    zone: Zone
    section: Section
    block: int
    label: str = ""
    numbers: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    row: tuple[Column, ...] = ()
    table: int | None = None
    sentence: tuple[int, int] | None = None
