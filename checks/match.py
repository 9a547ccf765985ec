"""Which sentences may speak of a duty: shared words, rare ones first, and the same kind of doing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.match_terms import AT_HAND, acts, spoken, terms
from checks.requirement import GIVEN, Kind, Plan, Requirement
from extractors.vietnamese import alternation, fold, lexicon

_TAIL = re.compile(rf"[,;]?\s{alternation('match_tails', 'checks')}\b.*$", re.DOTALL)
_GROUNDS = re.compile(r"^[\W\d]*(?:căn cứ|trên cơ sở|xuất phát từ)\b[^.;]{5,160}?(?:\bđể\s|,\s(?=[^,]*$))")
_AND = re.compile(r"\b(?:gắn với|gắn liền với|kết hợp với|lồng ghép với|đồng thời|kèm theo)\b")
_LEFT = 30  # characters that a duty keeps at least when its actor is taken off
_LEAD = 3  # content words after which a verb no longer leads its duty
_HEAVIEST = 7  # a long duty is met by its main words, not by all of them
_FADE = (14, 0.5)  # terms after the first so many count half: the head of a duty names what it is about
_CONTEXT = 0.6  # a word that only the heading or the sentence around the clause holds
_ACTION = 1.5  # words that the compiler put into the duty's short name
_SILENT = 0.3  # a channel named without a word of publishing
_OPENING = 36  # characters in which a clause shows what it does first of all
_OTHER_ACT = 0.6  # same words, another kind of doing: "trang thông tin được nâng cấp" is no publishing
_LIKE_ACT, _SAME_ACT = 0.2, 0.4  # the same doing: of many objects (kiểm tra, tập huấn), or of the campaign (tổng kết)
_ONLY_ACT, _THIN = 0.55, 1.0  # of a duty that names no object worth speaking of


_MAKES_KNOWN = frozenset({"làm:tuyên truyền", "làm:niêm yết"})


@dataclass(frozen=True)
class Topic:
    """What evidence for one duty must be about: weighted terms, the doing that leads it, and what must go with it."""

    weights: Mapping[str, float]
    total: float
    lead: frozenset[str]
    besides: frozenset[str]
    publish: bool = False

    @property
    def thin(self) -> bool:
        """Return whether the doing is all that the duty names: "tổ chức diễn tập ít nhất 01 lần"."""
        return bool(self.lead) and sum(self.weights.values()) < _THIN


class Matcher:
    """Scores sentences against the duties of one plan; words that many of its duties share weigh little."""

    def __init__(self, plan: Plan) -> None:
        quotes = list(dict.fromkeys(_words(item) for item in plan.requirements))
        self._count = len(quotes) + 1
        self._seen: Counter[str] = Counter()
        for text in [*quotes, plan.title]:
            self._seen.update(terms(text).keys())
        self.theme = frozenset(terms(plan.title))
        self.known = frozenset(self._seen)  # every word of title and duties
        self._topics: dict[str, Topic] = {item.id: self._topic(item) for item in plan.requirements}

    def topic(self, requirement: Requirement) -> Topic:
        """Return the topic of a duty of this plan."""
        return self._topics[requirement.id]

    def rarity(self, term: str) -> float:
        """Return how much a term tells this plan's duties apart, about 0.2 (in all) to 1 (in one)."""
        seen = max(self._seen[term] - 1, 0)
        return math.log(1 + self._count / (1 + 2 * seen)) / math.log(1 + self._count)

    def weights(self, text: str) -> dict[str, float]:
        """Return the terms of a text, each with its weight among the duties of this plan."""
        return {term: base * self.rarity(term) for term, base in terms(text).items()}

    def _topic(self, requirement: Requirement) -> Topic:
        text = _words(requirement)
        main, _, side = _split(text)
        # A share is told as a state ("tỷ lệ hộ ... đạt"): there the doing is a word like others.
        state = requirement.kind is Kind.REACH and requirement.quantity and requirement.quantity.unit.startswith("%")
        lead, action = frozenset() if state else _lead(main), terms(requirement.action)
        publish = requirement.kind is Kind.PUBLISH  # there the channels have their own test
        if publish and lead & _MAKES_KNOWN:
            lead |= _MAKES_KNOWN
        weights: dict[str, float] = {}
        for place, (term, base) in enumerate(terms(text).items()):
            weight = base * self.rarity(term) * (_ACTION if term in action else 1.0)
            faded = (place >= _FADE[0] and term not in action) or (publish and term in channels())
            weights[term] = weight * (_FADE[1] if faded else 1.0)
        objects = {term: weight for term, weight in weights.items() if term not in lead}
        heaviest = sorted(objects.values(), reverse=True)[:_HEAVIEST]
        return Topic(objects, sum(heaviest) or 1.0, lead, frozenset(acts(side)) - lead, publish)

    def score(self, topic: Topic, text: str, context: str = "") -> float:
        """Return how much of the topic `text` speaks of, 0..1; words of `context` alone count less."""
        own, around = spoken(text), spoken(context) if context else frozenset()
        held = 0.0
        for term, weight in topic.weights.items():
            if term in own:
                held += weight
            elif term in around:
                held += _CONTEXT * weight
        share = min(1.0, held / topic.total)
        led = not topic.lead.isdisjoint(own)
        if hands_on(text) and not led and not set(acts(text)[:1]) & topic.weights.keys():
            return share * _OTHER_ACT
        if not topic.lead:
            return share
        if led:
            base = _ONLY_ACT if topic.thin else _SAME_ACT if topic.lead & _whole_acts() else _LIKE_ACT
        elif not topic.lead.isdisjoint(around):
            base = _LIKE_ACT / 2
        else:
            return share * (_SILENT if topic.publish else _OTHER_ACT)
        return base + (1 - base) * share if held or topic.thin else base / 2


