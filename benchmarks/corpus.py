"""Makes campaigns of any size out of the sample campaign: `python -m benchmarks.corpus FOLDER DOCUMENTS [--plain]`.

Plans and reports of the sample under other units, numbers, names, days and figures; ten documents a unit, 10 % PDF and
5 % .doc (`--plain`: no .doc, so that nothing needs LibreOffice while it is read). The same size gives the same texts
and the same Word files; PDF and .doc are printed by LibreOffice, and left out, with a word, where it is missing.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.oxml.ns import qn

from templates.package import package

SAMPLE = next((Path(__file__).parents[1] / "inbox").glob("*/campaign.yaml")).parent
PER_UNIT = 10
LATE = "zzz_nop_sau.docx"  # lies beside the submissions, to be dropped among them later
_SURNAMES = ("Đinh", "Mai", "Tạ", "Lương", "Quách", "Vi", "Nông", "Khổng", "Đàm", "Cù", "Trịnh", "Lại", "Phùng")
_MIDDLES = ("Thế", "Thị Kiều", "Xuân", "Ngọc", "Quang", "Hữu", "Thanh")
_GIVEN = ("Oanh", "Tiệp", "Khuê", "Sáng", "Lũy", "Nhạn", "Thục", "Viễn", "Đoan", "Hạc", "Sinh", "Trà")
_FIRST = ("An", "Bình", "Cẩm", "Đông", "Gia", "Hà", "Khánh", "Lạc", "Mỹ", "Nam", "Phú", "Quế", "Sơn", "Tân", "Vân")
_LAST = ("Phong", "Lãng", "Thủy", "Xuyên", "Hưng", "Khê", "Ninh", "Trạch", "Giang", "Lộc", "Định", "Sa", "Mai", "Hòa")
_PERSON = re.compile(r"(?<=\bông )[A-ZĐ]\w+(?: [A-ZĐ]\w+){1,3}|(?<=\bbà )[A-ZĐ]\w+(?: [A-ZĐ]\w+){1,3}")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})([/.-])(20\d\d)(?![\d/-])")
_LONG_DAY = re.compile(r"\bngày (\d{2}) tháng (\d{1,2}) năm (20\d\d)")
_OWN_NUMBER = re.compile(r"(?<=Số: )\d+/(KH|BC)-\w+")
_FIGURE = re.compile(r"(?<![\w/.,:-])(\d{2,3})(?= (?!tháng|năm|giờ|ngày|phút|-)[a-zà-ỹđ])")


@dataclass(frozen=True)
class Model:
    """A plan or report of the sample: the name of the unit that sent it, as the register spells it, and KH or BC."""

    path: Path
    unit: str
    kind: str


@dataclass(frozen=True)
class Made:
    """A campaign made here: its folder, and how many files of each format lie in it."""

    folder: Path
    formats: dict[str, int]


@cache
def models() -> tuple[Model, ...]:
    """Return the plans and reports of the sample that can be reworded, each text once.

    They name a unit of the register in Unicode letters: in an old encoding a name cannot be changed by putting other
    letters in its place.
    """
    register = yaml.safe_load((SAMPLE / "campaign.yaml").read_text("utf-8"))["units"]
    names = {unit["name"].upper(): unit["name"] for unit in register}
    found: dict[str, Model] = {}
    for path in sorted((SAMPLE / "submissions").glob("*.docx")):
        try:
            word = Document(str(path))
        except Exception:  # the sample holds a broken file too
            continue
        kind = _OWN_NUMBER.search("\n".join(cell.text for cell in word.tables[0].rows[0].cells))
        unit = names.get(" ".join(paragraph.text for paragraph in _sender(word)))
        if unit and kind:
            found.setdefault("\n".join(line.text for line in word.paragraphs), Model(path, unit, kind.group(1)))
    return tuple(found.values())


def _sender(word: Any) -> list[Any]:
    """Return the lines of the letterhead that name the sender: those in capitals below the department's."""
    return [
        line for line in word.tables[0].rows[0].cells[0].paragraphs if line.text.isupper() and "/" not in line.text
    ][1:]


