"""Cuts a document into the pieces that are read as one, each with its zone, section, numbers and headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.document import Document, Part
from extractors.grammars.sections import section_of_path
from extractors.grammars.segments_cues import opens_appendix
from extractors.grammars.segments_headings import heading_end, is_heading
from extractors.grammars.segments_labels import Label, Level
from extractors.grammars.segments_lines import Line, read_lines
from extractors.grammars.segments_outline import Outline
from extractors.grammars.segments_tables import Row, data_tables, list_tables, read_table
from extractors.grammars.segments_zones import Frame, read_frame
from extractors.grammars.sentences import split_clauses, split_sentences, strip
from extractors.segment import Section, Segment, SegmentKind, Zone

# In these zones every line is a piece of its own: names, numbers and titles, no running text.
_LINED = frozenset({Zone.LETTERHEAD, Zone.TITLE, Zone.ADDRESSEE, Zone.RECIPIENTS, Zone.SIGNATURE, Zone.OTHER})


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together: one, or several that a page break or a soft line break has parted."""

    lines: tuple[Line, ...]
    zone: Zone

    @property
    def head(self) -> Line:
        """Return the first line, which bears the number."""
        return self.lines[0]

    @property
    def end(self) -> int:
        """Return where the last line ends."""
        return self.lines[-1].end


def segment(document: Document) -> tuple[Segment, ...]:
    """Return all segments of `document` in reading order; none for a document without text.

    Running headers, comments and stamps come too, in zone OTHER, so that nothing of the text is lost.
    """
    lines = tuple(read_lines(document))
    lists = list_tables(lines)
    data = data_tables(lines) - lists.keys()
    frame = read_frame(lines, data)
    return tuple(_Cutter(document, lines, data, frame, lists).run())


