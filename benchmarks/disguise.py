"""The sample campaigns under other names, years and date styles, to show that no rule is fitted to their wording.

python -m benchmarks.disguise [--misses N] [--shape]

People, places and some units are renamed, every year moves by three, dd/mm/yyyy becomes dd-mm-yyyy, honorifics are
swapped, and gold is changed by the very same substitutions. Files other than .docx are written anew as .docx from their
text. With --shape lists of submissions become tables, tables lists, and two of their sections change places.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.oxml.ns import qn

from benchmarks.accuracy import CAMPAIGNS, TOGETHER, measure
from benchmarks.disguise_shape import other_honorifics, reshape

SAMPLES = tuple(name for name in TOGETHER if (CAMPAIGNS / name / "gold" / "flags.json").exists())
YEARS = 3
_SURNAMES = ("Đinh", "Mai", "Tạ", "Lương", "Quách", "Vi", "Nông", "Khổng", "Đàm", "Cù")
_MIDDLES = ("Thế", "Thị Kiều", "Xuân", "Ngọc", "Quang")
_GIVEN = ("Oanh", "Tiệp", "Khuê", "Sáng", "Lũy", "Nhạn", "Thục", "Viễn", "Đoan", "Hạc", "Sinh", "Trà")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/-])")
_YEAR = re.compile(r"(?<!\d)(?<!\d[.,]\d\d\d[.])(?:19|20)\d{2}(?!\d|/[A-ZĐ]|[.,]\d)")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}")


class Disguise:
    """One consistent set of substitutions for a campaign."""

    def __init__(self, folder: Path) -> None:
        told = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
        gold = json.loads((folder / "gold" / "documents.json").read_text("utf-8"))
        people = {doc["signer"] for doc in gold.values() if doc.get("signer")}
        people |= {e["name"] for doc in gold.values() for e in doc.get("exemplars", []) if e["kind"] == "ca_nhan"}
        # A name in an old encoding cannot be changed by putting other letters in its place; it stays.
        said = " ".join(_said(path, folder) for path in (folder / "submissions").iterdir())
        self.names = {name: _person(n) for n, name in enumerate(sorted(people)) if name in said}
        self.names |= _places(told)
        body = "|".join(r"\s+".join(map(re.escape, n.split())) for n in sorted(self.names, key=len, reverse=True))
        self._pattern = re.compile(body)

    def text(self, text: str) -> str:
        """Return the text with names, years and date style changed."""
        text = unicodedata.normalize("NFC", text)
        text = other_honorifics(text)
        text = self._pattern.sub(lambda match: self.names[" ".join(match.group(0).split())], text)
        text = _DAY.sub(lambda m: f"{m.group(1)}-{m.group(2)}-{m.group(3)}", text)
        return _YEAR.sub(lambda match: str(int(match.group(0)) + YEARS), text)

    def value(self, noun: Any) -> Any:
        """Return a gold value changed alike: texts as above, ISO days moved."""
        if isinstance(noun, dict):
            return {key: self.value(value) for key, value in noun.items()}
        if isinstance(noun, list):
            return [self.value(value) for value in noun]
        if not isinstance(noun, str):
            return noun
        if _ISO.match(noun):
            return f"{int(noun[:4]) + YEARS}{noun[4:]}"
        return self.text(noun)


def _said(path: Path, folder: Path) -> str:
    try:
        texts = (node.text or "" for node in Document(str(path)).element.iter(qn("w:t")))
        return " ".join(unicodedata.normalize("NFC", "".join(texts)).split())
    except Exception:  # no Word file, or a broken one
        text = folder / "gold" / "source_text" / f"{path.name}.txt"
        return text.read_text("utf-8") if text.exists() else ""


def _person(number: int) -> str:
    return " ".join((_SURNAMES[number % 10], _MIDDLES[number // 2 % 5], _GIVEN[number * 5 % 12]))


def _places(told: dict[str, Any]) -> dict[str, str]:
    """Return other names for places and for what is particular in the names of units."""
    found: dict[str, str] = yaml.safe_load((CAMPAIGNS / "disguise.yaml").read_text("utf-8"))
    for unit in told["units"]:
        for name in (unit["name"], *unit["aliases"]):
            for old, new in list(found.items()):
                if old in name:
                    found[name] = name.replace(old, new)
    return found


def disguise(folder: Path, target: Path, shape: bool = False) -> Path:
    """Write the disguised copy of a campaign into `target` and return it; `shape` lays its papers out anew."""
    mask = Disguise(folder)
    (target / "submissions").mkdir(parents=True)
    (target / "gold").mkdir()
    told = mask.value(yaml.safe_load((folder / "campaign.yaml").read_text("utf-8")))
    told["as_of"] = told["as_of"].replace(year=told["as_of"].year + YEARS)
    (target / "campaign.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    _copy(folder / "plan.docx", target / "plan.docx", mask.text)
    files = {path.name: f"{path.stem}.docx" for path in (folder / "submissions").iterdir()}
    for name, new in files.items():
        _copy(
            folder / "submissions" / name,
            target / "submissions" / new,
            mask.text,
            folder / "gold" / "source_text",
            shape,
        )
    received = json.loads((folder / "received.json").read_text("utf-8"))
    times = {files[name]: mask.value(time) for name, time in received.items()}
    (target / "received.json").write_text(json.dumps(times, ensure_ascii=False), "utf-8")
    for gold in (folder / "gold").glob("*.json"):
        names = {mask.text(name): new for name, new in files.items()} | files
        told = _renamed(mask.value(json.loads(gold.read_text("utf-8"))), names)
        (target / "gold" / gold.name).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return target


def _renamed(noun: Any, files: dict[str, str]) -> Any:
    if isinstance(noun, dict):
        return {files.get(key, key): _renamed(value, files) for key, value in noun.items()}
    if isinstance(noun, list):
        return [_renamed(value, files) for value in noun]
    return files.get(noun, noun) if isinstance(noun, str) else noun


def _copy(
    source: Path, target: Path, change: Callable[[str], str], texts: Path | None = None, shape: bool = False
) -> None:
    try:
        word = Document(str(source))
    except Exception:  # no Word file, or a broken one: what it says is taken from its text, or it stays as it is
        text = texts / f"{source.name}.txt" if texts else None
        if text is None or not text.exists():
            target.write_bytes(source.read_bytes())
            return
        word = Document()
        for line in change(text.read_text("utf-8")).splitlines():
            word.add_paragraph(line)
        word.save(str(target))
        return
    for part in (word.element, *(section.header._element for section in word.sections)):
        for paragraph in part.iter(qn("w:p")):
            _reword(paragraph, change)
    if shape:
        reshape(word)
    word.save(str(target))


def _reword(paragraph: Any, change: Callable[[str], str]) -> None:
    """Change the text of one paragraph, runs inside insertions and links too."""
    pieces = [t for t in paragraph.iter(qn("w:t")) if next(t.iterancestors(qn("w:p"))) is paragraph]
    before = "".join(piece.text or "" for piece in pieces)
    after = change(before)
    if after == before or not pieces:
        return
    pieces[0].text = after
    pieces[0].set(qn("xml:space"), "preserve")
    for piece in pieces[1:]:
        piece.text = ""


def main() -> int:
    """Print both columns; exit 1 where a figure falls by more than .02."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--shape", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plain = measure([CAMPAIGNS / name for name in SAMPLES], root / "plain")
        copies = [disguise(CAMPAIGNS / name, root / "copies" / name, args.shape) for name in SAMPLES]
        masked = measure(copies, root / "masked")
    worse = 0
    print(f"{'measure':<46} {'as sent':>8} {'disguised':>10}")
    for name in sorted(plain):
        a, b = plain[name].figures()["f1"], masked[name].figures()["f1"]
        if a is None or b is None:
            continue
        low = b < a - 0.02
        worse += low
        print(f"{name:<46} {a:8.3f} {b:10.3f}{'  <' if low else ''}")
        for note in masked[name].notes[: args.misses]:
            print(f"      {note}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
