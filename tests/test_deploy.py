"""The examples in docs/deploy: each checked by its own validator where the machine has it, all by what can be read."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from flows.cli import _parser
from flows.settings import Settings

DEPLOY = Path(__file__).parent.parent / "docs" / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("*.service"))
NAMES = {f"TONGHOP_{name.upper()}" for name in Settings.model_fields}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze on this machine")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_the_units(name: str, tmp_path: Path) -> None:
    text = (DEPLOY / name).read_text("utf-8")
    program = re.search(r"^ExecStart=(\S+)", text, re.MULTILINE)
    assert program
    # The program is not installed at that place here; everything else of the unit is judged as it stands.
    (tmp_path / name).write_text(text.replace(program[1], "/bin/true"), "utf-8")
    done = run("systemd-analyze", "verify", "--man=no", str(tmp_path / name))
    told = [line for line in done.stderr.splitlines() if name.split(".", maxsplit=1)[0] in line]
    assert done.returncode == 0 and told == [], done.stderr


@pytest.mark.skipif(shutil.which("testparm") is None, reason="no testparm: Samba is not installed on this machine")
def test_samba_takes_the_shares() -> None:
    done = run("testparm", "-s", str(DEPLOY / "smb.conf"))
    assert done.returncode == 0 and "Unknown parameter" not in done.stderr, done.stderr


@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx on this machine")
def test_nginx_takes_the_proxy(tmp_path: Path) -> None:
    whole = tmp_path / "nginx.conf"
    plain = re.sub(r"ssl_certificate\S*\s[^;]*;|listen 443 ssl;", "", (DEPLOY / "nginx.conf").read_text("utf-8"))
    whole.write_text(f"events {{}}\nhttp {{\n{plain}\n}}\n", "utf-8")
    done = run("nginx", "-t", "-c", str(whole), "-p", str(tmp_path))
    assert "syntax is ok" in done.stderr, done.stderr


def test_the_example_names_every_setting_with_a_value_that_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = (DEPLOY / "tonghop.env.example").read_text("utf-8")
    lines = re.findall(r"^#(TONGHOP_\w+)=(.+)$", example, re.MULTILINE)
    assert {name for name, _ in lines} == NAMES
    (tmp_path / "tonghop.env").write_text("\n".join(f"{name}={value}" for name, value in lines), "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    told = Settings()
    assert told.auth is not None and told.task_runner == "workers" and told.lease_seconds == 30


def test_the_compose_file_starts_what_it_says() -> None:
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    services = told["services"]
    assert set(services) == {"csdl", "dich-vu", "may-doc"}
    for name in ("dich-vu", "may-doc"):
        service = services[name]
        assert set(service["environment"]) <= NAMES, name
        assert service["depends_on"] == {"csdl": {"condition": "service_healthy"}}
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert services["dich-vu"]["command"] == ["serve"] and services["may-doc"]["command"] == ["worker"]
    assert services["dich-vu"]["ports"] == ["127.0.0.1:4200:4200"], "other machines come through the proxy"
    inbox = [volume for volume in services["dich-vu"]["volumes"] if "hop-thu" in volume]
    assert inbox and all(volume.endswith(":ro") for volume in inbox), "the inbox is never written"
    for name in ("dich-vu", "may-doc"):
        folders = {volume.split(":")[1] for volume in services[name]["volumes"]}
        settings = services[name]["environment"]
        assert {settings[key] for key in settings if key in {"TONGHOP_DATA", "TONGHOP_INBOX"}} <= folders


def test_the_service_may_write_nowhere_but_into_data_and_results() -> None:
    for name in UNITS:
        text = (DEPLOY / name).read_text("utf-8")
        (paths,) = re.findall(r"^ReadWritePaths=(.+)$", text, re.MULTILINE)
        assert "hop-thu" not in paths and "ProtectSystem=strict" in text


def test_the_commands_of_the_page_exist() -> None:
    page = (DEPLOY / "README.md").read_text("utf-8")
    known = _parser().format_help()
    for command in re.findall(r"`tonghop (\w+)[^`]*`", page):
        assert command in known, command
    for name in re.findall(r"`([\w.-]+\.(?:service|conf|yaml|sql|example)|Dockerfile)`", page):
        assert (DEPLOY / name).exists(), name
