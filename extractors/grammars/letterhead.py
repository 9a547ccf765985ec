"""The frame of a document: who issued it, what kind it is, number, day, addressees, signer and what it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.document import Document, Source
from extractors.facts import DocumentKind, Letterhead
from extractors.grammars.citations import find_citations, find_replaced
from extractors.grammars.letterhead_bodies import read_bodies
from extractors.grammars.letterhead_dates import FullDate, find_full_date
from extractors.grammars.letterhead_marks import find_draft_marks
from extractors.grammars.letterhead_numbers import Number, read_number, type_code
from extractors.grammars.letterhead_stamps import read_stamps
from extractors.grammars.segments_cues import is_recipients, known_title, type_of_line
from extractors.grammars.segments_lines import Line
from extractors.grammars.sentences import strip
from extractors.grammars.signers import read_signer
from extractors.segment import Segment, Zone
from extractors.span import Span
from extractors.vietnamese import bare

_KINDS = {"Kế hoạch": DocumentKind.PLAN, "Báo cáo": DocumentKind.REPORT}
_CODES = {"KH": DocumentKind.PLAN, "BC": DocumentKind.REPORT}
_ABOUT = re.compile(r"\s*(?:v\s?/\s?v|v[ev]\s+viec)\s*[:.]?\s*")
_TO = re.compile(r"\s*(?:kinh|klnh)\s*gui\s*[:;]?\s*")
_LIST = re.compile(r"\s*(?:noi\s+nhan\s*[:;.]?)?\s*[-–+*•]*\s*")


def read_letterhead(document: Document, segments: Sequence[Segment]) -> Letterhead:
    """Return the frame of `document`; fields that it does not state are None, nothing is guessed.

    `segments` are those of `segment(document)`: in the zones of the frame each is one line.
    """
    return _Reader(document, segments).read()


class _Reader:
    def __init__(self, document: Document, segments: Sequence[Segment]) -> None:
        self.document = document
        self.zones: dict[Zone, list[Line]] = {zone: [] for zone in Zone}
        for made in segments:
            block = document.blocks[made.block]
            text = document.text[made.start : made.end]
            self.zones[made.zone].append(Line(made.block, block, made.start, made.end, text, True))
        self.body_start = min((s.start for s in segments if s.zone in {Zone.PREAMBLE, Zone.BODY}), default=0)
        self.type = ""
        self.spans: dict[str, Span] = {}
        self.sources: dict[str, str] = {}

    def read(self) -> Letterhead:
        type_name, type_line = self._type()
        number = self._number()
        issued = self._issued()
        bodies = read_bodies(self._left(type_line, number))
        issuer = self._body(bodies[-1], "issuer") if bodies else None
        stamps = read_stamps(self.document)
        value = number.value if number else None
        if value is None and number is not None and stamps.number:
            value = stamps.number if "/" in stamps.number or not number.symbol else f"{stamps.number}/{number.symbol}"
            self._stamped("number", stamps.number_span)
        day = issued.day if issued else None
        if day is None and issued is not None:
            day = self._stamped_day(issued, stamps.day, stamps.date, stamps.date_span)
        signer = read_signer(self.zones[Zone.SIGNATURE], issuer, self.zones[Zone.RECIPIENTS])
        replaced = find_replaced(self.document, 0, len(self.document.text))
        return Letterhead(
            kind=self._kind(type_name, value or (number.symbol if number else None)),
            type_name=type_name,
            issuer=issuer,
            parent=self._body(bodies[-2]) if len(bodies) > 1 else None,
            number=value,
            number_blank=number is not None and value is None,
            issued=day,
            issued_text=self._issued_text(issued),
            place=self._place(issued),
            subject=self._subject(type_line),
            signer=self._named("signer", signer.name) if signer and signer.name else None,
            signer_title=self._title(signer.title) if signer else None,
            addressees=self._addressees(),
            recipients=self._list(self.zones[Zone.RECIPIENTS]),
            citations=find_citations(self.document, self.body_start, len(self.document.text)),
            spans=self.spans,
            sources=self.sources,
            draft_marks=find_draft_marks(self.document, self.zones[Zone.LETTERHEAD] + self.zones[Zone.TITLE]),
            replaces=replaced,
        )

    def _words(self, place: tuple[int, int]) -> str:
        return " ".join(self.document.text[place[0] : place[1]].split())

    def _named(self, field: str, place: tuple[int, int]) -> str:
        self.spans[field] = self.document.span(*place)
        return self._words(place)

    def _body(self, parts: list[tuple[int, int]], field: str = "") -> str:
        """A name wrapped over lines; where the motto was read between them, the place is that of the first line."""
        start, end = parts[0][0], parts[-1][1]
        whole = " ".join(self._words(part) for part in parts)
        if field:
            alone = self._words((start, end)) == whole
            self.spans[field] = self.document.span(start, end if alone else parts[0][1])
        return whole.strip(" -–*_`'|.:#")

    def _source(self, at: int) -> str:
        return "ocr" if self.document.block_at(at).source is Source.OCR else "text"

    def _stamped(self, field: str, span: Span | None) -> None:
        self.sources[field] = "signature"
        if span is not None:
            self.spans[field] = span

    def _type(self) -> tuple[str, Line | None]:
        for at, line in enumerate(self.zones[Zone.TITLE]):
            entry = type_of_line(line, early=at == 0)
            if entry:
                self.spans["kind"] = self.document.span(line.start, line.end)
                self.type = entry
                return entry.upper() if line.text.split()[0].isupper() else entry, line
        return "", None

    def _kind(self, type_name: str, number: str | None) -> DocumentKind:
        if type_name:
            return _KINDS.get(self.type, DocumentKind.OTHER)
        addressed = bool(self.zones[Zone.ADDRESSEE])
        code = type_code(number if number and number[:1].isdigit() else f"1/{number}")
        return _CODES.get(code.upper(), DocumentKind.OTHER) if not addressed else DocumentKind.OTHER

    def _left(self, type_line: Line | None, number: Number | None) -> list[Line]:
        lines = [line for line in self.zones[Zone.LETTERHEAD] if type_line is None or line.start < type_line.start]
        return [line for line in lines if number is None or not number.start <= line.start < number.end]

    def _number(self) -> Number | None:
        lines = self.zones[Zone.LETTERHEAD]
        found: list[Number] = []
        for at, line in enumerate(lines):
            end = line.end
            if line.text.rstrip()[-1] in "-–/" and at + 1 < len(lines) and lines[at + 1].at - line.at <= 1:
                end = lines[at + 1].end
            number = read_number(self.document.text, line.start, end, line.block.source is Source.OCR)
            if number is not None:
                found.append(number)
        filled = next((number for number in found if number.value), None)
        chosen = filled or next(iter(found), None)
        if chosen is not None and chosen.value is not None:
            self.spans["number"] = self.document.span(chosen.start, chosen.end)
            self.sources["number"] = self._source(chosen.start)
        return chosen

    def _issued(self) -> FullDate | None:
        for zone in (Zone.LETTERHEAD, Zone.TITLE, Zone.SIGNATURE):
            for at, line in enumerate(self.zones[zone]):
                if len(line.text) > 160 or (
                    zone is Zone.TITLE and not line.bare.rstrip(" .").endswith(tuple("0123456789"))
                ):
                    continue
                if zone is Zone.TITLE and "," not in line.text[: line.text.lower().find("ngày")]:
                    continue
                recognised = line.block.source is Source.OCR
                found = find_full_date(self.document.text, line.start, self._torn_year(zone, at), recognised)
                if found is not None:
                    self.spans["issued"] = self.document.span(found.start, found.end)
                    self.sources["issued"] = self._source(found.start)
                    return found
        return None

    def _torn_year(self, zone: Zone, at: int) -> int:
        """Return the end of a line of place and date, with the line below where the year was wrapped to it."""
        line, below = self.zones[zone][at], self.zones[zone][at + 1 : at + 2]
        torn = re.search(r"\bngay\b.{1,14}\bthang\b.{0,5}$", line.bare) is not None
        return below[0].end if torn and below and re.match(r"nam\s+\d{4}", below[0].bare) else line.end

    def _stamped_day(self, issued: FullDate, day: int | None, full: date | None, span: Span | None) -> date | None:
        """A day stamped over "ngày    tháng 5 năm 2022" counts where it makes a date; so does a whole stamped date."""
        text = self.document.text[issued.start : issued.end]
        figures = re.findall(r"\d+", text)
        if day is not None and len(figures) == 2:
            try:
                made = date(int(figures[1]), int(figures[0]), day)
            except ValueError:
                return None
            self._stamped("issued", span)
            return made
        if full is not None and figures and figures[-1] == str(full.year):
            self._stamped("issued", span)
            return full
        return None

    def _issued_text(self, issued: FullDate | None) -> str | None:
        return " ".join(self.document.text[issued.start : issued.end].split()) if issued else None

    def _place(self, issued: FullDate | None) -> str | None:
        if issued is None:
            return None
        block = self.document.block_at(issued.start)
        before = self.document.text[max(block.start, issued.start - 50) : issued.start]
        before = re.split(r"\n|\s{3,}|(?:so|Số|số)\s*[:.]?[^,]*?[/-]\S+", before)[-1]
        match = re.search(r"([^\W\d_][\w.\s-]{1,40}?)\s*,\s*$", before)
        return " ".join(match.group(1).split()) if match else None

    def _subject(self, type_line: Line | None) -> str | None:
        lines = [line for line in self.zones[Zone.TITLE] if line is not type_line]
        parts = [(line.start, line.end) for line in lines if any(c.isalpha() for c in line.text)]
        if type_line is not None and len(type_line.squeezed) > len(_squeezed(self.type)) + 2:
            words = len(self.type.split())
            rest = re.match(rf"\W*(?:\w+\s+){{{words}}}", type_line.text)
            if rest and rest.end() < len(type_line.text):
                parts.insert(0, (type_line.start + rest.end(), type_line.end))
        if not parts:
            return None
        about = _ABOUT.match(bare(self.document.text[parts[0][0] : parts[0][1]]))
        if about:
            parts[0] = (parts[0][0] + about.end(), parts[0][1])
        self.spans["subject"] = self.document.span(parts[0][0], max(end for _, end in parts))
        return " ".join(self._words(part) for part in parts)

    def _title(self, lines: tuple[tuple[int, int], ...]) -> str | None:
        if not lines:
            return None
        self.spans["signer_title"] = self.document.span(lines[0][0], lines[-1][1])
        return "\n".join(self._title_line(line) for line in lines)

    def _title_line(self, place: tuple[int, int]) -> str:
        """Recognition loses marks in capitals: a title that is known without them is written as it is known."""
        words = self._words(place)
        if self._source(place[0]) != "ocr":
            return words
        order, _, title = words.rpartition(". ")
        known = known_title(" ".join(bare(title).split()))
        return (f"{order}. " if order else "") + known if known else words

    def _addressees(self) -> tuple[str, ...]:
        found: list[str] = []
        for line in self.zones[Zone.ADDRESSEE]:
            to = _TO.match(line.bare)
            rest = line.text[to.end() :] if to else line.text
            for part in rest.split(";"):
                words = _clean(part)
                if words and found and not to and part[:1].islower() and part is rest.split(";")[0]:
                    found[-1] += " " + words
                elif words:
                    found.append(words)
        return tuple(found)

    def _list(self, lines: Sequence[Line]) -> tuple[str, ...]:
        found: list[str] = []
        for line in lines:
            head = _LIST.match(line.bare)
            rest = line.text[head.end() :] if head else line.text
            fresh = is_recipients(line) or line.text[0] in "-–+*•" or not found or not line.text[0].islower()
            words = _clean(rest)
            if words and fresh:
                found.append(words)
            elif words:
                found[-1] += " " + words
        return tuple(found)


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", bare(text))


def _clean(text: str) -> str:
    left, right = strip(text, 0, len(text))
    return " ".join(text[left:right].strip(" -–+*•").rstrip(" .;,").split())
