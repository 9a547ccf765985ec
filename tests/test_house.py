"""The rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ROOMS = ("extractors", "checks", "templates", "ledger", "flows", "benchmarks")
CAMPAIGNS = sorted(path.parent for path in ROOT.glob("tests/campaigns/*/campaign.yaml"))


def tracked(*suffixes: str) -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in names.decode().split("\0") if name.endswith(suffixes) and (ROOT / name).exists()]


def in_rooms(*suffixes: str) -> list[Path]:
    return [path for path in tracked(*suffixes) if path.relative_to(ROOT).parts[0] in ROOMS]


LEXICONS = in_rooms(".txt")


@pytest.mark.parametrize("path", LEXICONS, ids=lambda p: p.stem)
def test_word_lists_are_sorted_nfc_and_hold_nothing_twice(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    entries = [line.split("#", 1)[0].rstrip() for line in text.splitlines()]
    entries = [entry for entry in entries if entry]
    assert entries == sorted(set(entries))


def _told(path: Path) -> str:
    """The text of a file that reaches the product: code without docstrings and comments, data as it is."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return "\n".join(line.split("#", 1)[0] for line in text.splitlines()) if path.suffix == ".txt" else text
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body[0].value.value = ""
    return ast.unparse(tree)


def campaign_words() -> list[str]:
    """Names of units, numbers of documents and places that belong to the sample campaigns alone."""
    found: set[str] = {"Quảng Bình", "Vĩnh Khê", "Hoành Sơn", "Đồng Hới", "Lâm Thượng"}
    for folder in CAMPAIGNS:
        if not (folder / "gold" / "flags.json").exists():
            continue  # invented for the tests out of bodies that every province has
        campaign = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
        for unit in campaign["units"]:
            found.update(name for name in (unit["name"], *unit["aliases"]) if len(name) > 16)
        documents = json.loads((folder / "gold" / "documents.json").read_text("utf-8"))
        found.update(doc["number"] for doc in documents.values() if doc.get("number"))
        found.update(doc["signer"] for doc in documents.values() if doc.get("signer"))
    return sorted(found)


# Bodies that exist in every province; naming them is no fitting.
COMMON = {
    "Văn phòng HĐND và UBND huyện",
    "Văn phòng HĐND&UBND huyện",
    "Phòng Văn hóa và Thông tin",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Giáo dục và Đào tạo",
}


def test_no_word_of_a_sample_campaign_stands_in_code_or_data() -> None:
    words = [word for word in campaign_words() if word not in COMMON]
    hits = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in in_rooms(".py", ".txt", ".j2", ".json", ".yaml")
        for text in [_told(path)]
        for word in words
        if word.casefold() in text.casefold()
    ]
    assert hits == []


def test_no_year_of_a_sample_campaign_stands_in_code_or_data() -> None:
    # Numbers and days of laws and decrees are no fitting.
    law = re.compile(r"\d+/20\d\d/[A-ZĐ]+|(?:Luật|Nghị định) [^|\n]*? ngày \d+ tháng \d+ năm 20\d\d")
    year = re.compile(r"(?<!\d)202[23](?!\d)")
    hits = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in in_rooms(".py", ".txt", ".j2", ".json", ".yaml")
        for match in year.finditer(law.sub("", _told(path)))
    ]
    assert hits == []


def test_no_path_of_a_machine_and_no_registry_host_is_in_the_tree() -> None:
    folders = "|".join(("work", "root", r"home/\w+"))
    pattern = re.compile(rf"(/(?:{folders})/|pypi\.org|pythonhosted|registry\.npmjs)")
    own = Path(__file__).name
    hits = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in tracked(".py", ".md", ".toml", ".lock", ".txt", ".sh", ".yaml", ".json", "Makefile", "run")
        if path.name != own
        for match in pattern.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert hits == []


def test_files_keep_to_one_noun() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in in_rooms(".py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 300 and path.name not in {"score.py", "baseline.py"}
    }
    assert long == {}


def test_texts_are_nfc() -> None:
    for path in tracked(".py", ".md", ".j2", ".toml", ".yaml"):
        if path.relative_to(ROOT).parts[0] in {"tests", "inbox"}:
            continue
        text = path.read_text("utf-8")
        assert text == unicodedata.normalize("NFC", text), path


def test_every_error_has_its_own_code_and_vietnamese_words() -> None:
    import flows.campaign
    import flows.intake
    import ledger.store
    from extractors.errors import TonghopError

    assert flows.campaign and flows.intake and ledger.store
    todo, seen = [TonghopError], {}
    while todo:
        cls = todo.pop()
        todo.extend(cls.__subclasses__())
        if cls.__module__.startswith("tests") or "code" not in vars(cls):
            continue
        assert cls.code not in seen, (cls, seen[cls.code])
        seen[cls.code] = cls
        assert re.search(r"[à-ỹđ]", cls.reason) and re.search(r"[à-ỹđ]", cls.remedy), cls
