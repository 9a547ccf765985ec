"""The service's pulse: in = out for every look, and a word for each entry that belongs to no campaign."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows import watcher as watcher_module
from flows.heartbeat import Heartbeat, Pulse, Tally, page, pulse_lines
from flows.office import Office
from flows.outside import Outsider, outsiders
from flows.settings import Settings
from flows.watcher import Watcher
from tests.flows import tiny

NOW = datetime.fromisoformat("2031-07-01T08:05:09+07:00")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a server would have been given."""
    pages: list[str] = []
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    monkeypatch.setattr(Heartbeat, "_show", lambda self, text: pages.append(text))
    return pages


PAGES = [
    (Pulse(NOW, (Tally("đợt 1", 5, 5),)), "Vào 05 mục = ra 05 mục; không còn mục nào chờ."),
    (Pulse(NOW, (Tally("đợt 1", 5, 3),)), "Vào 05 mục = ra 03 mục + 02 mục đang chép hoặc đang đọc."),
    (Pulse(NOW, (Tally("đợt 1", 5, 3, "đĩa đầy"),)), "| đợt 1 | 05 | 03 | 02 | đĩa đầy |"),
    (Pulse(NOW, busy="đợt_1"), "Đang đối chiếu: đợt\\_1."),
    (Pulse(NOW, away_since=NOW - timedelta(hours=1)), "**Không thấy hộp thư từ 07:05**"),
    (Pulse(NOW, outside=(Outsider("<b>.docx", "được bỏ qua"),)), "- **&lt;b&gt;\\.docx** được bỏ qua."),
]


@pytest.mark.parametrize(("pulse", "words"), PAGES)
def test_the_page_says_when_it_looked_and_what_became_of_what_came(pulse: Pulse, words: str) -> None:
    text = page(pulse)
    assert "Xem hộp thư lần gần nhất: 08:05:09 ngày 01/07/2031." in text and words in text


def test_a_pulse_is_told_when_something_changed_or_time_went_by(tmp_path: Path, shown: list[str]) -> None:
    heart = Heartbeat(tmp_path)
    for seconds, ended in ((0, 1), (5, 1), (6, 2), (10, 2), (30, 2)):
        heart.beat(Pulse(NOW + timedelta(seconds=seconds), (Tally("dot", 2, ended),)))
    assert len(shown) == 3
    (alive,) = pulse_lines(tmp_path, NOW + timedelta(seconds=40))
    assert alive.endswith("Vào 02 mục = ra 02 mục; không còn mục nào chờ.")
    (dead,) = pulse_lines(tmp_path, NOW + timedelta(minutes=10))
    assert dead.endswith("Dịch vụ đã dừng hoặc bị treo.")
    assert pulse_lines(tmp_path / "khác", NOW) == ["Dịch vụ: chưa chạy trên thư mục dữ liệu này."]


def test_what_lies_outside_of_any_campaign_is_told_what_becomes_of_it(tmp_path: Path) -> None:
    campaign, asked, empty = (tmp_path / name for name in ("dot", "moi", "trong"))
    for folder in (campaign, asked, empty):
        folder.mkdir()
    for name in ("don-vi.xlsx", "bao cao.docx", "~$bao cao.docx", "Thumbs.db", "x.tmp"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "lien ket").symlink_to(tmp_path / "bao cao.docx")
    os.mkfifo(tmp_path / "ong")
    told = {item.name: item.words for item in outsiders(tmp_path, [campaign], [asked])}
    assert set(told) == {"bao cao.docx", "~$bao cao.docx", "Thumbs.db", "x.tmp", "lien ket", "ong", "trong"}
    assert "chuyển vào thư mục của đợt" in told["bao cao.docx"] and "chưa có kế hoạch" in told["trong"]
    assert {told[name] for name in ("~$bao cao.docx", "Thumbs.db", "x.tmp")} == {
        "là tệp tạm của phần mềm soạn thảo hoặc của máy, được bỏ qua"
    }
    assert "đặc biệt" in told["lien ket"] and "đặc biệt" in told["ong"]


@pytest.fixture
def watcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Watcher, list[str]]]:
    tiny.build(tmp_path / "inbox" / "dot", tiny.four_files())
    options = Settings(inbox=tmp_path / "inbox", outbox=tmp_path / "outbox", data=tmp_path / "data")
    lines: list[str] = []
    with Office(options, tmp_path / "data", lines.append) as office:
        reader: Any = tiny.InlineReader()
        office.reader = reader
        monkeypatch.setattr(watcher_module, "journey", lambda shop, day, now, *_, **__: tiny.steps(shop, None, now))
        yield Watcher(office, threading.Event()), lines


def test_the_watcher_shows_in_and_out_at_each_change(
    watcher: tuple[Watcher, list[str]], shown: list[str], tmp_path: Path
) -> None:
    watch, lines = watcher
    watch.look()
    assert "Vào 04 mục = ra 00 mục + 04 mục" in shown[-1]
    for _ in range(3):
        watch.look()
    assert "Đang đối chiếu: dot." in "".join(shown) and "Vào 04 mục = ra 04 mục; không còn" in shown[-1]
    (tmp_path / "inbox" / "lac.docx").write_bytes(b"x")
    (tmp_path / "inbox" / "dot" / "submissions" / "moi.docx").write_bytes(tiny.report(tiny.UNITS[2], 3))
    for _ in range(2):
        watch.look()
    assert "**lac\\.docx** nằm ngoài các đợt" in shown[-1]
    assert [line for line in lines if line.startswith("lac.docx")] == [
        "lac.docx: nằm ngoài các đợt, không được đọc; đề nghị chuyển vào thư mục của đợt."
    ]
    for _ in range(3):
        watch.look()
    assert "Vào 05 mục = ra 05 mục" in shown[-1]
    (tmp_path / "inbox").rename(tmp_path / "away")
    watch.look()
    assert "Không thấy hộp thư từ" in shown[-1] and "| dot | 05 | 05 | 00 |" in shown[-1]
