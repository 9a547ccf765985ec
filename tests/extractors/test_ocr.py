"""Recognition: the layout of Tesseract's words without the tool, and scans from image to text with it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw
from rapidfuzz.distance import Levenshtein

from extractors.document import Document, Source
from extractors.errors import Broken, NeedsOcr, NoLetters
from extractors.readers import ocr_image
from extractors.readers.builder import Piece
from extractors.readers.layout_grid import Rule, grids
from extractors.readers.ocr import read_image
from extractors.readers.ocr_numbers import checked
from extractors.readers.ocr_words import orientation_of, without_strokes, words_of
from extractors.readers.pdf import read_pdf
from extractors.rendering import rendered

SCANS = Path(__file__).parents[1] / "fixtures" / "scan"
HASH = "0" * 64
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def tsv(*words: tuple[int, int, int, str, float]) -> str:
    """Return Tesseract's table of (line, x, y, text, confidence): words 30 pixels high, 18 a letter."""
    rows = [HEAD]
    for number, (line, x, y, text, sure) in enumerate(words):
        rows.append(f"5\t1\t{line}\t1\t1\t{number}\t{x}\t{y}\t{18 * len(text)}\t30\t{sure}\t{text}")
    return "\n".join(rows)


def blank(width: int = 2066, height: int = 2924) -> Image.Image:
    return Image.new("L", (width, height), 255)


def as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def line_of(line: int, x: int, y: int, text: str, sure: float = 95) -> list[tuple[int, int, int, str, float]]:
    words: list[tuple[int, int, int, str, float]] = []
    for word in text.split():
        words.append((line, x, y, word, sure))
        x += 18 * len(word) + 12
    return words


class Fake:
    """An engine that answers the page with `page` and every later sheet with nothing."""

    def __init__(self, page: str) -> None:
        self.page, self.calls = page, 0

    def __call__(self, png: bytes, *, psm: int = 3) -> str:
        self.calls += 1
        return self.page if psm == 3 else HEAD


FULL = "các cơ quan, đơn vị, địa phương triển khai thực hiện nghiêm túc kế hoạch này trong toàn tỉnh"


