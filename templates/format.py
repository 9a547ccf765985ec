"""Compares a .docx with the decree's format profile and says in Vietnamese what differs (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

from extractors.errors import Broken, TooLarge
from extractors.vietnamese import fold
from templates.effective import Look, Reader
from templates.frame import profile
from templates.parts import Component, components
from templates.phrases import decimal, quoted
from templates.vocabulary import vocabulary

LARGEST = 200_000_000  # bytes
_EMU_PER_MM = 36000
_TOLERANCE_MM = 0.6  # Word keeps lengths in twentieths of a point
_SLIPS = (
    ("number_blank", re.compile(r"^Số:\s*\S*\s*/\s+|^Số:\s*\d+\s+/|-\s|\s-")),
    ("number_zero", re.compile(r"^Số:\s*[1-9]/")),
)
_DAY = re.compile(r"ngày\s+(\S+)\s+tháng\s+(\S+)\s+năm")


def check_format(data: bytes) -> list[str]:
    """Return the differences from the decree, [] where there is none; raises Broken or TooLarge."""
    try:
        _measure(data)
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise Broken(detail="không phải tệp .docx") from error
    reader = Reader(document)
    found = components(document, reader)
    told = [*_page(document), *_numbers(document), *_required(found)]
    for part in found:
        told += _component(part)
    return list(dict.fromkeys(told))


def _measure(data: bytes) -> None:
    """Refuse what unpacks to more than any document holds, before it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise TooLarge(detail="nội dung giải nén quá lớn")


def _say(kind: str, **facts: object) -> str:
    return str(vocabulary()["format"][kind]).format(**facts)


def _page(document: Document) -> Iterable[str]:
    wanted = profile()["page"]
    for order, section in enumerate(document.sections, start=1):
        sides = sorted(_mm(value) for value in (section.page_width, section.page_height))
        if any(abs(a - b) > 1 for a, b in zip(sides, wanted["mm"], strict=True)):
            yield _say("paper", n=order, a=" × ".join(decimal(round(side)) for side in sides))
        for side, (low, high) in wanted["margin_mm"].items():
            value = _mm(getattr(section, f"{side}_margin"))
            if not low - _TOLERANCE_MM <= value <= high + _TOLERANCE_MM:
                yield _say(
                    "margin", n=order, side=vocabulary()["side"][side], a=decimal(round(value)), low=low, high=high
                )


def _limits(low: float, high: float) -> str:
    return decimal(low) if low == high else f"{decimal(low)}–{decimal(high)}"


def _mm(value: int | None) -> float:
    return (value or 0) / _EMU_PER_MM


def _numbers(document: Document) -> Iterable[str]:
    first = document.sections[0]
    pages = [p for section in document.sections for p in section.header.paragraphs if _is_page_field(p)]
    if not pages and not _one_page(document):
        yield _say("no_page_number")
    if not pages:
        return
    look = Reader(document).look(pages[0])
    low, high = profile()["page_number"]["pt"]
    size = look.size if look.text else _field_size(pages[0], look.size)
    if look.align != "center":
        yield _say("page_number_place")
    if not low <= size <= high:
        yield _say(
            "size", what=vocabulary()["component"]["page_number"], a=decimal(size), limits=_limits(low, high), quote=""
        )
    if not first.different_first_page_header_footer or _shows_on_first(first):
        yield _say("page_number_first")


