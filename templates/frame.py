"""The shape of an official document in Word: page, styles, letterhead, signature, appendices, tables.

Sizes and positions come from `nd30.json` (Nghị định 30/2020/NĐ-CP, Phụ lục I). Styles carry Vietnamese names, because
the office changes them in Word.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
STYLES = {
    "QUOC_HIEU": "Quốc hiệu",
    "TIEU_NGU": "Tiêu ngữ",
    "CO_QUAN_CHU_QUAN": "Cơ quan chủ quản",
    "CO_QUAN": "Cơ quan ban hành",
    "SO_KY_HIEU": "Số, ký hiệu",
    "DIA_DANH": "Địa danh và thời gian",
    "TEN_LOAI": "Tên loại văn bản",
    "TRICH_YEU": "Trích yếu",
    "TRICH_YEU_CV": "Trích yếu công văn",
    "KINH_GUI": "Kính gửi",
    "KINH_GUI_DONG": "Kính gửi (dòng)",
    "MUC": "Mục",
    "KHOAN": "Khoản",
    "DIEM": "Điểm",
    "GACH": "Gạch đầu dòng",
    "DOAN": "Đoạn văn",
    "QUYEN_HAN": "Quyền hạn",
    "CHUC_VU": "Chức vụ",
    "HO_TEN": "Họ tên",
    "NOI_NHAN": "Nơi nhận",
    "NOI_NHAN_DONG": "Nơi nhận (dòng)",
    "PHU_LUC": "Phụ lục",
    "PHU_LUC_TEN": "Tên phụ lục",
    "PHU_LUC_DAN": "Dẫn phụ lục",
    "BANG": "Ô bảng",
}
_ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# The smaller size that the decree allows, so that names of bodies and the national title keep to one line each.
SIZES = {"QUOC_HIEU": 12, "TIEU_NGU": 13, "CO_QUAN_CHU_QUAN": 12, "CO_QUAN": 12, "DIA_DANH": 13}
_BODY = frozenset({"MUC", "KHOAN", "DIEM", "GACH", "DOAN", "KINH_GUI_DONG"})
PLACE_STYLE, HEAD_STYLE, MARK_STYLE, NUMBER_STYLE = "Chỗ điền", "Đầu bảng", "Dẫn nguồn", "Ô bảng (giữa)"


@cache
def profile() -> dict[str, Any]:
    """Return the format profile of Nghị định 30/2020/NĐ-CP."""
    text = resources.files("templates").joinpath("nd30.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def new_document() -> Document:
    """Return an empty A4 document with the decree's margins, font, page number and one style for each component."""
    document = docx.Document()
    _strip(document)
    _page(document.sections[0])
    base = document.styles["Normal"]
    assert isinstance(base, ParagraphStyle)
    _font(base, 14)
    base.paragraph_format.space_after = Pt(0)
    for role, title in STYLES.items():
        _style(document, role, title)
    _extra_styles(document)
    _number_pages(document.sections[0])
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = ""
    return document


def _strip(document: Document) -> None:
    """Take away what the library's own template brings along: an office sees only the styles that it may use."""
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _NEEDED:
            document.styles.element.remove(style)
    package = document.part.package
    for ident, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[ident]
    for ident, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects", "/webSettings")):
            del document.part.rels[ident]


_NEEDED = frozenset(
    {
        "Normal",
        "Header",
        "Footer",
        "HeaderChar",
        "FooterChar",
        "DefaultParagraphFont",
        "NoList",
        "TableNormal",
        "TableGrid",
    }
)