def unit_name(model: Model, number: int) -> str:
    """Return the name of unit `number`, made of the model's own and a place that no two units share."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
    return f"{model.unit} {first} {last}"


def make(folder: Path, documents: int, plain: bool = False) -> Made:
    """Write a campaign of `documents` submissions into the new `folder`; raises FileExistsError where there is one."""
    submissions = folder / "submissions"
    submissions.mkdir(parents=True)
    shutil.copyfile(SAMPLE / "plan.docx", folder / "plan.docx")
    office = shutil.which("soffice")
    units = max(2, documents // PER_UNIT)
    names: dict[str, None] = {}
    to_print: dict[str, list[Path]] = {"pdf": [], "doc": []}
    for number in range(documents):
        model = models()[(number % units + number // units) % len(models())]
        owner = models()[number % units % len(models())]
        unit = unit_name(owner, number % units)
        names[unit] = None
        path = submissions / f"{number:05d}_{model.kind}_{number % units:03d}.docx"
        path.write_bytes(_written(model, unit, number))
        if office and number % 10 == 3:
            to_print["pdf"].append(path)
        elif office and not plain and number % 20 == 9:
            to_print["doc"].append(path)
    for kind, paths in to_print.items():
        _print(paths, kind)
    (folder / LATE).write_bytes(_written(models()[-1], unit_name(models()[0], 0), documents))
    sample = yaml.safe_load((SAMPLE / "campaign.yaml").read_text("utf-8"))
    told = {
        **{key: sample[key] for key in ("title", "office", "as_of")},
        "units": [{"name": sample["office"]}] + [{"name": name} for name in names],
    }
    (folder / "campaign.yaml").write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
    formats = {kind: len(paths) for kind, paths in to_print.items()}
    return Made(folder, {"docx": documents - sum(formats.values())} | formats)


class _Change:
    """Other numbers, names and days for one document; the same number gives the same document."""

    def __init__(self, model: Model, unit: str, number: int) -> None:
        self._random = random.Random(number)
        self._number = number
        self._unit = re.compile(r"\s+".join(map(re.escape, model.unit.split())), re.IGNORECASE)
        self._new = unit
        self._initials = "".join(word[0] for word in unit.split()).upper()

    def __call__(self, text: str) -> str:
        text = self._unit.sub(lambda match: self._new.upper() if match.group(0).isupper() else self._new, text)
        text = _OWN_NUMBER.sub(rf"{self._number + 1}/\g<1>-{self._initials}", text)
        text = _PERSON.sub(lambda match: self._person(), text)
        text = _DAY.sub(lambda m: f"{self._day():02d}{m.group(2)}{m.group(3)}{m.group(4)}{m.group(5)}", text)
        text = _LONG_DAY.sub(lambda m: f"ngày {self._day():02d} tháng {m.group(2)} năm {m.group(3)}", text)
        return _FIGURE.sub(lambda m: f"{self._random.randint(11, 99) if len(m.group(1)) == 2 else m.group(1)}", text)

    def _day(self) -> int:
        return self._random.randint(1, 28)

    def _person(self) -> str:
        return " ".join(map(self._random.choice, (_SURNAMES, _MIDDLES, _GIVEN)))


def _written(model: Model, unit: str, number: int) -> bytes:
    change = _Change(model, unit, number)
    word = Document(str(model.path))
    for paragraph in word.element.iter(qn("w:p")):
        _reword(paragraph, change)
    for paragraph, text in zip_longest(_sender(word), [unit.upper()], fillvalue=""):
        _reword(paragraph._p, lambda before, text=text: text)
    out = io.BytesIO()
    word.save(out)
    return package(out.getvalue(), date(2000, 1, 1))


def _reword(paragraph: Any, change: Callable[[str], str]) -> None:
    pieces = list(paragraph.iter(qn("w:t")))
    before = "".join(piece.text or "" for piece in pieces)
    after = change(before)
    if after != before:
        pieces[0].text = after
        pieces[0].set(qn("xml:space"), "preserve")
        for piece in pieces[1:]:
            piece.text = ""


def _print(paths: list[Path], kind: str) -> None:
    """Replace each Word file by its print; in one go, since starting LibreOffice costs more than a hundred prints."""
    for at in range(0, len(paths), 100):
        some = paths[at : at + 100]
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{profile}",
                    "--headless",
                    "--convert-to",
                    {"pdf": "pdf", "doc": "doc:MS Word 97"}[kind],
                    "--outdir",
                    str(some[0].parent),
                    *map(str, some),
                ],
                check=True,
                capture_output=True,
                timeout=600,
            )
        for path in some:
            if not path.with_suffix(f".{kind}").is_file():
                raise FileNotFoundError(path.with_suffix(f".{kind}"))
            path.unlink()


def main() -> int:
    """Make one campaign and say what lies in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("documents", type=int)
    parser.add_argument("--plain", action="store_true", help="no .doc")
    args = parser.parse_args()
    made = make(args.folder, args.documents, args.plain)
    print(", ".join(f"{count} {kind}" for kind, count in made.formats.items()))
    if not shutil.which("soffice"):
        print("LibreOffice is missing: Word files only")
    return 0


if __name__ == "__main__":
    sys.exit(main())
