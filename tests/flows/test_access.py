"""Who gets in: nobody from outside by default, with one setting nobody without the password, our own processes always."""

from __future__ import annotations

import base64
import os
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pydantic import ValidationError

from flows.access import is_open, seen_address, server_address, settle_access, with_driver
from flows.serve import AlreadyRunning, _alone
from flows.settings import Settings
from tests.flows import tiny
from tests.flows.service import free_port, service, wait_until
from tests.flows.test_service import CHROMIUM, FLAGS

AUTH = "van-phong:mot mat khau dai"

ADDRESSES = [
    ({}, "http://127.0.0.1:4200", "http://127.0.0.1:4200", False, "loopback unless told otherwise"),
    ({"host": "0.0.0.0"}, "http://127.0.0.1:4200", "http://127.0.0.1:4200", True, "our own calls stay on the machine"),
    ({"host": "0.0.0.0", "auth": "a:b"}, "http://127.0.0.1:4200", "http://127.0.0.1:4200", False, "asks for it"),
    ({"public_url": "https://x.vn/"}, "http://127.0.0.1:4200", "https://x.vn", False, "behind a proxy"),
    ({"server_url": "http://10.0.0.5:4200/api"}, "http://10.0.0.5:4200", "http://10.0.0.5:4200", False, "elsewhere"),
]


@pytest.mark.parametrize(("told", "ours", "theirs", "is_open_", "why"), ADDRESSES)
def test_addresses(told: dict[str, str], ours: str, theirs: str, is_open_: bool, why: str) -> None:
    options = Settings.model_validate(told)
    assert (server_address(options), seen_address(options), is_open(options)) == (ours, theirs, is_open_), why


@pytest.mark.parametrize("text", ["mat-khau", ":mat-khau", "ten:", "ten:mật-khẩu"])
def test_a_password_that_the_server_would_not_take_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="ten:mat-khau"):
        Settings.model_validate({"auth": text})


def test_a_password_is_never_printed_and_reaches_server_client_and_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Settings.model_validate({"auth": AUTH, "prefect_database_url": "postgresql://a@b/c"})
    assert AUTH.split(":")[1] not in repr(options) + str(options)
    monkeypatch.setattr(os, "environ", dict(os.environ))
    settle_access(options, tmp_path)
    assert os.environ["PREFECT_API_AUTH_STRING"] == os.environ["PREFECT_SERVER_API_AUTH_STRING"] == AUTH
    assert os.environ["PREFECT_API_DATABASE_CONNECTION_URL"] == "postgresql+asyncpg://a@b/c"
    os.environ.update(options.environment())
    assert Settings() == options, "another process reads the same settings"


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("postgresql://u@h/d", "postgresql+pg8000://u@h/d"),
        ("postgres://u@h/d", "postgresql+pg8000://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:///x", "sqlite:///x"),
    ],
)
def test_an_address_without_a_driver_gets_the_one_that_we_ship(url: str, wanted: str) -> None:
    assert with_driver(url, "pg8000") == wanted


def test_a_second_service_is_refused_with_the_name_of_the_first(tmp_path: Path) -> None:
    with _alone(tmp_path), pytest.raises(AlreadyRunning, match=f"tiến trình {os.getpid()}"), _alone(tmp_path):
        pass
    with _alone(tmp_path):
        pass


def status(address: str, auth: str = "") -> int:
    request = urllib.request.Request(f"{address}/api/flows/filter", b"{}", {"Content-Type": "application/json"})
    if auth:
        request.add_header("Authorization", f"Basic {base64.b64encode(auth.encode()).decode()}")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine; make test installs it where it may")
def test_with_one_setting_pages_and_api_ask_for_the_password_and_the_service_works(tmp_path: Path) -> None:
    tiny.build(tmp_path / "inbox" / "dot", tiny.four_files())
    port = free_port()
    folders = (tmp_path / "inbox", tmp_path / "data", tmp_path / "out", port, tmp_path)
    with service(*folders, auth=AUTH) as address, sync_playwright() as driver:
        assert (status(address), status(address, "van-phong:khac"), status(address, AUTH)) == (401, 401, 200)
        wait_until((tmp_path / "out" / "dot" / "results.json").exists, 200, "our own process gets in")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_default_timeout(60_000)
        # Another name of the same machine, as behind a proxy: the page calls the API at the name it came from.
        page.goto(f"http://localhost:{port}/v2/runs")
        page.get_by_placeholder("admin:pass").fill(AUTH)
        page.get_by_role("button", name="Login").click()
        page.get_by_text("Tuần lễ đo lường").first.wait_for()
        browser.close()
    calls = {url.split("/api/")[0] for url in asked if "/api/" in url}
    assert calls == {f"http://localhost:{port}"}
    assert AUTH.split(":")[1] not in (tmp_path / "serve.log").read_text("utf-8")