def _one_page(document: Document) -> bool:
    """Return whether the program that wrote the file counted one page: that page shows no number."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            return b"<Pages>1</Pages>" in part.blob
    return False


def _is_page_field(paragraph: Paragraph) -> bool:
    fields = [node.text or "" for node in paragraph._p.iter(qn("w:instrText"))]
    simple = [node.get(qn("w:instr")) or "" for node in paragraph._p.iter(qn("w:fldSimple"))]
    return any(re.search(r"\bPAGE\b", text) for text in [*fields, *simple])


def _field_size(paragraph: Paragraph, default: float) -> float:
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None]
    return sizes[0] if sizes else default


def _shows_on_first(section: Section) -> bool:
    return any(_is_page_field(p) for p in section.first_page_header.paragraphs)


def _required(found: list[Component]) -> Iterable[str]:
    roles = {part.role for part in found}
    for role in ("QUOC_HIEU", "TIEU_NGU", "CO_QUAN", "SO_KY_HIEU", "DIA_DANH", "NOI_NHAN"):
        if role not in roles:
            yield _say("absent", what=vocabulary()["component"][role])
    if "TEN_LOAI" not in roles and "TRICH_YEU_CV" not in roles:
        yield _say("absent", what=vocabulary()["component"]["TEN_LOAI"])


def _component(part: Component) -> Iterator[str]:
    facts = profile()["roles"][part.role]
    what, look = vocabulary()["component"][part.role], part.look
    shown = f" (“{quoted(look.text, 60)}”)"
    low, high = facts["pt"]
    if look.font and look.font != profile()["font"]["family"]:
        yield _say("font", what=what, a=look.font, quote=shown)
    if not low <= look.size <= high:
        yield _say("size", what=what, a=decimal(look.size), limits=_limits(low, high), quote=shown)
    if look.bold != facts["bold"] and part.role not in _ANY_WEIGHT:
        yield _say("bold" if facts["bold"] else "not_bold", what=what, quote=shown)
    if look.italic != facts["italic"]:
        yield _say("italic" if facts["italic"] else "upright", what=what, quote=shown)
    if facts["case"] == "upper" and look.text != look.text.upper():
        yield _say("upper", what=what, quote=shown)
    if not look.black:
        yield _say("black", what=what, quote=shown)
    if part.role in _CENTRED and look.align != "center":
        yield _say("centre", what=what, quote=shown)
    if part.role == "DOAN":
        yield from _body(look, what, shown)
    yield from _slips(part, what, shown)


_ANY_WEIGHT = frozenset({"KHOAN", "BANG"})
_CENTRED = frozenset({"QUOC_HIEU", "TIEU_NGU", "CO_QUAN", "TEN_LOAI", "TRICH_YEU", "SO_KY_HIEU", "PHU_LUC"})


def _body(look: Look, what: str, shown: str) -> Iterator[str]:
    body = profile()["body"]
    low, high = body["first_line_indent_cm"]
    if look.align != "justify":
        yield _say("justify", what=what, quote=shown)
    if not low - 0.02 <= look.first_line_cm <= high + 0.02:
        yield _say(
            "indent", what=what, a=decimal(look.first_line_cm), low=decimal(low), high=decimal(high), quote=shown
        )
    if max(look.before, look.after) < body["space_between_paragraphs_pt_min"]:
        yield _say("gap", what=what, quote=shown)
    if look.spacing is not None and not 0.99 <= look.spacing <= 1.51:
        yield _say("spacing", what=what, a=decimal(look.spacing), quote=shown)


def _slips(part: Component, what: str, shown: str) -> Iterator[str]:
    text = part.look.text
    if part.role == "SO_KY_HIEU":
        first = text.split("\n", 1)[0]
        for kind, pattern in _SLIPS:
            if pattern.search(first):
                yield _say(kind, what=what, quote=shown)
    if part.role == "DIA_DANH" and (match := _DAY.search(text)):
        day, month = match.groups()
        if (day.isdigit() and len(day) == 1) or month in {"1", "2"}:
            yield _say("day_zero", what=what, quote=shown)
    if part.role == "TIEU_NGU" and text != "Độc lập - Tự do - Hạnh phúc":
        yield _say("motto", what=what, quote=shown)
    if part.role == "NOI_NHAN_DONG" and part.last and not fold(text).startswith("- lưu"):
        yield _say("file_copy", what=what, quote=shown)
