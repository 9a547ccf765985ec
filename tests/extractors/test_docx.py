"""What a person sees of a Word file is what is read: one thing a test."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from extractors.document import Part, Source
from extractors.readers.docx import read_docx
from extractors.rendering import rendered
from tests.extractors.word import docx, p, read, run, texts

GOOD = Path(__file__).parents[1] / "fixtures" / "good"
INSERT = '<w:ins w:id="1" w:author="Phan Đức" w:date="2022-05-26T09:00:00Z">{}</w:ins>'
DELETE = (
    '<w:del w:id="2" w:author="Phan Đức" w:date="2022-05-26T09:00:00Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
)
MARK = '<w:rPr><w:del w:id="3" w:author="Phan Đức" w:date="2022-05-26T09:00:00Z"/></w:rPr>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
TWICE = (  # how Word 2010 and later write a text box: once for itself, once as VML for older programs
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><a:graphicData><wps:txbx>{0}</wps:txbx>"
    "</a:graphicData></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{0}</v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{0}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{1}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HIDING = FIELD.format("X", run("ẩn"))
NUM, DEN = "<m:num><m:r><m:t>1</m:t></m:r></m:num>", "<m:den><m:r><m:t>2</m:t></m:r></m:den>"
WORDART = '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>'
INNER = "<w:p>" + TWICE.format(BOX.format(p("trong"))) + "</w:p>"

CASES = [
    # why, body, blocks
    ("runs join", p("Trước ngày ", "10/6", "/2022"), ["Trước ngày 10/6/2022"]),
    ("blank paragraphs go", p("a") + "<w:p/>" + p("  ") + p("b"), ["a", "b"]),
    ("an insertion is kept", f"<w:p>{run('hạn ')}{INSERT.format(run('10/6/2022'))}</w:p>", ["hạn 10/6/2022"]),
    ("a deletion is dropped", f"<w:p>{run('hạn ')}{DELETE.format('30/6/2022')}{run('mới')}</w:p>", ["hạn mới"]),
    (
        "text inserted, then deleted, is gone",
        f"<w:p>{run('còn')}{INSERT.format(DELETE.format('bỏ'))}</w:p>",
        ["còn"],
    ),
    (
        "a deleted paragraph mark joins two paragraphs",
        p("Báo cáo ", properties=MARK) + p("tháng 6") + p("b"),
        ["Báo cáo tháng 6", "b"],
    ),
    ("the last mark deleted loses nothing", p("a") + p("cuối", properties=MARK), ["a", "cuối"]),
    (
        "a moved text stands where it went",
        f"<w:p><w:moveFrom w:id='1'>{run('x')}</w:moveFrom></w:p><w:p><w:moveTo w:id='1'>{run('x')}</w:moveTo></w:p>",
        ["x"],
    ),
    (
        "a control inside a line",
        f"<w:p>{run('Độ khẩn: ')}<w:sdt><w:sdtContent>{run('HỎA TỐC')}</w:sdtContent></w:sdt></w:p>",
        ["Độ khẩn: HỎA TỐC"],
    ),
    (
        "a control around paragraphs, nested",
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>{p('b')}</w:sdtContent></w:sdt>",
        ["a", "b"],
    ),
    ("a link", f"<w:p>{run('xem ')}<w:hyperlink>{run('skhcn.gov.vn')}</w:hyperlink></w:p>", ["xem skhcn.gov.vn"]),
    ("a smart tag", f"<w:p><w:smartTag>{run('tháng 6')}</w:smartTag></w:p>", ["tháng 6"]),
    ("a field shows its result", f"<w:p>{FIELD.format('DATE', run('26/5/2022'))}</w:p>", ["26/5/2022"]),
    (
        "a field inside the code of a field shows nothing",
        f"<w:p>{run('Số ')}"
        + FIELD.format("IF ", run("12")).replace("IF </w:instrText></w:r>", f"</w:instrText></w:r>{HIDING}", 1)
        + "</w:p>",
        ["Số 12"],
    ),
    (
        "a field that never ends swallows nothing below",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>'
        + p("Điều 1"),
        ["Điều 1"],
    ),
    (
        "a drop-down shows the chosen entry",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Mật"/>'
        '<w:listEntry w:val="Thường"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>',
        ["Thường"],
    ),
    ("hidden text is not shown", f"<w:p>{run('a')}{run('mật', '<w:vanish/>')}{run('b')}</w:p>", ["ab"]),
    ("capitals are drawn", f"<w:p>{run('kế hoạch', '<w:caps/>')}</w:p>", ["KẾ HOẠCH"]),
    ("a no-break hyphen", "<w:p><w:r><w:t>37/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>", ["37/KH-UBND"]),
    ("a soft hyphen is not drawn", "<w:p><w:r><w:t>kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r></w:p>", ["kếhoạch"]),
    ("zero-width signs go", p("Phòng\u200b Nội\ufeff vụ"), ["Phòng Nội vụ"]),
    (
        "a symbol font",
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Đạt</w:t></w:r></w:p>',
        ["✓ Đạt"],
    ),
    ("a formula", "<w:p><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>", ["x=2"]),
    ("a fraction", f"<w:p><m:oMath><m:f>{NUM}{DEN}</m:f></m:oMath></w:p>", ["1/2"]),
    ("decomposed letters are composed", p("Ke\u0302\u0301 hoa\u0323ch"), ["Kế hoạch"]),
    ("a line break in the XML is a blank", "<w:p><w:r><w:t>Kế\nhoạch</w:t></w:r></w:p>", ["Kế hoạch"]),
    (
        "a text box once",
        f"<w:p>{run('thân')}{TWICE.format(BOX.format(p('ĐẾN')))}</w:p>" + p("sau"),
        ["thân", "ĐẾN", "sau"],
    ),
    (
        "a box inside a box once",
        f"<w:p>{TWICE.format(BOX.format(INNER + p('ngoài')))}</w:p>",
        ["trong", "ngoài"],
    ),
    ("drawn letters", WORDART, ["DỰ THẢO"]),
]


@pytest.mark.parametrize(("why", "body", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_what_is_seen_is_read(why: str, body: str, wanted: list[str]) -> None:
    assert texts(read(body)) == wanted


SOFT = [
    # why, lines of one paragraph, blocks
    ("a letterhead set in one paragraph", "UBND TỈNH AN GIANG\nSỞ Y TẾ", ["UBND TỈNH AN GIANG", "SỞ Y TẾ"]),
    ("recipients", "Nơi nhận:\n- Như trên;\n- Lưu: VT.", ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
    ("items with numbers", "1. Mục đích\n2. Yêu cầu", ["1. Mục đích", "2. Yêu cầu"]),
    ("a sentence after a sentence", "Đã gửi báo cáo.\nnội dung kèm theo", ["Đã gửi báo cáo.", "nội dung kèm theo"]),
    ("a title that only wraps", "Triển khai phong trào\nthi đua năm 2022", ["Triển khai phong trào\nthi đua năm 2022"]),
    (
        "a long line wraps though a name follows",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 01 tháng 3 năm 2022 của Ủy ban nhân dân\nHuyện Châu Phú về chuyển đổi số",
        ["Căn cứ Kế hoạch số 12/KH-UBND ngày 01 tháng 3 năm 2022 của Ủy ban nhân dân\nHuyện Châu Phú về chuyển đổi số"],
    ),
    ("a day cut in two", "Gửi trước ngày\n30/5/2022", ["Gửi trước ngày 30/5/2022"]),
    (
        "a date of a letterhead cut twice",
        "Hòa Bình, ngày 05\ntháng 6\nnăm 2024",
        ["Hòa Bình, ngày 05 tháng 6 năm 2024"],
    ),
    ("a quarter cut from its number", "Hoàn thành trong quý\nIII/2024", ["Hoàn thành trong quý III/2024"]),
    (
        "a word for a day that opens no date",
        "Lịch làm việc trong ngày\nThứ hai",
        ["Lịch làm việc trong ngày", "Thứ hai"],
    ),
    ("an item after a word for a month", "Việc trong tháng\n1. Tập huấn", ["Việc trong tháng", "1. Tập huấn"]),
    ("after a comma the sentence goes on", "Phòng Nội vụ,\nPhòng Tài chính", ["Phòng Nội vụ,\nPhòng Tài chính"]),
]


@pytest.mark.parametrize(("why", "lines", "wanted"), SOFT, ids=[case[0] for case in SOFT])
def test_soft_breaks_that_end_a_paragraph(why: str, lines: str, wanted: list[str]) -> None:
    assert texts(read(p(lines))) == wanted


def test_changes_are_told_with_author_and_time() -> None:
    document = read(f"<w:p>{run('hạn ')}{DELETE.format('30/6/2022')}{INSERT.format(run('10/6/2022'))}</w:p>")
    assert [(c.kind, c.text, c.author, c.time, c.path) for c in document.changes] == [
        ("deletion", "30/6/2022", "Phan Đức", "2022-05-26T09:00:00Z", "đoạn 1"),
        ("insertion", "10/6/2022", "Phan Đức", "2022-05-26T09:00:00Z", "đoạn 1"),
    ]
    assert [note.code for note in document.notes] == ["CON_VET_SUA"]


def test_hidden_text_is_told() -> None:
    document = read(f"<w:p>{run('a')}{run('bảy chữ', '<w:vanish/>')}</w:p>")
    assert [(note.code, "7" in note.text) for note in document.notes] == [("CHU_AN", True)]


def test_notes_headers_comments_stand_apart() -> None:
    body = (
        '<w:p><w:r><w:t>Chỉ tiêu</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:p><w:r><w:t>x</w:t><w:commentReference w:id="0"/></w:r></w:p>'
    )
    document = read(
        body,
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Chú.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("không ai nhắc tới")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="Bà Lan">{p("Sửa lại")}</w:comment>',
        header1=p("BẢN NHÁP"),
        footer1=p("Trang 1"),
    )
    assert [(block.part, block.path, document.block_text(block)) for block in document.blocks] == [
        (Part.BODY, "đoạn 1", "Chỉ tiêu"),
        (Part.BODY, "đoạn 2", "x"),
        (Part.FOOTNOTE, "cước chú 1/đoạn 1", "Chú."),
        (Part.HEADER, "đầu trang 1/đoạn 1", "BẢN NHÁP"),
        (Part.FOOTER, "chân trang 1/đoạn 1", "Trang 1"),
        (Part.COMMENT, "bình luận 1 (Bà Lan)/đoạn 1", "Sửa lại"),
    ]
    assert rendered(document) == "Chỉ tiêu\nx"


def test_looks_are_resolved_through_styles() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
        '<w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="T2"><w:basedOn w:val="T"/></w:style>'
    )
    document = read(
        p("KẾ HOẠCH", properties='<w:pStyle w:val="T2"/>')
        + p("thân")
        + '<w:p><w:pPr><w:pStyle w:val="T"/><w:jc w:val="left"/></w:pPr>'
        + run("a", '<w:b w:val="0"/>')
        + run("b")
        + "</w:p>"
        + p("kiểu lạ", properties='<w:pStyle w:val="Mất"/>'),
        styles=styles,
    )
    assert [(b.bold, b.centered, b.size) for b in document.blocks] == [
        (True, True, 16.0),
        (False, False, 14.0),
        (None, False, 16.0),
        (False, False, 14.0),
    ]


def test_legacy_letters_are_repaired_by_run_and_the_original_kept() -> None:
    legacy = run("kÕ ho¹ch", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')
    document = read(f"<w:p>{run('Số: ')}{legacy}</w:p>")
    block = document.blocks[0]
    assert (document.text, block.source, block.original) == ("Số: KẾ HOẠCH", Source.TCVN3, "Số: kÕ ho¹ch")


def test_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Kế hoạch</dc:title><dc:creator>Văn thư</dc:creator>"
        "<dcterms:modified>2022-05-26T02:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    data = docx(p("a"), files={"docProps/core.xml": core.encode()})
    wanted = {"title": "Kế hoạch", "creator": "Văn thư", "modified": "2022-05-26T02:00:00Z"}
    assert read_docx(data, "0" * 64).properties == wanted


def test_strict_files_read_like_the_usual_ones() -> None:
    data = docx(p("Kế hoạch"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, part)
    assert texts(read_docx(out.getvalue(), "0" * 64)) == ["Kế hoạch"]


def test_the_file_with_every_feature() -> None:
    path = GOOD / "ke_hoach_tinh_nang_word.docx"
    wanted = json.loads(path.with_suffix(".features.json").read_text("utf-8"))
    document = read_docx(path.read_bytes(), "0" * 64)
    by_part = {part: [document.block_text(b) for b in document.blocks if b.part is part] for part in Part}
    assert by_part[Part.HEADER] == [wanted["header"]]
    assert by_part[Part.FOOTNOTE] == [wanted["footnote"]]
    assert by_part[Part.COMMENT] == [wanted["comment"]]
    assert wanted["textbox"] in by_part[Part.TEXTBOX]
    assert [c.text for c in document.changes if c.kind == "deletion"] == wanted["deleted"]
    assert sorted(c.text for c in document.changes if c.kind == "insertion") == sorted(wanted["inserted"])
    labels = [block.label for block in document.blocks if block.label]
    assert all(label in labels for label in wanted["auto_labels"] if label in ("I.", "II.", "III.", "a)", "b)"))
    assert not any(text in document.text for text in wanted["deleted"])
