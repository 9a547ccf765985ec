"""What a unit's sentences say of their own fulfilment: done, in part, denied, begun, promised, planned, copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from checks.judge_dossier import Claim, Ranked
from extractors.facts import Modality
from extractors.vietnamese import alternation, fold

_PROMISES = frozenset(
    {
        Modality.OBLIGATION,
        Modality.TARGET,
        Modality.PLEDGE,
        Modality.INTENTION,
        Modality.PLANNED,
        Modality.DRAFTING,
    }
)
_SPARED = re.compile(
    r"(?!.*\bchưa\b)(?:(?!\bkhông\b)[^,;])+[,;] không (?:có|để|xảy ra|phát sinh|ghi nhận)\b.*", re.DOTALL
)
_SETTLED = frozenset({Modality.DENIED, Modality.DONE})
_WISH = re.compile(rf"^[\W\d]*{alternation('match_wishes', 'checks')}\b")
_BEGUN = re.compile(r"^(?!.*\b(?:chưa|đã)\b.*\bđang\b)[^,;]{0,60}\bđang (?!được giao\b)")
_DRAFTED = re.compile(r"(?!.*\b(?:ban hành|phê duyệt|thông qua|đã ký)\b).*\bdự thảo\b.*", re.DOTALL)
_NOT = re.compile(r"(?<!\w)(?:không|chậm|[^\W\d_]+ chưa|^chưa) [^\W\d_]+ [^\W\d_]+")  # "hộ chưa đồng thuận"
_NO_MORE = re.compile(r"(?:\W|phấn đấu|bảo đảm|đảm bảo)*(?:không còn|không để|không có|chấm dứt|xóa bỏ)(?!\w)")
_PUT_OFF = re.compile(r"\bchưa\b[^;.]*\b(?:sẽ|dự kiến)\b")
_GROUND = re.compile(r"^[\W\d]*(?:đã )?khởi công\b")
_FINISHED = re.compile(r"\b(?:khánh thành|bàn giao|hoàn thành|đưa vào sử dụng)\b")
_OF_A_PART = re.compile(r"\b(?:chưa|không)\b.*\b(?:cho|tại|ở|đối với)\b", re.DOTALL)
_REST_DONE = re.compile(r"^(?!.*\b(?:chưa|không)\b).*\b(?:thực hiện đủ|hoàn thành|đã|đạt đủ|bảo đảm đủ)\b", re.DOTALL)
_GONE = re.compile(r"(?<!\w)(?:không còn|không có|không để|không xảy ra|không phát sinh|chấm dứt|loại bỏ|xóa bỏ)(?!\w)")
_HAPPENED = re.compile(r"(?<!không )(?<!để )(?<!chưa )(?:xảy ra|để xảy ra|phát sinh|ghi nhận) (?:\d|một |hai |ba )")
_LEFT_OVER = re.compile(r"(?<!không )(?<!\w)còn (?!lại\b)")


@dataclass(frozen=True)
class Heard:
    """The sentences of a unit that speak of one duty, sorted by what they say; each list best first."""

    done: tuple[Ranked, ...]
    partly: tuple[Ranked, ...]
    denied: tuple[Ranked, ...]
    started: tuple[Ranked, ...]
    promised: tuple[Ranked, ...]
    planned: tuple[Ranked, ...]
    restated: tuple[Ranked, ...]

    @classmethod
    def of(cls, ranked: Sequence[Ranked], asked: str = "", deed: str = "") -> Heard:
        """Return the claims sorted by what they say; what a plan tells of the past shows nothing of this duty.

        A draft is work begun, unless the duty `asked` is about a draft. Where the `deed` is that something is no more,
        "không còn" tells of fulfilment and "còn 01 phòng" of what is left.
        """
        final = "dự thảo" not in fold(asked)
        if "khởi công" not in fold(asked):
            ranked = [
                item if not _broken_ground(item.claim) else replace(item, claim=_started(item.claim)) for item in ranked
            ]
        ranked = [item if not _agreed(item.claim, asked) else replace(item, claim=_done(item.claim)) for item in ranked]
        if wants_gone(deed):
            ranked = [replace(item, claim=no_more(item.claim)) for item in ranked]
        told = [item for item in ranked if not item.claim.from_plan]
        plans = [item for item in ranked if item.claim.from_plan]

        def pick(items: Sequence[Ranked], test: Callable[[Modality], bool]) -> tuple[Ranked, ...]:
            return tuple(item for item in items if test(item.claim.modality))

        return cls(
            done=tuple(item for item in told if _told_done(item.claim) and not (final and drafted(item.claim.text))),
            partly=pick(told, lambda m: m is Modality.PARTLY),
            denied=tuple(item for item in told if _told_denied(item.claim)),
            started=tuple(
                item
                for item in told
                if item.claim.modality is Modality.IN_PROGRESS
                or (item.claim.modality in _SETTLED and begun(item.claim.text) and not spared(item.claim.text))
                or (final and item.claim.modality is Modality.DONE and drafted(item.claim.text))
            ),
            promised=tuple(
                item
                for item in told
                if item.claim.modality in _PROMISES
                or (item.claim.modality is Modality.DONE and wishes(item.claim.text))
            ),
            planned=pick(plans, lambda m: m in _PROMISES or m is Modality.IN_PROGRESS),
            restated=pick(ranked, lambda m: m is Modality.RESTATED),
        )


def wants_gone(deed: str) -> bool:
    """Return whether the deed of a duty is that something is no more."""
    return _NO_MORE.match(fold(deed)) is not None


def put_off(claim: Claim) -> bool:
    """Return whether the sentence of a denial says when it will be done: "chưa lắp, sẽ lắp trong tháng 11"."""
    _, found, after = _around(claim).partition(fold(claim.text))
    return _PUT_OFF.search(found + after) is not None


def _around(claim: Claim) -> str:
    """Return the sentence of a clause, folded."""
    return fold(claim.sentence.quote if claim.sentence is not None else claim.context.rpartition("\n")[2])


def limited(claim: Claim) -> bool:
    """Return whether a denial is of a part, the rest of its sentence being done: "chưa có cho khối 12; khối 10 đủ"."""
    before, found, after = _around(claim).partition(fold(claim.text))
    if not found or _OF_A_PART.search(fold(claim.text)) is None:
        return False
    return any(_REST_DONE.search(part) is not None for part in re.split(r"[;]", f"{before};{after}"))


def _agreed(claim: Claim, asked: str) -> bool:
    """Return whether what a clause denies is what the duty speaks of: "không uống rượu", "các hộ chưa đồng thuận"."""
    low, wanted = fold(claim.text), fold(asked)
    if claim.modality not in {Modality.DENIED, Modality.PARTLY}:
        return False
    denied = [match.group(0) for match in _NOT.finditer(low)]
    return bool(denied) and all(phrase in wanted for phrase in denied)


def _done(claim: Claim) -> Claim:
    """Return a claim as fulfilment: done where a report tells it, a task where a plan does."""
    modality = Modality.PLANNED if claim.from_plan else Modality.DONE
    return replace(claim, commitment=replace(claim.commitment, modality=modality))


def no_more(claim: Claim) -> Claim:
    """Return a claim as a duty reads it that wants something gone: "không còn" is done, "còn" is done in part."""
    low = fold(claim.text)
    settled = claim.modality in {Modality.DENIED, Modality.DONE, Modality.PARTLY, Modality.RESTATED}
    if not settled or claim.from_plan:
        return claim
    if _GONE.search(low):
        return _done(claim)
    if _HAPPENED.search(low):
        return replace(claim, commitment=replace(claim.commitment, modality=Modality.DENIED))
    if _LEFT_OVER.search(low) and claim.modality is not Modality.RESTATED:
        return replace(claim, commitment=replace(claim.commitment, modality=Modality.PARTLY))
    return claim


def _broken_ground(claim: Claim) -> bool:
    """Return whether a report tells that building began, with no word of its end: no house is there yet."""
    low = fold(claim.text)
    done = claim.modality is Modality.DONE and not claim.from_plan
    return done and _GROUND.match(low) is not None and _FINISHED.search(low) is None


def _started(claim: Claim) -> Claim:
    return replace(claim, commitment=replace(claim.commitment, modality=Modality.IN_PROGRESS))


def _told_done(claim: Claim) -> bool:
    if claim.modality is Modality.DENIED:
        return spared(claim.text)
    return claim.modality is Modality.DONE and not wishes(claim.text) and not begun(claim.text)


def _told_denied(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED and not begun(claim.text) and not spared(claim.text)


def spared(text: str) -> bool:
    """Return whether a clause tells a deed and then what did not happen: "đều an toàn, không có phản ứng nặng"."""
    return bool(_SPARED.fullmatch(fold(text)))


def wishes(text: str) -> bool:
    """Return whether a clause opens with a wish, a request or a registration: no deed even among results."""
    return bool(_WISH.match(fold(text)))


def begun(text: str) -> bool:
    """Return whether work goes on before the clause says what is still open: "đang rà soát, chưa trình"."""
    return bool(_BEGUN.match(fold(text)))


def drafted(text: str) -> bool:
    """Return whether a clause tells of a draft that nobody has issued yet."""
    return bool(_DRAFTED.fullmatch(fold(text)))
