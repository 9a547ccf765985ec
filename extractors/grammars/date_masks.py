"""What looks like a date and is none: numbers of documents, standards, phones, money, shares, names of places."""

from __future__ import annotations

import re

from extractors.vietnamese import alternation

# On the text itself, where capitals tell a symbol ("12/2022/QĐ-UBND", "05-CT/TW", "30c/NQ-CP") from a date.
_SYMBOL = re.compile(
    r"\d{1,5}[a-zđ]{0,2} ?/ ?(?:\d{4} ?/ ?)?[A-ZĐ][\wĐđ&]*(?: ?[\-–./] ?[A-ZĐ][\wĐđ&]*)*"
    r"|\d{1,5}[a-zđ]{0,2} ?[-–] ?[A-ZĐ]{2,}[\wĐđ&]*(?:[\-–./][\wĐđ&]+)*"
)
_NUMBERED = re.compile(
    r"\d{1,5}[a-zđ]{0,2} ?/ ?(?:\d{4}(?!\d) ?(?:/[a-zđ&\-]+)?|[a-zđ][\w\-&./]*)"
    r"|\d{1,5}-[a-zđ]{2,}[\w\-&./]*"
)
_RATIO = re.compile(
    r"\d{1,5} ?/ ?(?!(?:19|20)\d\d(?!\d))\d{1,5}(?! ?/ ?\d)(?= *(?:" + alternation("date_ratio_nouns") + r"(?!\w)|%))"
)
_PHONE = re.compile(r"0\d{2,3}\)?[.\- ]\d{3,4}[.\- ]\d{3,4}(?!\d)|0\d{3}[.\- ]?\d{3}[.\- ]?\d{3}(?!\d)")
_MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d/])")
_ALL_DAY = re.compile(r"24/(?:7|24)(?![\d/])")
_PARTED = re.compile(r"\d{1,4}(?:[./\-]\d{1,4})+(?!\d)")
_DOTTED = re.compile(r"[\divx]+(?:\.[\divx]+)*(?![\w/])")
_SCALES = re.compile(r"1/\d[\d.]*(?:[,;]? *(?:và +)?1/\d[\d.]*)*")
_STANDARD = re.compile(r"[\w\-]*\d[\d:.\-/]*")

_NUMBER_SIGN = re.compile(r"(?<!\w)số *:? *$")
_SCALE_WORD = re.compile(r"(?<!\w)(?:tỷ|tỉ) +lệ *$")
_PLACE_WORD = re.compile(
    r"(?<!\w)(?:đường|phố|khu dân cư(?: số)?|mầm non|tổ|nhóm|quảng trường|bệnh viện|hợp tác xã|htx|công ty|xí nghiệp"
    r"|nhà máy|công viên|cầu|chợ|(?<!thành lập )(?<!truyền thống )(?:đội|đoàn)"
    r"|tàu|phường|khu phố|ấp|thôn|lô|số nhà|ngõ|hẻm|ngách|mã|biển số"
    r"|trường(?: (?!ngày|vào|trước|trong|từ|đến|tới|hết|sáng|chiều|tối|sau)[^\W\d_]+){0,4}) +$"
)
_CLAUSE_WORD = re.compile(
    r"(?<!\w)(?:(?<!thời )(?<!địa )(?<!dứt )(?<!thí )điểm|(?<!danh )mục|khoản|điều|phụ lục|biểu|mẫu|bảng|tiểu mục"
    r"|chương|phiên bản)(?: +số)? +$"
)
_STANDARD_WORD = re.compile(r"(?<!\w)(?:iso|tcvn|qcvn|tccs|tcn|haccp|ohsas|iec)(?:[ /\-]*[a-z/]+)*[ :\-]*$")
_ADDRESS = re.compile(r"(?:[\w.+\-]*@[\w.\-]*|(?:https?://|www\.)[^ \n]*)$")
Row = tuple[re.Pattern[str], re.Pattern[str]]
_ROWS: tuple[Row, ...] = ((_STANDARD_WORD, _STANDARD), (_CLAUSE_WORD, _DOTTED))
_PARTED_ROWS: tuple[Row, ...] = (
    *_ROWS,
    (_NUMBER_SIGN, _NUMBERED),
    (_SCALE_WORD, _SCALES),
    (_PLACE_WORD, _PARTED),
    (_ADDRESS, _STANDARD),
)
# What the words before must hold for a row to be tried: how its pattern ends, and the names of standards.
_CLAUSES = ("điểm", "mục", "khoản", "điều", "lục", "biểu", "mẫu", "bảng", "chương", "bản", "số")
_STANDARDS = ("iso", "tc", "qcvn", "haccp", "ohsas", "iec")
_DIGITS = re.compile(r"\d+")
_DAY_WORDS = ("trước ", "ngày ", "vào ", "đến ", "dịp ", "niệm ", "sáng ", "chiều ", "hết ", "nhất ")  # "trước 24/7"
_WINDOW = 44


def masks(text: str, shadow: str, shares: bool = True) -> list[tuple[int, int]]:
    """Return (start, end) of the look-alikes in NFC `text` in order, none overlapping; `shadow` is its folded copy.

    Without `shares` the numbers that count something ("15/20 đơn vị", "1.200") are left out.
    """
    found: list[tuple[int, int]] = []
    position = 0
    for digits in _DIGITS.finditer(shadow):
        start = digits.start()
        if start < position or (start and shadow[start - 1].isalpha()):
            continue
        end = _look_alike(text, shadow, start, digits.end(), shares)
        if end is not None:
            found.append((start, end))
            position = end
    return found


def _look_alike(text: str, shadow: str, start: int, stop: int, shares: bool) -> int | None:
    """Return where the look-alike ends whose first number is text[start:stop], None where there is none."""
    left = shadow[max(0, start - _WINDOW) : start]
    follows = shadow[stop : stop + 2]
    parted = follows[:1] in "/-.:–" or follows in (" /", " -") or follows[:1].isalpha()
    if follows[:1] and parted:
        looks: list[tuple[re.Pattern[str], str]] = [(_SYMBOL, text)]
        looks += [] if left.endswith(_DAY_WORDS) else [(_ALL_DAY, shadow)]
        looks += [(_MONEY, shadow)] if shares else []
        for source, where in looks:
            match = source.match(where, start)
            if match is not None:
                return match.end()
        if shares and not left.endswith(("ngày ", "tháng ", "quý ", "trước ", "ngày", "/", "-")):
            match = _RATIO.match(shadow, start)
            if match:
                return match.end()
    if shadow[start] == "0":
        match = _PHONE.match(shadow, start)
        if match and not left.endswith(("/", "-", ".")):
            return match.end()
    return _after_word(shadow, start, left, parted)


def _after_word(shadow: str, start: int, left: str, parted: bool) -> int | None:
    blank = left.endswith(" ")
    for word, source in _PARTED_ROWS if parted else _ROWS:
        if word is _CLAUSE_WORD and not (blank and left.rstrip(" ").endswith(_CLAUSES)):
            continue
        if word is _PLACE_WORD and not blank:
            continue
        if word is _STANDARD_WORD and not any(name in left for name in _STANDARDS):
            continue
        match = source.match(shadow, start) if word.search(left) else None
        if match is not None:
            return match.end()
    return None
