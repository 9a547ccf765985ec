"""The sample campaigns as hurried typing and careless conversion leave them, to show that no figure hangs on neat text.

python -m benchmarks.roughen [--misses N] [--only NAME]

One roughness at a time: text in NFD, headings in capitals, en dashes for hyphens, no-break spaces, double blanks, line
breaks inside dates. Files other than .docx stay as they are, and so do those in TCVN3 or VNI fonts, where other letters
would be other Vietnamese. The gold stays too, but for the quotes that hold a dash;
`score.py` compares quotes without regard to case, composition and width of blanks.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from benchmarks.accuracy import CAMPAIGNS, NAMES, measure

ALLOWED = 0.01
_HEADING = re.compile(r"^\s*(?:(?:[IVX]+|[A-D])\s*[.\-/)]|\d+(?:\.\d+)*\.)\s+(?=\S.{2,120}$)")
_SENTENCE_END = re.compile(r"[.;:,]\s*$")
_LEGACY = re.compile(r"\.Vn|VNI-")
_DASH = re.compile(r"(?<=\d)\s*-\s*(?=\d)|(?<=\s)-(?=\s)|^-(?=\s)")
_IN_DATE = re.compile(
    r"(?<=ngày)[ ](?=\d)|(?<=tháng)[ ](?=\d)|(?<=năm)[ ](?=(?:19|20)\d\d)"
    r"|(?<=\d)[ ](?=tháng|năm)|(?<=quý)[ ](?=[IV\d])",
    re.IGNORECASE,
)


def _capitals(text: str) -> str:
    heading = _HEADING.match(text) and not _SENTENCE_END.search(text)
    return text.upper() if heading else text


def _nbsp(text: str) -> str:
    return _IN_DATE.sub("\u00a0", text)


def _double(text: str) -> str:
    return re.sub(r"(?<=\w)[ ](?=\w)", "  ", text)


def _dashes(text: str) -> str:
    return _DASH.sub(lambda match: match.group(0).replace("-", "–"), text)


ROUGH: dict[str, Callable[[str], str]] = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "headings in capitals": _capitals,
    "en dashes": _dashes,
    "no-break spaces": _nbsp,
    "double blanks": _double,
    "line breaks in dates": lambda text: _IN_DATE.sub("\n", text),
}


def roughen(folder: Path, target: Path, change: Callable[[str], str]) -> Path:
    """Copy a campaign into `target` with the text of every readable .docx changed; return `target`."""
    shutil.copytree(folder, target)
    for path in (target / "plan.docx", *(target / "submissions").iterdir()):
        try:
            word = Document(str(path))
        except Exception:  # no Word file, or a broken one: it stays as it was sent
            continue
        if any(_LEGACY.match(fonts.get(qn("w:ascii"), "")) for fonts in word.element.iter(qn("w:rFonts"))):
            continue
        for paragraph in word.element.iter(qn("w:p")):
            _retype(paragraph, change)
        word.save(str(path))
    if change is _dashes:
        for gold in (target / "gold").glob("*.json"):
            told = _quotes(json.loads(gold.read_text("utf-8")), change)
            gold.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return target


def _quotes(noun: Any, change: Callable[[str], str]) -> Any:
    if isinstance(noun, dict):
        return {key: change(v) if key == "quote" and v else _quotes(v, change) for key, v in noun.items()}
    return [_quotes(value, change) for value in noun] if isinstance(noun, list) else noun


def _retype(paragraph: Any, change: Callable[[str], str]) -> None:
    """Change the text of one paragraph; a new line in the changed text becomes a break as Word writes it."""
    pieces = [t for t in paragraph.iter(qn("w:t")) if next(t.iterancestors(qn("w:p"))) is paragraph]
    before = "".join(piece.text or "" for piece in pieces)
    after = change(before)
    if after == before or not pieces:
        return
    for piece in pieces[1:]:
        piece.text = ""
    first, *rest = after.split("\n")
    last = pieces[0]
    last.text = first
    last.set(qn("xml:space"), "preserve")
    for line in rest:
        for tag in ("w:br", "w:t"):
            new = last.makeelement(qn(tag))
            last.addnext(new)
            last = new
        last.text = line
        last.set(qn("xml:space"), "preserve")


def main() -> int:
    """Print a column for each roughness; exit 1 where a figure falls by more than .01."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", choices=sorted(ROUGH))
    args = parser.parse_args()
    worse = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plain = measure([CAMPAIGNS / name for name in NAMES], root / "plain")
        for number, (rough, change) in enumerate(ROUGH.items()):
            if args.only not in (None, rough):
                continue
            copies = [roughen(CAMPAIGNS / name, root / str(number) / name, change) for name in NAMES]
            told = measure(copies, root / f"out{number}")
            worse += _print(rough, plain, told, args.misses)
    return 1 if worse else 0


def _print(rough: str, plain: dict[str, Any], told: dict[str, Any], misses: int) -> int:
    worse = 0
    print(rough)
    for name in sorted(plain):
        a, b = plain[name].figures()["f1"], told[name].figures()["f1"]
        if a is None or b is None or a == b:
            continue
        low = b < a - ALLOWED
        worse += low
        print(f"  {name:<44} {a:8.3f} {b:8.3f}{'  <' if low else ''}", flush=True)
        for note in told[name].notes[:misses]:
            print(f"      {note}")
    print(f"  {worse} measures fell by more than {ALLOWED}", flush=True)
    return worse


if __name__ == "__main__":
    sys.exit(main())
