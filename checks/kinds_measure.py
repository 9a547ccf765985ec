"""Whether a claim reaches what the duty asks for: number or share, day, and something that can be pointed at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from checks.deadlines import Due, interval_words
from checks.judge_dossier import Claim
from checks.requirement import Requirement
from extractors.facts import Quantity
from extractors.interval import Interval
from extractors.vietnamese import alternation, fold, lexicon, words

_ALL = re.compile(r"\b(?:toàn bộ|toàn thể|tất cả|đầy đủ|đủ \d|cả \d+)\b")
_AGAINST_PLAN = re.compile(r"kế hoạch|chỉ tiêu|so với|cùng kỳ|dự toán")
_VAGUE = re.compile(rf"\b{alternation('match_vague', 'checks')}\b")
_SOFT = re.compile(rf"^[\W\d]*(?:[\w ]{{0,40}}:\s*)?{alternation('match_soft_verbs', 'checks')}\b")
_PERSON = re.compile(r"\b(?:đồng chí|đ/c|ông|bà|anh|chị|cô|thầy|bác sĩ|ThS|TS|BS)\.? (?=[A-ZĐÀ-Ỹ])")
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|từng) (?:ngày|tuần|tháng|quý|buổi|ca)\b|\b\d+ lần/")
_QUOTED = re.compile(r"[“\"][^”\"]{3,}[”\"]")
_PERCENT = re.compile(r"(?<![\d,.])(\d{1,3}(?:[.,]\d+)?)\s?%")
_RATIO = re.compile(r"(?<![\w/.,-])(\d{1,4})/(\d{1,4}) ([^\W\d_]+)")
_WHOLE = re.compile(r"\b(?:tiếp nhận|tổng số|tổng cộng|trong số)\b")
_RATE = re.compile(r"\btỷ lệ ((?:[^\W\d_]+ ?){1,4})")
_LIGHT_UNIT = frozenset(["các", "của", "cho", "và", "trên", "tại", "mỗi", "tháng", "quý", "năm", "tuần"])
_ROW_ALIKE = 2  # words that a row of shares has in common with what the duty counts
_PAIR = 2  # figures of a row: what was to be reached and what was
_TOLERANCE = 0.05
# "đợt 2", "lần thứ ba": who tells of the third has held three.
_ORDINAL = re.compile(
    r"\b(?:đợt|lần|vòng|kỳ)(?: [^\W\d_]+){0,4}? thứ (nhất|hai|ba|tư|\d)\b"
    r"|\b(?:đợt|lần|vòng) ([1-9])\b"
)
_PLACES = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}


@dataclass(frozen=True, slots=True)
class Measure:
    """How a claim stands to a duty: `got` in the duty's unit (None: not stated), `late` where done after the day."""

    enough: bool
    got: float | None = None
    stated: bool = True
    late: Interval | None = None

    @property
    def fits(self) -> bool:
        """Return whether number and day are as asked."""
        return self.enough and self.late is None


def measure(requirement: Requirement, claim: Claim, due: Due) -> Measure:
    """Return how the claim's number and day stand to what the duty asks."""
    late = _late(claim.commitment.deadline, due.last)
    want = requirement.quantity
    if want is None:
        return Measure(True, late=late)
    got = _share(want, claim, requirement.quote) if want.unit.startswith("%") else _count(want, claim)
    if got is None and _counts_unit(want, requirement):
        return Measure(True, late=late)
    if got is None:
        # "đã tổ chức hội nghị tổng kết": one event is told without a number.
        return Measure(want.value <= 1 and not want.unit.startswith("%"), stated=False, late=late)
    return Measure(_reaches(want, got), got, late=late)


def _counts_unit(want: Quantity, requirement: Requirement) -> bool:
    """Return whether the share is one of units: "100% xã lập danh mục" asks of each commune no share, only the deed."""
    counted = words(want.unit)[:2]
    return bool(want.unit.startswith("%") and counted) and all(
        set(counted[:1]) <= set(words(unit)) for unit in requirement.units
    )


def _reaches(want: Quantity, got: float) -> bool:
    if want.op == "<=":
        return got <= want.value + _TOLERANCE
    return got >= want.value - _TOLERANCE  # "=" asks for so much; more is no fault