def _page() -> str:
    return tsv(
        *line_of(1, 300, 200, "SỞ Y TẾ VĨNH TIẾN"),
        *line_of(2, 1100, 200, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *line_of(3, 330, 250, "Số: 12/KH-SYT", 71),
        *line_of(4, 1150, 250, "Độc lập - Tự do - Hạnh phúc"),
        *line_of(5, 400, 500, "Căn cứ tình hình dịch bệnh, Sở Y tế đề nghị " + FULL[:44]),
        *line_of(6, 300, 560, FULL),
        *line_of(7, 300, 620, "trước ngày 15/6/2024."),
        (8, 700, 900, "|", 40.0),
        (9, 900, 940, "ˆ", 30.0),
    )


def test_words_become_blocks_with_confidence_and_weak_places() -> None:
    document = read_image(as_png(blank()), HASH, Fake(_page()))
    texts = [document.block_text(block) for block in document.blocks]
    assert texts[:4] == [
        "SỞ Y TẾ VĨNH TIẾN",
        "Số: 12/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert texts[4].startswith("Căn cứ") and texts[4].endswith("trong toàn tỉnh trước ngày 15/6/2024.")
    assert len(texts) == 5  # the rule and the speck are no text
    number = document.blocks[1]
    assert number.source is Source.OCR and number.confidence == pytest.approx(0.71)
    assert [document.text[a:b] for a, b in number.weak] == ["Số:", "12/KH-SYT"]
    assert document.weak_within(number.start, number.end) and not document.blocks[4].weak
    assert [note.code for note in document.notes] == ["OCR_KHONG_CHAC"]


def test_every_frame_of_a_tiff_is_a_page() -> None:
    out = io.BytesIO()
    blank(400, 500).save(out, "TIFF", save_all=True, append_images=[blank(400, 500)])
    document = read_image(out.getvalue(), HASH, Fake(tsv(*line_of(1, 300, 1200, "Báo cáo tháng"))))
    assert document.pages == 2 and [block.page for block in document.blocks] == [1, 2]


def test_what_is_no_picture_or_holds_no_letter_says_so() -> None:
    with pytest.raises(NeedsOcr):
        read_image(as_png(blank(50, 50)), HASH, None)
    with pytest.raises(Broken):
        read_image(b"\x89PNG\r\n\x1a\n" + b"x" * 50, HASH, Fake(HEAD))
    with pytest.raises(NoLetters):
        read_image(as_png(blank(200, 200)), HASH, Fake(HEAD))


def test_tsv_is_read_with_care() -> None:
    odd = HEAD + "\n5\t1\t1\n" + "4\t1\t1\t1\t1\t0\t0\t0\t5\t5\t-1\t\n" + "5\t1\t1\t1\t1\t1\t7\t8\t20\t10\t88.5\tSở\n"
    assert [(word.text, word.x0, word.bottom, word.confidence) for word in words_of(odd)] == [("Sở", 7, 18, 0.885)]
    assert orientation_of("Rotate: 270\nOrientation confidence: 17.83\n") == (270, 17.83)
    assert orientation_of("Too few characters") == (0, 0.0)


def _ocr_piece(text: str) -> Piece:
    return Piece(text, "trang 1/đoạn 1", page=1, source=Source.OCR, weak=((len(text) - 2, len(text)),))


@pytest.mark.parametrize(
    ("seen", "settled", "warned"),
    [
        (["I. MỤC ĐÍCH", "I. NỘI DUNG", "II. TỔ CHỨC"], ["I.", "II.", "III."], True),
        (["I. MỤC ĐÍCH", "H. NỘI DUNG", "HI. TỔ CHỨC", "IV. KINH PHÍ"], ["I.", "II.", "III.", "IV."], True),
        (["I. Mục đích:", "II. Nội dung", "III. Tổ chức"], ["I.", "II.", "III."], False),
        (["I. MỤC ĐÍCH", "II NỘI DUNG CHÍNH"], ["I.", "II."], False),  # a dot that was not seen
        (["I. MỤC ĐÍCH", "II. NỘI DUNG", "TM. ỦY BAN NHÂN DÂN"], ["I.", "II.", "TM."], False),
        (["IV. KINH PHÍ"], ["IV."], True),  # too far from what is due: said, not changed
        (["I. MỤC ĐÍCH", "PHỤ LỤC", "I. BIỂU MẪU"], ["I.", "PHỤ", "I."], False),  # a new part begins again
        (["1. Mục đích", "2. Yêu cầu", "1. Nội dung"], ["1.", "2.", "1."], False),
        (["1. Mục đích", "4. Yêu cầu"], ["1.", "4."], True),
        (["TM. ỦY BAN NHÂN DÂN", "TL. GIÁM ĐỐC", "KT. CHỦ TỊCH"], ["TM.", "TL.", "KT."], False),  # signing, no heading
    ],
)
def test_heading_numbers_follow_one_another(seen: list[str], settled: list[str], warned: bool) -> None:
    blocks, notes = checked([_ocr_piece(text) for text in seen])
    assert [block.text.split()[0] for block in blocks] == settled
    assert [note.code for note in notes] == (["THU_TU_MUC_BAT_THUONG"] if warned else [])
    for before, block in zip(seen, blocks, strict=True):
        assert block.weak[-1] == (len(block.text) - 2, len(block.text))  # moved with the text
        assert block.original == (None if block.text == before else before)


def test_typed_numbers_are_left_alone() -> None:
    typed = [Piece(text, "trang 1/đoạn 1", page=1) for text in ("I. MỤC ĐÍCH", "I. NỘI DUNG")]
    assert checked(typed) == (typed, [])


def _striped(angle: float) -> Image.Image:
    page = blank(1000, 1400)
    draw = ImageDraw.Draw(page)
    for y in range(150, 1250, 40):
        for x in range(120, 860, 30):
            draw.rectangle((x, y, x + 20, y + 14), fill=0)
    return page.rotate(angle, fillcolor=255)


@pytest.mark.parametrize("angle", [-3.0, -0.6, 0.0, 1.2, 2.5])
def test_tilt_is_found(angle: float) -> None:
    assert ocr_image.tilt(_striped(angle)) == pytest.approx(-angle, abs=0.2)


def test_page_on_its_side_is_seen() -> None:
    assert not ocr_image.lies_on_side(_striped(0))
    assert ocr_image.lies_on_side(_striped(0).rotate(90, expand=True))


def test_red_seal_is_taken_off_and_red_paper_kept() -> None:
    page = Image.new("RGB", (400, 400), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((20, 20, 380, 60), fill="black")
    draw.ellipse((150, 150, 250, 250), fill=(210, 30, 40))
    grey = ocr_image.grey_of(page)
    assert (grey.getpixel((200, 200)), grey.getpixel((200, 40))) == (210, 0)
    red = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(red).rectangle((20, 20, 380, 200), fill=(200, 20, 30))
    pixel = ocr_image.grey_of(red).getpixel((200, 100))
    assert isinstance(pixel, int) and pixel < 120


def test_ruled_lines_make_cells_and_strokes_do_not() -> None:
    page = blank(1000, 1000)
    draw = ImageDraw.Draw(page)
    for y in (100, 200, 300):
        draw.line((100, y, 900, y), fill=0, width=3)
    for x in (100, 400, 900):
        draw.line((x, 100, x, 300), fill=0, width=3)
    draw.line((600, 120, 600, 170), fill=0, width=4)  # a letter's stroke inside a cell
    draw.line((100, 600, 400, 600), fill=0, width=3)  # the rule under a letterhead
    found = grids(*ocr_image.rules(page), tolerance=12.0)
    assert len(found) == 1 and len(found[0].xs) == 3 and len(found[0].ys) == 3 and len(found[0].cells) == 4


HAS_TESSERACT = shutil.which("tesseract") is not None


def tesseract(png: bytes, *, psm: int = 3) -> str:
    language = ["-l", "osd"] if psm == 0 else ["-l", "vie"]
    output = [] if psm == 0 else ["tsv"]
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", *language, "--psm", str(psm), *output],
        input=png, capture_output=True, timeout=120, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    return done.stdout.decode("utf-8", "replace")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _scores(document: Document, truth: str) -> tuple[float, float]:
    """Return the character error rate in reading order and F1 over words regardless of order."""
    got, want = _folded(rendered(document)), _folded(truth)
    a, b = Counter(got.split()), Counter(want.split())
    return Levenshtein.distance(got, want) / len(want), 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


@pytest.mark.tools
@pytest.mark.slow
@pytest.mark.skipif(not HAS_TESSERACT, reason="Tesseract is not on this machine")
@pytest.mark.parametrize(
    ("name", "error", "words", "codes"),
    [
        ("ke_hoach_scan_200dpi_nghieng_1.2do", 0.06, 0.95, set()),
        ("ke_hoach_scan_xoay_90do", 0.06, 0.95, set()),
        ("ke_hoach_scan_co_lop_chu_sai_khong_dau", 0.06, 0.95, {"LOP_CHU_SAI"}),
        ("ke_hoach_fax_150dpi_mo_nghieng_2.5do", 0.10, 0.92, set()),
        ("ke_hoach_tron_trang1_scan_trang2_chu", 0.04, 0.97, set()),
    ],
)
def test_scans_are_read(name: str, error: float, words: float, codes: set[str]) -> None:
    document = read_pdf((SCANS / f"{name}.pdf").read_bytes(), HASH, tesseract)
    found_error, found_words = _scores(document, (SCANS / f"{name}.truth.txt").read_text(encoding="utf-8"))
    assert found_error <= error and found_words >= words
    assert codes <= {note.code for note in document.notes}
    assert document.unread == () and all(block.page for block in document.blocks)


def test_shadow_on_a_photograph_is_taken_off_and_a_scan_left_as_it_is() -> None:
    page = _striped(0)
    assert ocr_image.evenly_lit(page) is page
    shade = Image.linear_gradient("L").resize(page.size).point([90 + value // 2 for value in range(256)])
    lit = ocr_image.evenly_lit(ImageChops.multiply(page, shade))
    paper = [lit.getpixel((20, y)) for y in (100, 700, 1300)]
    ink = [lit.getpixel((125, y)) for y in (155, 715, 1195)]
    assert min(paper) > 225 and max(ink) < 150


def test_list_mark_before_a_wide_tab_stays_with_its_item() -> None:
    document = read_image(as_png(blank()), HASH, Fake(tsv((1, 300, 500, "-", 90), *line_of(1, 420, 500, "Sở Y tế;"))))
    assert document.text == "- Sở Y tế;"


@pytest.mark.parametrize("mark", ["-", "—", "=", "¬"])
def test_dash_of_an_item_is_told_from_what_it_is_taken_for(mark: str) -> None:
    page = tsv((1, 300, 500, mark, 55), *line_of(1, 340, 500, "Sở Y tế báo cáo;"))
    assert read_image(as_png(blank()), HASH, Fake(page)).text == "- Sở Y tế báo cáo;"


def test_page_with_ink_but_no_word_is_said_and_a_blank_one_not() -> None:
    out = io.BytesIO()
    pages = [blank(1000, 1400), _striped(0), blank(1000, 1400)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    answers = [tsv(*line_of(1, 300, 1200, "Báo cáo tháng")), HEAD, HEAD, HEAD]

    def engine(png: bytes, *, psm: int = 3) -> str:
        return answers.pop(0) if psm == 3 and answers else HEAD

    document = read_image(out.getvalue(), HASH, engine)
    assert document.unread == ("trang 2 (có nét mực nhưng không nhận ra chữ)",)


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (Rule(50, 95, 140), False),  # the stroke of a letter, run into the rule below it
        (Rule(50, 0, 400), True),  # a border that Tesseract's box reaches over
        (Rule(105, 95, 140), True),  # between words
    ],
)
def test_strokes_of_letters_are_no_borders(rule: Rule, kept: bool) -> None:
    words = words_of(tsv((1, 10, 100, "Thịnh", 95.0), (1, 110, 100, "vượng", 95.0)))
    assert (without_strokes([rule], words) == [rule]) is kept
