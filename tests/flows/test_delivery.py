"""A draft that is ready is told in the UI; by mail only where the office switched it on, here to a server of our own."""

from __future__ import annotations

import contextlib
import email
import json
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import Any, cast

import pytest

from flows.delivery import deliver, drafted_page
from flows.mail import Cover, NotSent, OfficeMail
from flows.settings import Settings
from ledger.ledger import Ledger
from templates.brief import BRIEF
from tests.flows import tiny
from tests.flows.service import free_port


class Postman(socketserver.StreamRequestHandler):
    """As much of SMTP as a sender needs."""

    def handle(self) -> None:
        server = cast("PostOffice", self.server)
        self.wfile.write(b"220 buu cuc\r\n")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                letter = b""
                while not letter.endswith(b"\r\n.\r\n"):
                    letter += self.rfile.readline()
                server.letters.append(email.message_from_bytes(letter[:-5], policy=default))
            elif word == b"RCPT" and server.refuses:
                self.wfile.write(b"550 no such address\r\n")
                continue
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
            if word == b"QUIT":
                return


class PostOffice(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads, refuses = True, True, False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Postman)
        self.letters: list[Message[str, str]] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@pytest.fixture
def post() -> Iterator[PostOffice]:
    with PostOffice() as office:
        threading.Thread(target=office.serve_forever, daemon=True).start()
        yield office
        office.shutdown()


def mail(port: int, **more: Any) -> OfficeMail:
    told = {"bao_mat": Cover.NONE, "nguoi_gui": "van-phong@vi-du.vn", "nguoi_nhan": ["lanh-dao@vi-du.vn"], **more}
    return OfficeMail(may_chu="127.0.0.1", cong=port, **told)


def parts(letter: Message[str, str]) -> dict[str | None, Any]:
    return {part.get_filename(): part.get_payload(decode=True) for part in letter.walk() if not part.is_multipart()}


def test_a_letter_carries_its_words_and_its_files(post: PostOffice) -> None:
    mail(post.port).send("Tình hình\nthực hiện", "Đã đối chiếu.", {"Kế hoạch số 1.docx": b"PK\x03\x04"})
    (letter,) = post.letters
    assert letter["Subject"] == "Tình hình thực hiện"  # a line break in a title would begin another head
    assert letter["To"] == "lanh-dao@vi-du.vn"
    assert parts(letter)["Kế hoạch số 1.docx"] == b"PK\x03\x04"
    assert parts(letter)[None].decode().strip() == "Đã đối chiếu."


@pytest.mark.parametrize("refuses", [True, False], ids=["refused", "nobody there"])
def test_what_is_not_sent_is_told_and_may_be_tried_again(post: PostOffice, refuses: bool) -> None:
    post.refuses = refuses
    with pytest.raises(NotSent) as told:
        mail(post.port if refuses else free_port()).send("Tin", "…", {})
    assert told.value.transient and "Chưa gửi được thư" in told.value.message
    assert post.letters == []


def test_nothing_is_sent_unless_it_is_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TONGHOP_MAIL", raising=False)
    assert deliver(Settings(), "Tin", "…", {}) is False  # nor is a block looked for: there is no server here


def test_the_page_of_the_drafts_tells_counts_and_places(tmp_path: Path) -> None:
    found = tiny.run(tiny.build(tmp_path / "dot", tiny.four_files()), tmp_path / "data", None)
    (tmp_path / "bao-cao-tong-hop.docx").write_bytes(b"")
    page = drafted_page("Đợt *thử*", found, tiny.DAY, tmp_path)
    assert "Đợt \\*thử\\*" in page and "bao\\-cao\\-tong\\-hop\\.docx" in page
    assert "so\\-theo\\-doi" not in page  # it was not written


WEEK = """
import json, sys
from pathlib import Path
from flows.quiet import settle_prefect
settle_prefect(Path(sys.argv[1]), temporary=True)
from flows.mail import Cover, OfficeMail
OfficeMail(may_chu="127.0.0.1", cong=int(sys.argv[2]), bao_mat=Cover.NONE,
           nguoi_gui="van-phong@vi-du.vn", nguoi_nhan=["lanh-dao@vi-du.vn"]).save("van-phong")
from flows.weekly import weekly_status
print(json.dumps(weekly_status()))
"""


def test_the_weekly_word_reaches_the_leaders_with_each_campaigns_page(post: PostOffice, tmp_path: Path) -> None:
    inbox, data, outbox = (tmp_path / name for name in ("inbox", "data", "outbox"))
    (inbox / "dot-1").mkdir(parents=True)
    (inbox / "dot-1" / "campaign.yaml").write_text("title: Đợt một\n", "utf-8")
    (outbox / "dot-1").mkdir(parents=True)
    (outbox / "dot-1" / BRIEF).write_bytes(b"PK\x03\x04 mot trang")
    with contextlib.closing(Ledger.at(data)) as ledger:
        ledger.open_campaign("dot-1", "Đợt một", "2031-07-01T08:00:00+07:00")
    env = {
        **os.environ,
        "TONGHOP_DATA": str(data),
        "TONGHOP_INBOX": str(inbox),
        "TONGHOP_OUTBOX": str(outbox),
        "TONGHOP_MAIL": "thu-dien-tu/van-phong",
        "NO_PROXY": "*",
    }
    env.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-c", WEEK, str(data / "prefect"), str(post.port)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    assert json.loads(done.stdout.splitlines()[-1]) is True
    (letter,) = post.letters
    assert letter["Subject"].startswith("Tình hình các đợt đến ngày ")
    assert "Đợt một" in parts(letter)[None].decode()
    assert parts(letter)["dot-1.docx"] == b"PK\x03\x04 mot trang"