def _share(want: Quantity, claim: Claim, quote: str) -> float | None:
    """Return the share that the claim tells of what the duty counts; None where it tells none, or of something else."""
    whole = set(words(want.unit)) - _LIGHT_UNIT
    rate = _RATE.search(fold(quote))
    if rate is not None and _RATE.search(fold(claim.text)):
        whole |= set(words(rate.group(1))) - _LIGHT_UNIT  # "tỷ lệ bao phủ ... 92% dân số", "tỷ lệ bao phủ 93,66%"
    asked = frozenset(words(quote)) - _LIGHT_UNIT
    told = set(words(f"{claim.text} {claim.row}"))
    if whole and not whole & told and not _of_people(want.unit, claim) and not _of_object(asked, claim):
        return None
    shares: list[tuple[int, float]] = []

    def led(item: Quantity) -> int:
        """Return how many words of the duty lead up to a share: "giải quyết đúng hạn 98%, nộp trực tuyến 44%"."""
        before = claim.text[: max(0, item.span.start - claim.commitment.span.start)]
        return len(asked & set(words(re.split(r"[,;:]\s", before)[-1])))

    for item in claim.commitment.quantities:
        if item.ratio and item.ratio[1]:
            shares.append((_alike(want.unit, item.unit) + led(item), 100 * item.ratio[0] / item.ratio[1]))
        elif item.unit.startswith("%") and (
            not _AGAINST_PLAN.search(fold(item.unit)) or _AGAINST_PLAN.search(fold(want.unit))
        ):
            shares.append((_alike(want.unit, item.unit) + led(item), item.value))
    shares = shares or _written_share(whole, claim.text) or _of_all(claim) or _in_row(whole | asked, claim)
    if shares:
        return max(shares, key=lambda pair: pair[0])[1]
    in_row = _PERCENT.findall(claim.row)  # the column "Tỷ lệ" of a table of results
    if len(in_row) == 1:
        return float(in_row[0].replace(",", "."))
    return 100.0 if _ALL.search(fold(claim.text)) else None


def _written_share(whole: set[str], text: str) -> list[tuple[int, float]]:
    """Return the share in figures "24/24 khoa, phòng" of what the duty counts: "dịp 2/9" is none."""
    found = ((int(m[1]), int(m[2])) for m in _RATIO.finditer(fold(text)) if m[3] in whole)
    return [(1, 100 * part / all_) for part, all_ in found if all_ > 0 and part <= all_]


def _of_all(claim: Claim) -> list[tuple[int, float]]:
    """Return the share that two counts of one thing make: "tiếp nhận 57 hồ sơ, giải quyết đúng hạn 55 hồ sơ"."""
    counts = [item for item in claim.commitment.quantities if item.unit and not item.unit.startswith("%")]
    if len(counts) != 2 or not _WHOLE.search(fold(claim.text)) or not _alike(counts[0].unit, counts[1].unit):
        return []
    all_, part = counts[0].value, counts[1].value
    return [(1, 100 * part / all_)] if 0 < part <= all_ else []


def _of_people(unit: str, claim: Claim) -> bool:
    """Return whether a share of people is told of people by another name: "100% người", "09/09 nhân viên"."""
    return any(item.ratio and _alike(unit.lstrip("% "), item.unit) for item in claim.commitment.quantities)


def _of_object(asked: frozenset[str], claim: Claim) -> bool:
    """Return whether a share is told of what the duty makes: "mỗi thôn một đội xung kích", "09/09 đội xung kích"."""
    of_both = len(claim.commitment.quantities) == _PAIR and bool(claim.row)
    return any(
        (item.ratio or of_both) and item.unit and set(words(item.unit)) <= asked for item in claim.commitment.quantities
    )


def _in_row(whole: set[str] | frozenset[str], claim: Claim) -> list[tuple[int, float]]:
    """Return the share that the two figures of one thing in a row make, the result first: "58 hộ", "52 hộ"."""
    counts = [item for item in claim.commitment.quantities if item.unit and not item.unit.startswith("%")]
    if not claim.row or len(counts) != _PAIR or fold(counts[0].unit) != fold(counts[1].unit):
        return []
    part, all_ = counts[0].value, counts[1].value
    named = whole & set(words(f"{claim.text} {counts[0].unit}"))
    return [(1, 100 * part / all_)] if named and 0 < part <= all_ else []


