"""Recognises the components of an official .docx by what they say and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from extractors.vietnamese import fold
from templates.effective import Look, Reader
from templates.frame import profile

_PLACE = re.compile(r"^[^,\d]{2,40},\s*ngày\b.*\btháng\b.*\bnăm\b")
_SECTION = re.compile(r"^(?:[IVX]+)\.\s+\S")
_CLAUSE = re.compile(r"^\d{1,2}\.\s+\S")
_APPENDIX = re.compile(r"^phụ lục(?:\s+[ivx\d]+)?$")
_AUTHORITY = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\.\s*\S")
_TITLE_WORDS = re.compile(
    r"^(?:PHÓ |QUYỀN )?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ"
    r"|THỦ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG)"
)
LONG = 60  # characters from which a paragraph is judged as running text


@dataclass(frozen=True, slots=True)
class Component:
    """A paragraph and the role that it plays; `last` marks the last line of a list."""

    role: str
    look: Look
    last: bool = False


def components(document: Document, reader: Reader) -> list[Component]:
    """Return the paragraphs whose role is known, in the order of the document; appendix pages by their heads only."""
    found: list[Component] = []
    state = _State()
    for paragraph, in_table, columns in _walk(document):
        look = reader.look(paragraph)
        if look.text and (role := state.role(look, in_table, columns)):
            found.append(Component(role, look))
    lines = [at for at, part in enumerate(found) if part.role == "NOI_NHAN_DONG"]
    if lines:
        last = found[lines[-1]]
        found[lines[-1]] = Component(last.role, last.look, last=True)
    return found


class _State:
    """Where in the document the walk stands: what may come next depends on what has come."""

    def __init__(self) -> None:
        self.types = {fold(name.split(" (")[0]) for name in profile()["kinds"]}
        self.issuer = self.titled = self.body = self.recipients = self.appendix = self.signed = False

    def role(self, look: Look, in_table: bool, columns: int) -> str:
        text, low = look.text, fold(look.text)
        if _APPENDIX.match(low):
            self.appendix = True
            return "PHU_LUC"
        if self.appendix:
            return ""
        if low.startswith("cộng hòa xã hội chủ nghĩa việt nam"):
            return "QUOC_HIEU"
        if low.startswith("độc lập") and "hạnh phúc" in low:
            return "TIEU_NGU"
        if low.startswith("nơi nhận"):
            self.recipients = True
            return "NOI_NHAN"
        if self.recipients:
            return self._closing(text)
        return (
            self._opening(look, text, low, in_table) if not self.body else self._within(look, text, in_table, columns)
        )

    def _opening(self, look: Look, text: str, low: str, in_table: bool) -> str:
        if re.match(r"^số:?\s*[\d./…\s]*/", low) or low.startswith("số:"):
            return "SO_KY_HIEU"
        if _PLACE.match(text):
            return "DIA_DANH"
        if low.startswith("v/v") and in_table:
            self.titled = True
            return "TRICH_YEU_CV"
        if in_table and text == text.upper() and not self.titled and any(char.isalpha() for char in text):
            return "CO_QUAN" if look.bold else "CO_QUAN_CHU_QUAN"
        if low in self.types and text == text.upper():
            self.titled = True
            return "TEN_LOAI"
        if low.startswith("kính gửi"):
            self.body = True
            return "KINH_GUI"
        if self.titled and look.align == "center" and not self.issuer:
            self.issuer = True
            return "TRICH_YEU"
        if self.titled and len(text) > LONG and not in_table:
            self.body = True
            return "CAN_CU" if look.italic and low.startswith(("căn cứ", "theo")) else "DOAN"
        return ""

    def _within(self, look: Look, text: str, in_table: bool, columns: int) -> str:
        if in_table:
            return "BANG" if columns > 2 else ""
        if _SECTION.match(text) and text == text.upper():
            return "MUC"
        if _CLAUSE.match(text) and (look.bold or len(text) <= LONG):
            return "KHOAN"
        if look.italic and fold(text).startswith(("căn cứ", "theo đề nghị")):
            return "CAN_CU"
        return "DOAN" if len(text) > LONG and look.align != "center" else ""

    def _closing(self, text: str) -> str:
        if text.startswith(("-", "–")):
            return "NOI_NHAN_DONG"
        if _AUTHORITY.match(text):
            return "QUYEN_HAN"
        if _TITLE_WORDS.match(text.upper()) and not self.signed:
            self.signed = True
            return "CHUC_VU"
        words = text.split()
        named = 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words) and text != text.upper()
        return "HO_TEN" if self.signed and named else ""


def _walk(document: Document) -> Iterator[tuple[Paragraph, bool, int]]:
    """Yield paragraphs in document order with whether they lie in a table, and how many columns it has."""
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield Paragraph(element, document), False, 0
        elif element.tag == qn("w:tbl"):
            table = Table(element, document)
            columns = len(table.columns)
            for cell in element.iter(qn("w:tc")):
                for paragraph in cell.iterchildren(qn("w:p")):
                    yield Paragraph(paragraph, document), True, columns
