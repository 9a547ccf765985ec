"""Other shapes for the same words: lists as tables, tables as lists, sections in other order, honorifics swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

SWAPS = {"đồng chí": "đ/c", "Đồng chí": "Đ/c", "đ/c": "đồng chí", "Đ/c": "Đồng chí"}
_HONORIFIC = re.compile(r"(?<!\w)(?:[đĐ]ồng chí|[đĐ]/c)(?!\w)(?=\s+[A-ZÀ-ỸĐ])")
_BULLET = re.compile(r"^\s*[-–+•]\s+")
_SECTION = re.compile(r"^\s*(?:II|III|IV|V)\s*[.\-/]")
_LAST = re.compile(r"^\s*(?:Nơi nhận|Trên đây|TM\.|KT\.|TL\.|TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|HIỆU TRƯỞNG|CHÁNH|PHÓ)")
_SHORTEST_LIST = 3


def other_honorifics(text: str) -> str:
    """Return the text with "đồng chí" before a name written "đ/c", and the other way round."""
    return _HONORIFIC.sub(lambda match: SWAPS[match.group(0)], text)


def reshape(word: Document) -> None:
    """Change the document in place: bulleted lists to tables, small tables to lists, two sections in other order."""
    body = word.element.body
    tables = [child for child in body if child.tag == qn("w:tbl")]
    _swap_sections(body)
    for items in list(_lists(body)):
        _to_table(word, items)
    for table in tables:
        if _is_plain(Table(table, word)):
            _to_list(Table(table, word))


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def _lists(body: Any) -> Iterator[list[Any]]:
    """Yield the runs of bulleted paragraphs that are long enough to be set as a table."""
    run: list[Any] = []
    for child in [*body, None]:
        if child is not None and child.tag == qn("w:p") and _BULLET.match(_text(child)):
            run.append(child)
            continue
        if len(run) >= _SHORTEST_LIST and not any(_recipient(item) for item in run):
            yield run
        run = []


def _recipient(paragraph: Any) -> bool:
    return re.match(r"^\s*[-–]\s*(?:Lưu|Như trên)", _text(paragraph)) is not None


def _to_table(word: Document, items: list[Any]) -> None:
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "STT", "Nội dung"
    for order, item in enumerate(items, start=1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(order), _BULLET.sub("", _text(item))
    items[0].addprevious(table._tbl)
    for item in items:
        item.getparent().remove(item)


def _is_plain(table: Table) -> bool:
    """Return whether the table lists things below a row of heads: no frame of a letterhead or signature."""
    heads = " ".join(cell.text for cell in table.rows[0].cells).lower()
    return len(table.columns) > 2 and ("tt" in heads.split() or "stt" in heads.split())


def _to_list(table: Table) -> None:
    """Write each row as one line: what stands in the second column, then the rest with its heads."""
    heads = [" ".join(cell.text.split()) for cell in table.rows[0].cells]
    for row in table.rows[1:]:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        rest = [f"{head}: {cell}" for head, cell in zip(heads[2:], cells[2:], strict=False) if cell]
        line = "- " + "; ".join([cells[1], *rest])
        table._tbl.addprevious(_paragraph(table, line))
    table._tbl.getparent().remove(table._tbl)


def _paragraph(table: Table, text: str) -> Any:
    from docx.oxml import OxmlElement

    paragraph, run, piece = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    piece.text = text
    run.append(piece)
    paragraph.append(run)
    return paragraph


def _swap_sections(body: Any) -> None:
    """Let the second and the third top section change places, numbers left as they were."""
    children = list(body)
    starts = [at for at, child in enumerate(children) if child.tag == qn("w:p") and _SECTION.match(_text(child))]
    if len(starts) < 2:
        return
    first, second = starts[0], starts[1]
    last = starts[2] if len(starts) > 2 else _end(children, second)
    if last is None:
        return
    moved = children[second:last]
    for child in moved:
        children[first].addprevious(child)


def _end(children: list[Any], start: int) -> int | None:
    for at in range(start + 1, len(children)):
        child = children[at]
        if child.tag != qn("w:p") or _LAST.match(_text(child)):
            return at
    return None