class _Cutter:
    """Walks the lines once, with the outline of headings that are in force."""

    def __init__(
        self, document: Document, lines: Sequence[Line], data: frozenset[int], frame: Frame, lists: Mapping[int, bool]
    ) -> None:
        self.document, self.lines, self.data, self.frame, self.lists = document, lines, data, frame, lists
        self.report = frame.type_name == "Báo cáo"
        self.outline = Outline()
        self.table_heads: list[str] = []
        self.after_table = False
        self.titled = False  # the last paragraph was the line "PHỤ LỤC"
        self.last_zone = Zone.LETTERHEAD

    def run(self) -> Iterator[Segment]:
        at = 0
        while at < len(self.lines):
            line, zone = self.lines[at], self.frame.zones[at]
            if zone is Zone.APPENDIX and self.last_zone is not Zone.APPENDIX:
                self.outline.clear()
            self.last_zone = zone
            table = self._table_of(line)
            if table is not None:
                stop = at
                while stop < len(self.lines) and self._table_of(self.lines[stop]) == table:
                    stop += 1
                yield from self._table(table, at, stop)
                at = stop
                continue
            self.after_table = False
            if self._heads_list(line):
                yield Segment(line.start, line.end, SegmentKind.SENTENCE, Zone.OTHER, Section.UNKNOWN, line.at)
                at += 1
                continue
            if zone in _LINED:
                yield Segment(line.start, line.end, SegmentKind.SENTENCE, zone, Section.UNKNOWN, line.at)
                at += 1
                continue
            stop = self._paragraph_end(at)
            following = self.lines[stop] if stop < len(self.lines) and self.frame.zones[stop] is zone else None
            yield from self._paragraph(Paragraph(tuple(self.lines[at:stop]), zone), following)
            at = stop

    def _table_of(self, line: Line) -> int | None:
        cell = line.block.cell
        return cell.table if cell is not None and cell.table in self.data else None

    def _heads_list(self, line: Line) -> bool:
        """Return whether the line is a head ("STT", "Nội dung") of a list that is set as a table."""
        cell = line.block.cell
        return cell is not None and cell.row == 0 and self.lists.get(cell.table, False)

    def _paragraph_end(self, at: int) -> int:
        stop = at + 1
        while stop < len(self.lines) and self.frame.zones[stop] is self.frame.zones[at]:
            if self._table_of(self.lines[stop]) is not None or not _joins(self.lines[stop - 1], self.lines[stop]):
                break
            stop += 1
        return stop

    def _paragraph(self, paragraph: Paragraph, following: Line | None) -> Iterator[Segment]:
        head = paragraph.head
        label = self.outline.accept(head.label)
        start = head.content if label is not None else head.start
        if start >= paragraph.end:  # a number alone: its text is the next paragraph
            self.outline.hold(label)
            return
        waiting = self.outline.held()
        label = label or waiting
        text = self.document.text[start : paragraph.end]
        whole = is_heading(text, label, head, following) or self._titles_appendix(paragraph, label, text)
        cut = heading_end(self.document.text, start, paragraph.end)
        if whole and (cut == start or head.upper):
            cut = paragraph.end
        self.outline.enter(label, text)
        self.titled = paragraph.zone is Zone.APPENDIX and opens_appendix(head)
        if cut > start:
            self.outline.head(label, text[: cut - start].rstrip(" :."), plain=label is None)
            yield self._make(start, strip(self.document.text, start, cut)[1], paragraph, SegmentKind.HEADING, label)
            start = strip(self.document.text, cut, paragraph.end)[0]
            label = None
        elif label is None:
            closing = paragraph.zone is Zone.BODY and text.endswith(("./.", "/.", "./"))
            self.outline.running(closing)
        if start < paragraph.end:
            yield from self._sentences(start, paragraph, label)

    def _titles_appendix(self, paragraph: Paragraph, label: Label | None, text: str) -> bool:
        """Below "PHỤ LỤC" stands its title, however it is set; "(Kèm theo ...)" is none."""
        short = len(text) < 240 and text[-1] not in ".;:" and not text.startswith("(")
        return self.titled and label is None and paragraph.zone is Zone.APPENDIX and short

    def _sentences(self, start: int, paragraph: Paragraph, label: Label | None) -> Iterator[Segment]:
        sentences = split_sentences(self.document.text, start, paragraph.end)
        for number, (left, right) in enumerate(sentences):
            zone = paragraph.zone
            if zone is Zone.PREAMBLE and number > 0 and not self.document.text[left:right].endswith(":"):
                zone = Zone.BODY
            if zone is Zone.BODY and self.document.text[left:right].endswith(("./.", "/.", "./")):
                zone = Zone.CLOSING
            for begin, end in split_clauses(self.document.text, left, right):
                yield self._make(begin, end, paragraph, SegmentKind.SENTENCE, label, zone, (left, right))
                label = None

    def _make(
        self,
        start: int,
        end: int,
        paragraph: Paragraph,
        kind: SegmentKind,
        label: Label | None = None,
        zone: Zone | None = None,
        sentence: tuple[int, int] | None = None,
    ) -> Segment:
        block = next((line.at for line in reversed(paragraph.lines) if line.start <= start), paragraph.head.at)
        headings = self.outline.headings(own=kind is not SegmentKind.HEADING)
        section = section_of_path(self.outline.headings(), self.report)
        numbers = self.outline.numbers()
        text = label.text if label else ""
        return Segment(
            start, end, kind, zone or paragraph.zone, section, block, text, numbers, headings, sentence=sentence
        )

    def _table(self, table: int, at: int, stop: int) -> Iterator[Segment]:
        first, last = self.lines[at].at, self.lines[stop - 1].at
        blocks = [i for i in range(first, last + 1) if self._in_table(i, table)]
        # Empty cells at the edges have no line; they count for the shape of the table.
        while first > 0 and self._in_table(first - 1, table):
            first -= 1
            blocks.insert(0, first)
        while last + 1 < len(self.document.blocks) and self._in_table(last + 1, table):
            last += 1
            blocks.append(last)
        rows, names = read_table(self.document, blocks, self.table_heads if self.after_table else ())
        self.table_heads, self.after_table = names, True
        zone = self.frame.zones[at] if self.frame.zones[at] in {Zone.BODY, Zone.APPENDIX} else Zone.BODY
        if self.document.blocks[first].part not in {Part.BODY, Part.TEXTBOX}:
            zone = Zone.OTHER
        group = ""
        for row in rows:
            if row.group is not None:
                group = " ".join(self.document.text[row.group.start : row.group.end].split())
            yield from self._row(row, zone, group, table)

    def _in_table(self, at: int, table: int) -> bool:
        cell = self.document.blocks[at].cell
        return cell is not None and cell.table == table

    def _row(self, row: Row, zone: Zone, group: str, table: int) -> Iterator[Segment]:
        above = self.outline.headings()
        headings = (*above, group) if group and row.group is None else above
        section = section_of_path((*above, group) if group else above, self.report)
        numbers = self.outline.numbers()
        for entry in row.entries:
            kind = SegmentKind.HEADING if entry is row.group else SegmentKind.ROW
            yield Segment(
                entry.start,
                entry.end,
                kind,
                zone,
                section,
                entry.block,
                self.document.blocks[entry.block].label,
                numbers,
                headings,
                row.columns,
                table,
            )


def _joins(before: Line, line: Line) -> bool:
    """Return whether `line` goes on with what `before` left unfinished over a page break or a soft line break."""
    if before.block.part is not line.block.part or before.block.cell != line.block.cell:
        return False
    if line.first and line.block.label:
        return False
    last = before.text[-1]
    label = line.label
    if label is not None and not (label.level is Level.LETTER and label.text.endswith(",")):
        return False
    if last in ".;:!?" or before.text.endswith("./."):
        return False
    if line.text[0].islower() or last == ",":
        return True
    if line.upper and before.upper and before.label is not None and before.label.level <= Level.ROMAN:
        return len(before.text) > 24
    return line.at == before.at and not before.upper and len(before.text) > 60
