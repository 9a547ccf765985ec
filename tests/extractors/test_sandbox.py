"""The child readers: what dies, hangs or grows in them never reaches the parent, and the next file is read."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from extractors.errors import (
    Broken,
    Dangerous,
    EmptyFile,
    NoLetters,
    TimedOut,
    TonghopError,
    Truncated,
    Unreachable,
)
from extractors.sandbox import Limits, Reader, read, worker
from tests.extractors import hostile
from tests.extractors.drawn import Sheet, pdf
from tests.extractors.hostile import PLAIN
from tests.extractors.signing import Mark, authority, signed
from tests.extractors.word import docx, p


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_read_and_hashed() -> None:
    document = read(PLAIN)
    assert "Lê Quý Đạt" in document.text
    assert document.sha256 == hashlib.sha256(PLAIN.read_bytes()).hexdigest()


def test_errors_cross_the_border_as_they_are(tmp_path: Path) -> None:
    with Reader(1) as reader:
        with pytest.raises(EmptyFile):
            reader.read(written(tmp_path, "rong.docx", b""))
        with pytest.raises(Dangerous, match="thực thể"):
            reader.read(written(tmp_path, "thuc_the.docx", hostile.laughs()))
        with pytest.raises(Unreachable):
            reader.read(tmp_path / "mất.docx")
        with pytest.raises(NoLetters):
            reader.read(written(tmp_path, "trang.docx", docx(p(" "))))
        assert reader.read(PLAIN).text


def test_a_name_from_outside_reaches_no_command(tmp_path: Path) -> None:
    name = "-ten bắt đầu bằng gạch; $(touch X) `id`.docx"
    assert read(written(tmp_path, name, PLAIN.read_bytes())).text
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_surrogate_in_the_text_or_name_does_not_break_the_answer(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xe1o c\xe1o.docx")
    path.write_bytes(PLAIN.read_bytes())
    assert read(path).text


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("abort", Broken),
        ("killed", Dangerous),
        ("processor", TimedOut),
        ("exit", Broken),
        ("hang", TimedOut),
        ("nonsense", Broken),
        ("grants", TimedOut),
    ],
)
def test_a_child_that_fails_is_an_answer(
    order: str, wanted: type[TonghopError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "CHILD", "tests.extractors.odd_child")
    with Reader(1, Limits(seconds=1.0, most_seconds=2.0)) as reader:
        began = time.monotonic()
        with pytest.raises(wanted):
            reader.read(PLAIN, order)
        assert time.monotonic() - began < 10
        with pytest.raises(NoLetters):  # the odd child's ordinary answer: a new child is there
            reader.read(PLAIN, "tiếp")


def test_a_tool_dies_with_its_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(worker, "CHILD", "tests.extractors.odd_child")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Reader(1, Limits(seconds=5.0)) as reader, pytest.raises(TimedOut):
        reader.read(PLAIN, "tool")
    tool = int((tmp_path / "tool.pid").read_text("ascii"))
    deadline = time.monotonic() + 5
    while _alive(tool) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(tool)
    assert [path.name for path in tmp_path.iterdir()] == ["tool.pid"]  # no temporary folder is left


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_used_child_that_is_killed_from_outside_costs_nothing() -> None:
    with Reader(1) as reader:
        before = reader.read(PLAIN)
        process = reader._all[0]._process
        assert process is not None
        process.kill()
        process.wait()
        assert reader.read(PLAIN) == before


def test_time_runs_out_on_a_real_file(tmp_path: Path) -> None:
    slow = written(tmp_path, "cham.docx", hostile.with_body(p("một hai ba") * 60_000))
    with Reader(1, Limits(seconds=1.0)) as reader:
        began = time.monotonic()
        with pytest.raises(TimedOut) as caught:
            reader.read(slow)
        assert time.monotonic() - began < 6
        assert "1 giây" in str(caught.value)
        assert reader.read(PLAIN).text


def test_memory_runs_out_on_a_real_file(tmp_path: Path) -> None:
    large = written(tmp_path, "lon.docx", hostile.bomb(50, b"<w:r><w:t>mot hai ba</w:t></w:r>"))
    with Reader(1, Limits(memory=300 << 20)) as reader:
        with pytest.raises(Dangerous, match="bộ nhớ"):
            reader.read(large)
        assert reader.read(PLAIN).text


def test_many_threads_share_few_children(tmp_path: Path) -> None:
    files = [(written(tmp_path, f"{n}.docx", docx(p(f"Kế hoạch {n}"))), f"{n}.docx") for n in range(24)]
    files.insert(7, (written(tmp_path, "cat.docx", PLAIN.read_bytes()[:9000]), "cat.docx"))
    with Reader(2) as reader:
        outcomes = reader.read_many(files)
        assert len(reader._all) == 2
    assert isinstance(outcomes.pop(7), Truncated)
    assert [getattr(outcome, "text", outcome) for outcome in outcomes] == [f"Kế hoạch {n}" for n in range(24)]


def test_a_child_is_replaced_after_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MAX_SERVED", 2)
    with Reader(1) as reader:
        pids = []
        for _ in range(4):
            reader.read(PLAIN)
            process = reader._all[0]._process
            pids.append(process.pid if process else None)
    assert pids[1] is None and pids[3] is None and pids[0] != pids[2]


def test_a_folder_of_certificates_is_what_signers_are_trusted_by(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        "thong_bao.pdf",
        signed(pdf(Sheet().text(100, 100, "THÔNG BÁO")), [Mark("318", (145, 740, 175, 760))], stamped=False),
    )
    roots = tmp_path / "goc"
    roots.mkdir()
    (roots / "ghi chú.txt").write_text("không phải chứng thư")
    (roots / "ca.pem").write_bytes(authority().pem)
    with Reader(1) as alone, Reader(1, roots=roots) as trusting, Reader(1, roots=tmp_path / "không có") as empty:
        found = [reader.read(page).signatures[0].trusted for reader in (alone, trusting, empty)]
    assert found == [None, True, None]


def test_closing_ends_the_children() -> None:
    reader = Reader(1)
    reader.read(PLAIN)
    process = reader._all[0]._process
    assert process is not None
    reader.close()
    assert process.returncode is not None
    assert threading.active_count() >= 1 and reader.read(PLAIN).text  # it may be used again
    reader.close()


def test_the_parent_stays_small(tmp_path: Path) -> None:
    """Bombs, cut and broken files, then a good one: the parent grows by less than 100 MB (issue: the whole journey)."""
    written(tmp_path, "a.docx", hostile.bomb(100))
    written(tmp_path, "b.docx", hostile.lying_bomb())
    written(tmp_path, "c.docx", hostile.bomb(320, b"\0" * 1024))
    written(tmp_path, "d.docx", hostile.quadratic())
    written(tmp_path, "e.docx", hostile.bomb(50, b"<w:r><w:t>mot hai ba</w:t></w:r>"))
    written(tmp_path, "z.docx", PLAIN.read_bytes())
    script = (
        "import resource, sys, pathlib\n"
        "from extractors.sandbox import Reader\n"
        "from extractors.errors import TonghopError\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10\n"
        "before = peak()\n"
        "with Reader(1) as reader:\n"
        "    for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "        try: print(path.name, len(reader.read(path).text) > 1000)\n"
        "        except TonghopError as error: print(path.name, error.code)\n"
        "print(peak() - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=200,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    lines = done.stdout.split("\n")
    assert lines[:4] == ["a.docx TEP_NGUY_HIEM", "b.docx TEP_HONG", "c.docx TEP_NGUY_HIEM", "d.docx TEP_NGUY_HIEM"]
    assert lines[5] == "z.docx True"
    assert int(lines[6]) < 100
