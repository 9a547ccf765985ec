"""The one door: what is inside decides which reader reads, and every answer is a document or a reason."""

from __future__ import annotations

import io
import random
import re
import struct
from pathlib import Path

import pytest
from PIL import Image

from extractors.document import FACT_PARTS, Document, Part
from extractors.errors import Broken, NeedsLibreOffice, NeedsOcr, NoLetters, TonghopError, WrongKind
from extractors.readers.builder import plain
from extractors.readers.doc_check import check_converted, count_letters
from extractors.readers.doc_end import with_last_mark
from extractors.readers.door import read_bytes
from extractors.readers.flat import read_flat
from extractors.readers.notes import NOTES, note
from extractors.readers.tools import Tools, no_converter, no_ocr
from extractors.rendering import rendered
from extractors.sandbox import Limits
from extractors.sandbox.libreoffice import LibreOffice, office_path
from tests.extractors.hostile import FIXTURES, PLAIN
from tests.extractors.word import docx, p

GOOD = FIXTURES / "good"
SHA = "0" * 64
DOC = GOOD / "ke_hoach_thuong.doc"


def read(data: bytes, name: str, tools: Tools | None = None) -> Document:
    return read_bytes(data, name, SHA, tools or Tools())


def test_a_wrong_extension_is_read_and_said() -> None:
    document = read(PLAIN.read_bytes(), "kế hoạch.pdf")
    assert document.format == "docx"
    assert [(n.code, ".pdf" in n.text) for n in document.notes] == [("SAI_DUOI_TEP", True)]
    html = read((GOOD / "ke_hoach_thuong_thuc_ra_la_html.doc").read_bytes(), "kế hoạch.doc")
    assert (html.format, [n.code for n in html.notes]) == ("html", ["SAI_DUOI_TEP"])


@pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "a.docm", "a", "a.bản cuối", "a.signed"])
def test_a_right_or_unknown_extension_is_not_remarked(name: str) -> None:
    assert read(PLAIN.read_bytes(), name).notes == ()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    noise = random.Random(1).randbytes(300 * 300)
    Image.frombytes("L", (300, 300), noise).save(out, kind)
    return out.getvalue()


def pasted(text: str = "") -> bytes:
    image = picture("PNG")
    assert len(image) > 40 << 10
    drawing = '<w:p><w:r><w:drawing><a:blip r:embed="img0"/></w:drawing></w:r></w:p>'
    return docx(p(text) + drawing, files={"word/media/image1.png": image})


REFUSED = [
    ("a zip", lambda: b"PK\x05\x06" + bytes(18), WrongKind),
    ("a Word file without a letter", lambda: docx(p(" … ")), NoLetters),
    ("a .doc without LibreOffice", DOC.read_bytes, NeedsLibreOffice),
    ("a picture without Tesseract", lambda: picture("PNG"), NeedsOcr),
    ("a Word file that is one scanned page", pasted, NeedsOcr),
    (
        "a package without its document",
        lambda: docx(p("a")).replace(b"word/document.xml", b"word/dokument.xml"),
        Broken,
    ),
]