def _page(section: Section, landscape: bool = False) -> None:
    margin = profile()["page"]["margin_default_mm"]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.top_margin, section.bottom_margin = Mm(margin["top"]), Mm(margin["bottom"])
    section.left_margin, section.right_margin = Mm(margin["left"]), Mm(margin["right"])
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _font(style: ParagraphStyle, size: float, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, italic
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    style.font.color.rgb = RGBColor(0, 0, 0)


def _style(document: Document, role: str, title: str) -> None:
    facts = profile()["roles"][role]
    style = document.styles.add_style(title, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, SIZES.get(role, facts["pt_default"]), facts["bold"], facts["italic"])
    style.font.all_caps = False
    form = style.paragraph_format
    form.alignment = _ALIGN[facts["align"]]
    form.line_spacing = 1.0
    if role in _BODY:
        form.first_line_indent = Cm(1.27)
        form.space_after = Pt(6)
        form.line_spacing = 1.1
    if role in {"MUC", "KHOAN", "PHU_LUC", "PHU_LUC_TEN", "TEN_LOAI"}:
        form.keep_with_next = True


def _extra_styles(document: Document) -> None:
    place = document.styles.add_style(PLACE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    head = document.styles.add_style(HEAD_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    middle = document.styles.add_style(NUMBER_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    mark = document.styles.add_style(MARK_STYLE, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(place, ParagraphStyle) and isinstance(head, ParagraphStyle) and isinstance(middle, ParagraphStyle)
    place.base_style = document.styles[STYLES["DOAN"]]
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "FFF2CC")):
        shade.set(qn(name), value)
    place.element.get_or_add_rPr().append(shade)
    head.base_style = middle.base_style = document.styles[STYLES["BANG"]]
    head.font.bold = True
    for style in (head, middle):
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    cell = document.styles[STYLES["BANG"]]
    assert isinstance(cell, ParagraphStyle)
    cell.font.size = Pt(12)
    cell.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    mark.font.name, mark.font.size, mark.font.superscript = FONT, Pt(14), True
    mark.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)


def _number_pages(section: Section) -> None:
    """Put the page number into the middle of the top margin; the first page shows none."""
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    run.font.size = Pt(14)
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("shown", "1"), ("end", "")):
        run._r.append(_field(kind, text))


def _field(kind: str, text: str) -> Any:
    if kind in {"", "shown"}:
        piece = OxmlElement("w:instrText" if not kind else "w:t")
        piece.text = text
        return piece
    piece = OxmlElement("w:fldChar")
    piece.set(qn("w:fldCharType"), kind)
    return piece


def add_section(document: Document, landscape: bool = False) -> Section:
    """Begin an appendix on a new page, with page numbers of its own from 1."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, landscape)
    count = OxmlElement("w:pgNumType")
    count.set(qn("w:start"), "1")
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    margins = section._sectPr.find(qn("w:pgMar"))
    assert margins is not None
    margins.addnext(count)
    return section


def line(document: Document | _Cell, role: str, text: str, mark: str = "") -> Paragraph:
    """Add one paragraph of a role (or of a style's own name); `mark` is the run that shows where it comes from."""
    paragraph: Paragraph = document.add_paragraph(text, style=STYLES.get(role, role))
    if mark:
        paragraph.add_run(mark, style=MARK_STYLE)
    return paragraph


def fill(cell: _Cell, role: str, text: str) -> Paragraph:
    """Write into the first, still empty paragraph of a cell, else add one."""
    first: Paragraph = cell.paragraphs[0]
    if first.text or len(cell.paragraphs) > 1:
        return line(cell, role, text)
    first.style = STYLES.get(role, role)
    first.add_run(text)
    return first


def rule_below(cell: _Cell, share: float, width_mm: float) -> None:
    """Draw a solid rule, `share` of the cell wide and centred: an empty line with a border, as Word keeps it."""
    paragraph = cell.add_paragraph()
    _rule(paragraph, width_mm * (1 - share) / 2)


def _rule(paragraph: Paragraph, indent_mm: float) -> None:
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(indent_mm)
    form.first_line_indent = Mm(0)
    form.line_spacing = Pt(4)
    form.space_before, form.space_after = Pt(3), Pt(0)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")):
        top.set(qn(name), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def rule(document: Document, share: float = 0.3, width_mm: float = 165) -> None:
    """Draw the rule below a title."""
    _rule(document.add_paragraph(), width_mm * (1 - share) / 2)
