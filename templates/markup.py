"""Turns the text of a template (`*.mau`) into a Word template: one line of text, one paragraph of a role.

`VAI_TRÒ|text|mark`; `? x` if, `:` else, `.` end; `* a in b` for each, `/` end; `#` comment. DAU_VAN_BAN, DAU_CONG_VAN
are letterheads, KY the signature, KY_HAI|left|right places for two to sign, KE the rule below a title, TRANG_DOC and
TRANG_NGANG begin an appendix in portrait or landscape, BANG|widths|heads and HANG|each|cells a table ("=" centres a
cell, "~" adds a mark), CUOI closes a page that ends in a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

from templates.frame import NUMBER_STYLE, PLACE_STYLE, add_section, fill, line, new_document, rule, rule_below
from templates.tables import add_row, bare_table, grid, loop

LEFT, RIGHT = 73.0, 92.0
PORTRAIT, LANDSCAPE = 165.0, 252.0
CONTROL = {
    "?": "{{%p if {} %}}",
    ":": "{{%p else %}}",
    ".": "{{%p endif %}}",
    "*": "{{%p for {} %}}",
    "/": "{{%p endfor %}}",
}


@dataclass
class _Builder:
    document: Document
    width: float = PORTRAIT
    table: Table | None = None
    widths: tuple[float, ...] = ()

    def take(self, text: str) -> None:
        """Add what one line says."""
        head, _, rest = text.partition("|")
        if head[:1] in CONTROL and "|" not in head[:1]:
            line(self.document, "DOAN", CONTROL[text[0]].format(text[1:].strip()))
        elif head in _BLOCKS:
            _BLOCKS[head](self)
        elif head == "BANG":
            self.widths, heads = tuple(map(float, rest.split("|")[0].split(","))), rest.split("|")[1:]
            self.table = grid(self.document, self.widths, heads)
        elif head == "KY_HAI":
            _two_signatures(self.document, *rest.split("|"))
        elif head == "HANG":
            each, *cells = rest.split("|")
            assert self.table is not None
            loop(self.table, self.widths, each, [_cell(cell) for cell in cells])
        else:
            self.paragraph(head, rest)

    def paragraph(self, role: str, rest: str) -> None:
        """Add a paragraph; "|" inside a tag is a filter of the tag's own."""
        text, mark = rest, ""
        if rest.endswith("}}") and "|{{" in rest:
            text, _, mark = rest.rpartition("|")
        style = {"DOAN_DAU": "DOAN", "CHO_DIEN": PLACE_STYLE, "KINH_GUI_DAU": "KINH_GUI"}.get(role, role)
        paragraph = line(self.document, style, text, mark)
        if role in _SPACE_BEFORE:
            paragraph.paragraph_format.space_before = Pt(_SPACE_BEFORE[role])
        if role == "KINH_GUI_DONG":
            paragraph.paragraph_format.left_indent = Cm(5.1)
            paragraph.paragraph_format.first_line_indent = Cm(-0.3)
            paragraph.paragraph_format.space_after = Pt(0)
        if role == "KINH_GUI_DAU":  # dashes stand below the colon (Nghị định 30/2020/NĐ-CP, Phụ lục I)
            paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.left_indent = Cm(2.8)

    def section(self, landscape: bool) -> None:
        """Begin an appendix."""
        add_section(self.document, landscape)
        self.width = LANDSCAPE if landscape else PORTRAIT


_SPACE_BEFORE = {"TEN_LOAI": 18.0, "KINH_GUI": 12.0, "KINH_GUI_DAU": 12.0, "DOAN_DAU": 12.0}
_BLOCKS: dict[str, Callable[[_Builder], object]] = {
    "DAU_VAN_BAN": lambda builder: _letterhead(builder.document, letter=False),
    "DAU_CONG_VAN": lambda builder: _letterhead(builder.document, letter=True),
    "KY": lambda builder: _signature(builder.document),
    "KE": lambda builder: rule(builder.document, width_mm=builder.width),
    "TRANG_DOC": lambda builder: builder.section(landscape=False),
    "TRANG_NGANG": lambda builder: builder.section(landscape=True),
    "CUOI": lambda builder: _small(builder.document),
}


def template(text: str) -> Document:
    """Return the Word template that `text` describes."""
    builder = _Builder(new_document())
    for part in text.splitlines():
        if part and not part.startswith("#"):
            builder.take(part)
    return builder.document


def _cell(text: str) -> tuple[str, str, str]:
    style = NUMBER_STYLE if text.startswith("=") else "BANG"
    shown, _, mark = text.lstrip("=").partition("~")
    return style, f"{{{{ {shown} }}}}", f"{{{{ {mark} }}}}" if mark else ""


def _small(document: Document) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(2)


def _letterhead(document: Document, letter: bool) -> None:
    table = bare_table(document, (LEFT, RIGHT))
    left, right = table.rows[0].cells
    _fill_all(left, "CO_QUAN_CHU_QUAN", ("{%p if co_quan_chu_quan %}", "{{ co_quan_chu_quan }}", "{%p endif %}"))
    line(left, "CO_QUAN", "{{ co_quan }}")
    rule_below(left, 0.4, LEFT)
    fill(right, "QUOC_HIEU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    line(right, "TIEU_NGU", "Độc lập - Tự do - Hạnh phúc")
    rule_below(right, 0.66, RIGHT)
    low = add_row(table)
    fill(low[0], "SO_KY_HIEU", "Số:       /{{ ky_hieu }}")
    if letter:
        line(low[0], "TRICH_YEU_CV", "{{ trich_yeu }}").paragraph_format.space_before = Pt(6)
    fill(low[1], "DIA_DANH", "{{ dia_danh }}, {{ ngay_thang }}")


def _signature(document: Document) -> None:
    # The signature never stands alone on a page: the closing sentence goes with it.
    for paragraph in (document.paragraphs[-1], document.add_paragraph()):
        paragraph.paragraph_format.keep_with_next = True
    left, right = bare_table(document, (80.0, 85.0)).rows[0].cells
    fill(left, "NOI_NHAN", "Nơi nhận:")
    for text in ("- Như trên;", "{%p for ten in noi_nhan %}", "- {{ ten }};", "{%p endfor %}"):
        line(left, "NOI_NHAN_DONG", text)
    line(left, "NOI_NHAN_DONG", "- Lưu: VT{% if don_vi_soan %}, {{ don_vi_soan }}{% endif %}.")
    _fill_all(right, "QUYEN_HAN", ("{%p for dong in quyen_han %}", "{{ dong }}", "{%p endfor %}"))
    line(right, "CHUC_VU", "{{ chuc_vu }}")
    for _ in range(4):
        line(right, "CHUC_VU", "")
    line(right, "HO_TEN", "{{ ho_ten }}")


def _two_signatures(document: Document, left: str, right: str) -> None:
    for paragraph in (document.paragraphs[-1], document.add_paragraph()):
        paragraph.paragraph_format.keep_with_next = True
    for cell, title in zip(bare_table(document, (80.0, 85.0)).rows[0].cells, (left, right), strict=True):
        fill(cell, "CHUC_VU", title)
        for _ in range(4):
            line(cell, "CHUC_VU", "")


def _fill_all(cell: object, role: str, texts: Sequence[str]) -> None:
    from docx.table import _Cell

    assert isinstance(cell, _Cell)
    fill(cell, role, texts[0])
    for text in texts[1:]:
        line(cell, role, text)
