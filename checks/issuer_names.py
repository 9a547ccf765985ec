"""Which unit a letterhead names: its own words, the organ that writes for it, and the place that stands behind it.

The register says "Hạt Kiểm lâm huyện", the letterhead "HẠT KIỂM LÂM BÌNH SƠN"; "BCH HUYỆN BÌNH SƠN" below the name of
an association is the association of that district.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checks.unit_names import NameIndex, spelled_out, tokens
from checks.units import Register
from extractors.vietnamese import bare

# A standing organ writes for its body, an office for its bank.
_ORGAN = re.compile(
    r"\s*(?:ban chap hanh|bch|ban thuong vu|btv|ban thuong truc|btt|phong giao dich|pgd(?=\s+n)|chi nhanh)(?!\w)\s*"
    r"(?:lam thoi\s*)?"
)
_COUNCIL = re.compile(r"\bHĐND\s*(?:và|VÀ|&|-)?\s*(?=UBND)")
_KIND = re.compile(r"^(?:chi cục|cục)\s+", re.IGNORECASE)  # "CHI CỤC HẢI QUAN KHU VỰC V" is Hải quan khu vực V
_TRADE_NAME = re.compile(r"\s+[A-Z]{5,}$")  # "CÔNG TY CP CẤP NƯỚC BA ĐỒN" has BADOWACO below it
_LEVELS = (
    ("thi", "tran"),
    ("thanh", "pho"),
    ("thi", "xa"),
    ("dac", "khu"),
    ("huyen",),
    ("tinh",),
    ("phuong",),
    ("quan",),
    ("xa",),
    ("so",),
)
_LONGEST_PLACE = 4  # syllables
_YOUTH = re.compile(r"(?:ĐTN|TĐTN|ĐTNCS|HĐTN|ĐTNH)\b")
_SURE, _PLACED, _BARE = 0.95, 0.9, 0.75

_Form = tuple[str, ...]


def issuer_unit(name: str, parent: str | None, number: str | None, index: NameIndex) -> tuple[str, float] | None:
    """Return the unit of the register that a letterhead with issuer `name` below `parent` names, with its strength."""
    names = list(dict.fromkeys(_readings(name, parent, number)))
    for reading in names:
        hit = index.exact(reading)
        if hit is not None:
            return hit
    for reading in names:
        placed = _placed(reading, index.register)
        if placed is not None:
            return placed
    return None


def _readings(name: str, parent: str | None, number: str | None) -> Iterator[str]:
    """Yield the names that the lines of a letterhead may stand for, the likeliest first."""
    whole = without_organ(name)
    above = tokens(parent or "")
    if not whole:
        yield parent or ""
        return
    level = _level_at(tuple(tokens(whole)), 0)
    if whole != name and level:  # only a place is left: its body stands above, at whatever level that is
        yield f"{' '.join(_head(above))} {whole}"
        if not parent and _YOUTH.search(number or ""):
            yield f"{' '.join(level)} đoàn"
            yield f"Đoàn Thanh niên {' '.join(level)}"
            yield f"Đoàn TNCS Hồ Chí Minh {' '.join(level)}"
        return
    yield whole
    yield _COUNCIL.sub("", whole)  # "VĂN PHÒNG HĐND VÀ UBND" is the Văn phòng UBND of the register
    opened = [at for at in range(len(above)) if _level_at(tuple(above), at)]
    levels = [_level_at(tuple(above), at) for at in opened]
    for at in opened:  # "TRẠM Y TẾ" under "UBND XÃ CÁT LÂM" is "Trạm Y tế xã Cát Lâm"
        yield f"{whole} {' '.join(above[at:])}"
    if levels:  # "THANH TRA", "VĂN PHÒNG HĐND VÀ UBND" under "UBND HUYỆN …" are those of the district
        yield f"{_COUNCIL.sub('', whole)} {' '.join(levels[0])}"
        at = next(at for at in range(len(above)) if _level_at(tuple(above), at))
        yield f"{whole} {' '.join(above[at:])}"  # "PHÒNG Y TẾ" under "UBND HUYỆN …" where many districts send
    if above:  # "THANH TRA" under "SỞ Y TẾ" is "Thanh tra Sở", "BAN DÂN VẬN" under "HUYỆN ỦY …" that of the Huyện ủy
        yield f"{whole} {above[0]}"
        yield f"{whole} {' '.join(above[:2])}"
        yield f"{whole} {parent}"  # "VĂN PHÒNG" under "ỦY BAN NHÂN DÂN TỈNH …"
    yield _KIND.sub("", whole)
    yield _TRADE_NAME.sub("", whole)


def without_organ(name: str) -> str:
    """Return the name of an organisation whose standing organ writes: "BCH HUYỆN ĐOÀN …" is the Huyện đoàn."""
    organ = _ORGAN.match(bare(name))
    return name[organ.end() :].strip(" -–,") if organ else name


def _head(made: list[str]) -> list[str]:
    """Return the syllables of a body's name before the place or the country in it."""
    for at in range(len(made)):
        if _level_at(tuple(made), at) or made[at : at + 2] == ["viet", "nam"]:
            return made[:at]
    return made


