"""The shipped templates are what their texts say, and all text that reaches a reader is clean Vietnamese."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pytest

from templates.build import NAMES, built
from templates.format import check_format
from templates.letters import feedback_letter, reminder_letter
from templates.lots import whole
from templates.outputs import outputs
from templates.word import shipped
from tests.templates import made
from tests.templates.gold import case
from tests.templates.test_report import ENGLISH, paragraphs, text

ROOM = Path(__file__).parent.parent.parent / "templates"
TEXTS = [
    *ROOM.glob("*.mau"),
    ROOM / "cau.j2",
    ROOM / "words.json",
    ROOM / "minh-chung.html.j2",
    ROOM / "dien-hinh.html.j2",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_word_file_is_built_from_its_text(name: str) -> None:
    assert built(name) == shipped(f"{name}.docx")


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.name)
def test_texts_are_nfc_without_stray_blanks(path: Path) -> None:
    told = path.read_text("utf-8")
    assert told == unicodedata.normalize("NFC", told)
    assert "\t" not in told
    assert not re.search(r"[^\S\n]\n", told)


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for entry in value.values() for text in strings(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in strings(entry)]
    return [value] if isinstance(value, str) else []


def test_no_english_word_is_among_the_words() -> None:
    words = json.loads((ROOM / "words.json").read_text("utf-8"))
    told = [re.sub(r"\{[^}]*\}|&[A-Z]", "", entry) for entry in strings(words)]
    assert [entry for entry in told if ENGLISH.search(entry)] == []


# Spellings that official texts do not use: tone on the wrong vowel, i for y in Hán-Việt words of this list.
MISSPELT = re.compile(
    r"[hH]oá\b|[tT]oà\b|[hH]oà\b|[tT]huỷ\b|[uU]ỷ\b|[kK]ĩ thuật|[lL]í do|[qQ]uí\b|[bB]áo cao|[kK]ế hoach|\b[sS]ử lý"
    r"|[bB]ổ xung|[xX]ắp xếp|[đĐ]ôn đóc|[tT]ập chung|[cC]hia sẽ|[xX]uất sắt|[gG]iữ liệu"
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.name)
def test_no_common_misspelling(path: Path) -> None:
    assert MISSPELT.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_office_can_open_and_read_the_template(name: str) -> None:
    told = text(shipped(f"{name}.docx"))
    assert "{{ co_quan }}" in told
    styles = {style.name for style in docx.Document(io.BytesIO(shipped(f"{name}.docx"))).styles}
    assert {"Đoạn văn", "Quốc hiệu", "Nơi nhận", "Ô bảng"} <= styles


def test_an_office_that_moves_and_rewrites_a_paragraph_gets_its_own_wording() -> None:
    document = docx.Document(io.BytesIO(shipped("phan-hoi.docx")))
    last = next(p for p in document.paragraphs if p.text.startswith("Không có nội dung"))
    last.runs[0].text = "Sở hoan nghênh {{ don_vi }} đã hoàn thành đầy đủ."
    target = io.BytesIO()
    document.save(target)
    told = text(feedback_letter(made.campaign(), made.UNITS[1], template=target.getvalue()))
    assert f"Sở hoan nghênh {made.UNITS[1]} đã hoàn thành đầy đủ." in told
    assert "Không có nội dung phải bổ sung." not in told


@pytest.mark.tools
def test_libreoffice_opens_every_output(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    wanted = []
    for name, data in outputs(made.campaign(), "Đợt mẫu"):
        path = tmp_path / Path(name).name
        if path.suffix in {".docx", ".xlsx"}:
            path.write_bytes(whole(data))
            wanted.append(path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, wanted)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    assert [path.name for path in wanted if not path.with_suffix(".pdf").exists()] == []


CAMPAIGNS = ("thi-dua-2022", "chuyen-doi-so-2023")


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_the_sample_campaigns_read_right(name: str) -> None:
    from templates.letters import Campaign
    from templates.office import office_facts
    from templates.word import consolidated_report

    found = case(name)
    office = office_facts(found.plan, found.plan_facts.letterhead, found.register)
    rest = (found.plan, found.submissions, found.findings, found.register, office, found.as_of)
    report = consolidated_report(*rest, sources=False)
    told = text(report)
    assert check_format(report) == []
    assert not re.search(r"[^\S\n][,;.:]|\(\s|\s\)|\.\.(?!\.)|;;|\bNone\b", told)
    for unit in found.register.others():
        assert unit.name in told
    reminder = reminder_letter(Campaign(*rest))
    assert reminder is not None
    assert check_format(reminder) == []
    assert any(line.startswith("Kính gửi") for line in paragraphs(reminder))