@pytest.mark.parametrize(("why", "data", "wanted"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_here(why: str, data: object, wanted: type[TonghopError]) -> None:
    assert callable(data)
    with pytest.raises(wanted):
        read(data(), "tệp.docx")


TSV = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "5\t1\t1\t1\t1\t1\t200\t100\t300\t60\t95.0\tKẾ\n5\t1\t1\t1\t1\t2\t520\t100\t400\t60\t95.0\tHOẠCH\n"
)


def engine(png: bytes, *, psm: int = 3) -> str:
    return TSV if psm != 0 else "Rotate: 0\nOrientation confidence: 9.0\n"


def test_a_scanned_page_pasted_into_word_is_recognised() -> None:
    document = read(pasted("Kính gửi"), "kế hoạch.docx", Tools(engine))
    assert rendered(document) == "Kính gửi\nKẾ HOẠCH"
    block = document.blocks[-1]
    assert (block.path.startswith("ảnh 1/"), block.page, block.source.value) == (True, None, "ocr")
    assert document.unread == ()


def test_a_page_that_was_not_recognised_is_said() -> None:
    document = read(pasted("Kính gửi"), "kế hoạch.docx")
    assert (rendered(document), document.unread) == ("Kính gửi", ("ảnh 1",))
    assert [n.code for n in document.notes] == ["ANH_CHUA_DOC"]


def test_pictures_beside_much_text_are_illustrations() -> None:
    assert read(pasted("Phòng đã tổ chức hội nghị. " * 40), "a.docx").notes == ()


def test_a_part_that_the_file_names_and_lost_is_said() -> None:
    data = docx(p("a"), footnotes="").replace(b"word/footnotes.xml", b"word/footnotez.xml")
    assert read(data, "a.docx").unread == ("phần footnotes",)


def test_two_dates_glued_by_a_print_of_changes_are_said() -> None:
    notes = read(docx(p("trước ngày 30/6/202210/6/2022.")), "a.docx").notes
    assert [(n.code, "30/6/202210/6/2022" in n.text) for n in notes] == [("HAI_NGAY_DINH_NHAU", True)]
    assert read(docx(p("từ 30/6/2022 10/6/2022, 1/2/2022-3/4/2022")), "a.docx").notes == ()


def test_a_converter_is_told_the_true_format() -> None:
    asked: list[str] = []

    def convert(data: bytes, suffix: str) -> bytes:
        asked.append(suffix)
        return PLAIN.read_bytes()

    for name in ("ke_hoach_thuong.doc", "ke_hoach_thuong.rtf", "ke_hoach_thuong.odt"):
        document = read((GOOD / name).read_bytes(), "x.docx", Tools(convert=convert))
        assert document.format == name[-3:]
    assert asked == [".doc", ".rtf", ".odt"]


def test_the_stand_ins_say_what_is_missing() -> None:
    with pytest.raises(NeedsOcr):
        no_ocr(b"")
    with pytest.raises(NeedsLibreOffice, match="doc"):
        no_converter(b"", ".doc")


def flat(inner: str) -> bytes:
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{inner}</pkg:package>'.encode()


def test_flat_word_xml() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    inner = (
        '<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/'
        f'2006/relationships"><Relationship Id="a" Type="{kind}" Target="word/document.xml"/></Relationships>'
        '</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>"
        '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>aGk=</pkg:binaryData></pkg:part>'
    )
    document = read(flat(inner), "a.xml")
    assert (document.text, document.format, document.notes) == ("Kế hoạch", "wordxml", ())
    with pytest.raises(Broken):
        read_flat(flat(inner.replace("aGk=", "a")), SHA, no_converter)


def changed(at_in_stream: int, value: bytes) -> bytes:
    """Return the .doc with bytes of its WordDocument stream changed; the stream lies in one run of sectors."""
    data = bytearray(DOC.read_bytes())
    start = data.index(b"\xec\xa5", 512)
    data[start + at_in_stream : start + at_in_stream + len(value)] = value
    return bytes(data)


def test_a_doc_counts_its_letters() -> None:
    letters = count_letters(DOC.read_bytes())
    assert letters is not None
    assert abs(letters - len((GOOD / "ke_hoach_thuong.truth.txt").read_text("utf-8"))) < 1000


@pytest.mark.parametrize(
    ("why", "at", "value"),
    [
        ("fewer letters counted than pieces hold", 76, struct.pack("<i", 900)),
        ("a negative count", 76, struct.pack("<i", -5)),
        ("a piece table outside its stream", 418, struct.pack("<I", 1 << 30)),
        ("a piece table that is none", 418, struct.pack("<I", 3)),
    ],
)
def test_a_damaged_piece_table_is_said(why: str, at: int, value: bytes) -> None:
    with pytest.raises(Broken):
        count_letters(changed(at, value))


def test_the_mark_that_libreoffice_forgets_after_a_last_table_is_put_in_once() -> None:
    data = DOC.read_bytes()
    mended = with_last_mark(data)
    assert len(mended) == len(data) and mended != data
    assert (count_letters(mended) or 0) == (count_letters(data) or 0) + 1
    assert with_last_mark(mended) == mended


@pytest.mark.parametrize(
    "name", ["good/ke_hoach_tinh_nang_word.doc", "good/ke_hoach_thuong.rtf", "bad/rac_ngau_nhien.doc"]
)
def test_files_that_lack_no_mark_stay_as_they_are(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    assert with_last_mark(data) is data


@pytest.mark.tools
def test_recipients_and_signature_of_a_doc_keep_their_cells() -> None:
    if office_path() is None:
        pytest.skip("máy này không có LibreOffice")
    document = read(DOC.read_bytes(), "a.doc", Tools(convert=LibreOffice(Limits())))
    last = document.blocks[-1]
    assert last.cell is not None and (last.cell.col, document.block_text(last)) == (1, "Lê Quý Đạt")


CONVERTED = [
    ("as much as was counted", "Phòng Nội vụ báo cáo. " * 100, 2200, True),
    ("codes of fields are counted too", "Phòng Nội vụ báo cáo. " * 60, 2200, True),
    ("most of it gone", "Phòng Nội vụ báo cáo. " * 20, 2200, False),
    ("much more than there is", "Phòng Nội vụ báo cáo. " * 200, 2200, False),
    ("noise", "Phòng \u6f22\u5b57\u7530 nội \u7530\ue000\u6f22 " * 100, None, False),
    ("one figure without end", "Phòng Nội vụ " + "2" * 300, None, False),
    ("rules and leaders are no noise", "Họ tên: " + "." * 300 + "_" * 200, None, True),
    ("a little Greek and mathematics", "α ≤ 5 → đạt ✓ “tốt” – " * 30, None, True),
]


@pytest.mark.parametrize(("why", "text", "letters", "fine"), CONVERTED, ids=[case[0] for case in CONVERTED])
def test_what_libreoffice_made_of_it_is_weighed(why: str, text: str, letters: int | None, fine: bool) -> None:
    if fine:
        check_converted(plain(text), letters)
    else:
        with pytest.raises(Broken):
            check_converted(plain(text), letters)


def test_notes_are_a_closed_list() -> None:
    assert list(NOTES) == sorted(NOTES)
    assert "…" in note("CHU_AN").text  # a missing detail is shown, not raised
    with pytest.raises(KeyError):
        note("MA_LA")
    folder = Path(__file__).parents[2] / "extractors" / "readers"
    code = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")) if path.name != "notes.py")
    assert set(re.findall(r"""\bnote\(\s*"([A-Z_]+)\"""", code)) == set(NOTES)


def test_facts_never_come_from_comments_or_running_heads() -> None:
    assert not {Part.COMMENT, Part.HEADER, Part.FOOTER} & FACT_PARTS