def _count(want: Quantity, claim: Claim) -> float | None:
    counts = [
        (
            _alike(want.unit, item.unit or (claim.text if claim.row else "")),
            item.upper or (item.ratio[0] if item.ratio else item.value),
        )
        for item in claim.commitment.quantities
        if not item.unit.startswith("%")
    ]
    fitting = [pair for pair in counts if pair[0] > 0]
    if not fitting and _same_class(want.unit, "đợt"):
        told = [m[1] or m[2] for m in _ORDINAL.finditer(fold(claim.text))]
        return float(max((_PLACES.get(word) or int(word) for word in told), default=0)) or None
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def counts_same(want: Quantity | None, claim: Claim) -> bool:
    """Return whether the claim counts what the duty counts."""
    if want is None:
        return False
    if want.unit and re.search(rf"(?<!\w){re.escape(fold(want.unit))} [“\"]", fold(claim.text)):
        return True  # "Đề án “Kho thuốc 5S” hoàn thành": one that bears a name
    in_cell = claim.text if claim.row else ""  # a cell of figures has its unit in the first column
    in_row = claim.row and want.unit.startswith("%") and _PERCENT.search(claim.row)
    if in_row and _alike(want.unit, claim.text) >= _ROW_ALIKE:
        return True
    return any(_alike(want.unit, item.unit or in_cell) for item in claim.commitment.quantities)


def _alike(want: str, have: str) -> int:
    return len((set(words(want)) & set(words(have))) - _LIGHT_UNIT) or int(_same_class(want, have))


@cache
def _classes() -> Mapping[str, tuple[int, bool]]:
    """Return the class of a counted noun, and whether it is a general one of its class: "người" of all people."""
    return {
        fold(noun.strip(" *")): (number, "*" in noun)
        for number, line in enumerate(lexicon("counted_alike", "checks"))
        for noun in line.split("|")
    }


@lru_cache(maxsize=1024)
def _same_class(want: str, have: str) -> bool:
    """Return whether two units count things of one class, one of them by a general name: "03 người", "05 đồng chí"."""
    first, second = _class_of(want), _class_of(have)
    return first is not None and second is not None and first[0] == second[0] and (first[1] or second[1])


def _class_of(unit: str) -> tuple[int, bool] | None:
    low = fold(unit).strip()
    found = [noun for noun in _classes() if low == noun or low.startswith(f"{noun} ")]
    return _classes()[max(found, key=len)] if found else None


def _late(when: Interval | None, last: date | None) -> Interval | None:
    return when if when and when.start and last and when.start > last else None


def concreteness(claim: Claim) -> int:
    """Return how many things a claim names that can be pointed at: number, day within the year, person, name."""
    item = claim.commitment
    return sum(
        (
            bool(item.quantities),
            _narrow(item.deadline),
            bool(_PERSON.search(f"{claim.text}\n{claim.context}")),
            bool(_QUOTED.search(claim.text)),
        )
    )


def _narrow(when: Interval | None) -> bool:
    """Return whether a date is closer than a whole year."""
    if when is None:
        return False
    return when.start is None or when.end is None or (when.end - when.start).days < 360


def weight_of(claim: Claim) -> int:
    """Return how much a task says that can be followed up: number and day count double, person and name once."""
    item = claim.commitment
    named = bool(_PERSON.search(claim.text)) + bool(_QUOTED.search(claim.text))
    return 2 * bool(item.quantities) + 2 * _narrow(item.deadline) + named


def vague(claim: Claim) -> bool:
    """Return whether a claim speaks in general words only: an attitude or a turn of speech, nothing named."""
    low = fold(claim.text)
    return concreteness(claim) == 0 and not _OFTEN.search(low) and bool(_VAGUE.search(low) or _SOFT.search(low))


def number_words(value: float) -> str:
    """Return a number as offices write it: 1.006, 84,4, and 01 to 09 with a zero."""
    if abs(value - round(value)) < 0.005:
        whole = f"{round(value):,}".replace(",", ".")
        return whole.zfill(2) if 0 < value < 10 else whole
    return f"{value:.1f}".replace(".", ",")


def amount_words(want: Quantity, value: float) -> str:
    """Return a number in the unit of the duty: "84,4%", "01 mô hình"."""
    if want.unit.startswith("%"):
        return (f"{round(value)}" if abs(value - round(value)) < 0.05 else f"{value:.1f}".replace(".", ",")) + "%"
    return f"{number_words(value)} {want.unit}".strip()


def late_words(when: Interval) -> str:
    """Return when something was done, in words."""
    return interval_words(when)
