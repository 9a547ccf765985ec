"""What looks like a date and is none: numbers of documents, standards, phones, money, shares, names of places."""

from __future__ import annotations

import re

from extractors.vietnamese import alternation

# On the text itself, where capitals tell a symbol ("12/2022/QĐ-UBND") from a date.
_SYMBOLS = re.compile(
    r"(?<![\w/.\-])\d{1,5}[a-zđ]{0,2} ?/ ?(?:\d{4} ?/ ?)?[A-ZĐ][\wĐđ&]*(?: ?[\-–./] ?[A-ZĐ][\wĐđ&]*)*"
    r"|(?<![\w/.\-])\d{1,5}[a-zđ]{0,2}-[A-ZĐ]{2,}[\wĐđ&]*(?:[\-–./][\wĐđ&]+)*"
    r"|(?<![\w/.\-])\d{1,5}/\d{4}/[A-ZĐ][\wĐđ&]*(?:[\-–./][\wĐđ&]+)*"
    r"|(?<!\w)(?:ISO|TCVN|QCVN|TCCS|TCN|HACCP|OHSAS|IEC)(?:[ /\-]?[A-Z]{2,})*[ \-]*\d[\d:.\-/]*"
)
_COUNTED = alternation("date_ratio_nouns")
# On the folded text.
_FOLDED = re.compile(
    r"(?<!\w)(?:văn bản +)?số *:? *\d{1,5}[a-zđ]{0,2} ?/ ?(?:\d{4}(?!\d) ?(?:/[a-zđ&\-]+)?|[a-zđ][\w\-&./]*)"
    r"|(?<![\d/])24/(?:7|24)(?![\d/])"
    rf"|(?<!ngày )(?<!tháng )(?<!quý )(?<!trước )(?<![\d/.,])\d{{1,5}}/(?!(?:19|20)\d\d(?!\d))\d{{1,5}}(?= *{_COUNTED}(?!\w))"
    r"|(?<!\w)(?:tỷ|tỉ) lệ +1/\d[\d.]*(?:[,;]? *(?:và +)?1/\d[\d.]*)*"
    r"|(?<!\d)\(?0\d{2,3}\)?[.\- ]\d{3,4}[.\- ]\d{3,4}(?!\d)"
    r"|(?<!\d)0\d{3}[.\- ]?\d{3}[.\- ]?\d{3}(?!\d)"
    r"|(?<![\d/.\-])\d{1,3}(?:\.\d{3})+(?![\d/])"
    r"|(?<!\w)(?:đường|phố|khu dân cư(?: số)?|trường(?: (?!ngày|vào|trước|trong|từ|đến|tới|hết|sáng|chiều|tối|sau)\w+){0,4}|mầm non|tổ|nhóm|quảng trường|bệnh viện|hợp tác xã|htx"
    r"|công ty|xí nghiệp|nhà máy|công viên|cầu|chợ|đội|đoàn|tàu|lữ đoàn|trung đoàn|phường|khu phố|ấp|thôn|lô|số nhà|ngõ|hẻm)"
    r" +\d{1,3}/\d{1,4}(?:/\d+)*(?![\d/])"
    r"|(?<!\w)(?:điểm|mục|khoản|điều|phụ lục|biểu|mẫu|bảng|tiểu mục|chương) +(?:số +)?[\divx]+(?:[./][\divx]+)*(?!\w)"
    r"|[\w.+\-]+@[\w.\-]+|(?:https?://|www\.)[^ \n]+"
)


def masks(text: str, shadow: str) -> list[tuple[int, int]]:
    """Return (start, end) of the look-alikes in NFC `text`, whose folded copy is `shadow`, in order and not overlapping."""
    found = [m.span() for m in _SYMBOLS.finditer(text)] + [m.span() for m in _FOLDED.finditer(shadow)]
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
