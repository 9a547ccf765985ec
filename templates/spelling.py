"""Names of bodies out of capitals: as other texts write them, else by the rule of the decree's Phụ lục II."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.vietnamese import fold
from templates.phrases import clean

_SHORT = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"))
# What follows one of these is a proper name of a place, every syllable of it with a capital.
_PLACE = re.compile(
    r"\b((?:tỉnh|huyện|thành|thị|quận) (?:đoàn|ủy)|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+(.+)$"
)
_HEADS = (
    "ủy ban nhân dân", "hội đồng nhân dân", "sở", "chi cục", "cục", "tổng cục", "phòng", "văn phòng", "trung tâm",
    "ban", "bộ", "trường", "viện", "thanh tra", "bệnh viện", "đảng ủy", "tỉnh ủy", "huyện ủy", "thành ủy", "liên đoàn",
)  # fmt: skip


# Names that are proper names in every text (the decree's Phụ lục II, IV.2).
_PROPER = (
    "Bảo hiểm xã hội", "Cảnh sát", "Hội Chữ thập đỏ", "Hội Cựu chiến binh", "Hội Khuyến học", "Hội Liên hiệp Phụ nữ",
    "Hội Người cao tuổi", "Hội Nông dân", "Hồ Chí Minh", "Kho bạc Nhà nước", "Liên đoàn Lao động",
    "Liên minh Hợp tác xã", "Mặt trận Tổ quốc", "Ngân hàng Nhà nước", "Thanh niên Cộng sản", "Tổng Liên đoàn Lao động",
    "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Việt Nam",
)  # fmt: skip


def expanded(name: str) -> str:
    """Return a body's name with its common abbreviations written out."""
    for short, full in _SHORT:
        name = re.sub(rf"\b{short}\b", full, name)
    return name


def shortened(name: str) -> str:
    """Return a superior body's name with the abbreviations that the decree allows in a letterhead."""
    for short, full in _SHORT:
        name = re.sub(rf"\b{full}\b(?= \w)", short, name)
    return name


def spelled(name: str, witnesses: Iterable[str]) -> str:
    """Return `name`, written in capitals in a letterhead, as prose writes it.

    A witness that holds the same words in small letters decides; else each part behind a head word, "và", a comma or
    a dash begins with a capital. A name that is not in capitals is kept.
    """
    one = expanded(clean(name))
    if not one or (one.upper() != one and expanded(clean(name).title()) != one and _mixed(clean(name))):
        return one
    wanted = fold(one)
    found = next((found for text in witnesses for found in _written(wanted, text)), "")
    return found[:1].upper() + found[1:] if found else _by_rule(wanted)


def _written(wanted: str, text: str) -> Iterator[str]:
    """Yield the name as `text` writes it in prose; the letterhead of a paper, in capitals, stands before its prose."""
    long = expanded(clean(text))
    low = fold(long)
    at = low.find(wanted)
    while at >= 0:
        found = long[at : at + len(wanted)]
        if any(char.isupper() for char in found[1:]) and _mixed(found) and _ends(long, at + len(wanted)):
            yield found
        at = low.find(wanted, at + 1)


def _mixed(text: str) -> bool:
    rest = re.sub(r"\b(?:UBND|HĐND)\b|Ủy ban nhân dân|Hội đồng nhân dân", "", text)
    return any(char.islower() for char in rest)


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not text[at].isalnum()


def _by_rule(low: str) -> str:
    place = _PLACE.search(low)
    own = low[: place.start()] if place else low
    head = next((head for head in sorted(_HEADS, key=len, reverse=True) if own.startswith(head)), "")
    rest = own[len(head) :]
    rest = re.sub(r"(^\s*|\bvà\s+|[,-]\s*)([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), rest)
    whole = head[:1].upper() + head[1:] + rest
    if place:
        whole = f"{whole.rstrip()} {place.group(1)} " + " ".join(w[:1].upper() + w[1:] for w in place.group(2).split())
    whole = clean(whole)
    whole = whole[:1].upper() + whole[1:]
    for proper in _PROPER:
        at = fold(whole).find(fold(proper))
        if at >= 0 and _ends(whole, at + len(proper)) and (at == 0 or not whole[at - 1].isalnum()):
            whole = whole[:at] + proper + whole[at + len(proper) :]
    return clean(whole)