@cache
def _whole_acts() -> frozenset[str]:
    return frozenset(f"làm:{name}" for name in lexicon("match_whole_acts", "checks"))


@lru_cache(maxsize=AT_HAND)
def hands_on(text: str) -> bool:
    """Return whether the clause first of all tells others of a duty: "quán triệt yêu cầu mỗi đơn vị xây dựng …"."""
    first = next(iter(acts(text[:_OPENING])), "")
    return first.removeprefix("làm:") in lexicon("match_telling", "checks")


@cache
def channels() -> frozenset[str]:
    """Return the terms that name a channel of publication."""
    return frozenset(f"vật:{name}" for name in lexicon("match_channels", "checks"))


def _words(requirement: Requirement) -> str:
    """Return the words that say what the duty is about: its quote, without its grounds, its actor and its purpose."""
    if requirement.frame == GIVEN:
        return fold(requirement.action)
    whole = _GROUNDS.sub("", fold(requirement.quote))
    actor = fold(requirement.actor)
    counted = "%" in actor  # "100% đoàn viên ký cam kết": who is counted is what a result speaks of
    if actor and not counted and whole.startswith(actor) and len(whole) - len(actor) > _LEFT:
        whole = whole[len(actor) :]  # who does it is known by the file; his name is no sign of the deed
    text = _TAIL.sub("", whole)
    return text if len(text) >= 20 else whole


def _split(text: str) -> tuple[str, str, str]:
    match = _AND.search(text)
    return (text[: match.start()], match.group(0), text[match.end() :]) if match else (text, "", "")


def _lead(text: str) -> frozenset[str]:
    """Return the kinds of doing that open the duty or one of its parts: the first one, and those joined to it."""
    found: list[str] = []
    for part in text.split(";"):
        before = len(found)
        for place, term in enumerate(terms(part)):
            if term.startswith("làm:"):
                found.append(term)
            elif place > _LEAD * 2 or len(found) > before:
                break
    return frozenset(found)