def _level_at(made: _Form, at: int) -> _Form:
    return next((level for level in _LEVELS if made[at : at + len(level)] == level), ())


def _plain(made: list[str]) -> _Form:
    """Return syllables without "Việt Nam", which offices write or leave out."""
    text = " ".join(made)
    return tuple(re.sub(r"\bviet nam\b", " ", text).split())


@lru_cache(maxsize=8)
def _forms(register: Register) -> tuple[tuple[str, _Form, _Form], ...]:
    """Return (unit, its name without the level, the level) for every way in which units are written."""
    found = []
    for unit in register.units:
        for name in (unit.name, *unit.aliases):
            for written in {_plain(tokens(name)), *map(_plain, spelled_out(name))}:
                for made in _shorter(written):
                    level = next((level for level in _LEVELS if made[-len(level) :] == level), ())
                    found.append((unit.name, made[: len(made) - len(level)], level))
    return tuple(form for form in found if len(form[1]) > 1 or (form[1] == ("doan",) and form[2]))


def _shorter(made: _Form) -> Iterator[_Form]:
    """Yield a name as it is and without what its organisation leaves out: "Ủy ban" of the Mặt trận, "Thanh niên"."""
    yield made
    if made[:4] == ("uy", "ban", "mat", "tran"):
        yield made[2:]
    for union in (("doan", "thanh", "nien"), ("doan", "tncs", "ho", "chi", "minh")):
        if made[: len(union)] == union:
            yield ("doan", *made[len(union) :])


def _placed(name: str, register: Register) -> tuple[str, float] | None:
    """Return the unit whose name opens `name`, a place behind it; None for none, or where two are meant alike."""
    best: dict[str, tuple[int, float]] = {}
    for made in {_plain(tokens(name)), *map(_plain, spelled_out(name))}:
        for unit, base, level in _forms(register):
            if made[: len(base)] == base:
                strength = _fits(made[len(base) :], base, level)
                if strength:
                    best[unit] = max(best.get(unit, (0, 0.0)), (len(base), strength))
    ranked = sorted(best.items(), key=lambda item: item[1], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0], ranked[0][1][1]


def _fits(rest: _Form, base: _Form, level: _Form) -> float:
    """Return how surely `rest`, behind a unit's name, is only its place; 0 where it belongs to another body."""
    if not rest:
        return _BARE if level else _SURE
    found = _level_at(rest, 0)
    if found:
        other = level and found != level
        return 0.0 if other or len(rest) - len(found) > _LONGEST_PLACE else _PLACED
    if any(_level_at(rest, at) for at in range(len(rest))) or len(rest) >= _LONGEST_PLACE:
        return 0.0
    return _PLACED - 0.05 if level or _level_at(base, 0) else 0.0
