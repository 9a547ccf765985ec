"""The table that a campaign is judged at: the plan, every unit's dossier, the day, and the search for sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checks.deadlines import Due, due
from checks.judge_dossier import Claim, Dossier, Ranked, dossier
from checks.kinds_measure import counts_same
from checks.match import Matcher, Topic
from checks.match_terms import acts
from checks.plan_names import UnitNames
from checks.policy import Policy
from checks.requirement import Kind, Plan, Requirement
from checks.submission import State, Submission
from checks.tenure import forerunners, granted
from checks.units import Register
from checks.witness import Witness, witness
from extractors.vietnamese import fold

NEAR = 0.38  # share of a topic from which a sentence may speak of a duty
_SAME_COUNT = 0.1  # for a number of the very thing that the duty counts
_SAME_DOING = 0.1  # more, where the clause opens with the doing of the duty: "tập huấn 97/97 người"
_KIN = 0.4  # duties that ask for nearly the same are no rivals: one sentence may answer both
_RIVAL = 0.5  # a sentence that answers another duty so much better is left to that one
_RIVAL_ACT = 0.65  # sooner where it is not the doing of this duty: "đã xóa bỏ 06 điểm" answers no "lập danh sách"


_HANDS_ON = re.compile(r"\b(?:chỉ đạo|yêu cầu|quán triệt|giao)(?: đến)?(?: [^\W\d_]+){0,5}\W*$")
_OWN = 0.15  # share of the topic in the clause itself
Tools = tuple[Matcher, UnitNames]


def tools_of(plan: Plan, register: Register) -> Tools:
    """Return what is made of plan and register alone, and may serve for many a bench."""
    return Matcher(plan), UnitNames(register)


class Bench:
    """Everything that judging one campaign needs. What it holds of a unit's papers is made when it is asked for."""

    def __init__(
        self,
        plan: Plan,
        submissions: Sequence[Submission],
        register: Register,
        as_of: date,
        policy: Policy,
        tools: Tools | None = None,
    ) -> None:
        """Set the table; `tools` are those of this plan and register, made before."""
        self.plan, self.register, self.as_of, self.policy = plan, register, as_of, policy
        self.matcher, self.names = tools or tools_of(plan, register)
        ordered = sorted(submissions, key=lambda item: item.key)
        self.stranger_count = sum(item.state is State.UNKNOWN_UNIT for item in ordered)
        units = {unit.name for unit in register.units} | {name for item in plan.requirements for name in item.units}
        self.units = dict.fromkeys(sorted(units))
        sent: dict[str, list[Submission]] = {}
        for item in ordered:
            sent.setdefault(item.unit or "", []).append(item)
        for unit in register.units:
            for before in sorted(forerunners(register, unit.name)):
                sent.setdefault(unit.name, []).extend(replace(item, unit=unit.name) for item in sent.get(before, ()))
        self.sent: Mapping[str, Sequence[Submission]] = sent
        self._dossiers: dict[str, Dossier] = {}
        self._witnesses: dict[str, Witness] = {}
        self._scores: dict[int, tuple[Claim, dict[str, float]]] = {}  # holds each claim, so that its id stays its own
        self._told: dict[str, list[tuple[str, Sequence[Claim]]]] | None = None
        self._rivals_of: dict[tuple[str, str], list[Requirement]] = {}
        self._duties: dict[str, list[Requirement]] = {}
        for duty in plan.requirements:
            for name in dict.fromkeys(duty.units) if duty.kind is not Kind.SUBMIT else ():
                self._duties.setdefault(name, []).append(duty)

    def dossier(self, unit: str) -> Dossier:
        """Return what `unit` sent; an empty one for a unit that nobody knows."""
        if unit not in self.units:
            return Dossier(unit)
        known = self._dossiers.get(unit)
        if known is None:
            known = dossier(unit, self.sent.get(unit, ()), self.as_of, self.policy, self.names)
            self._dossiers[unit] = known
        return known

    def put_away(self, unit: str) -> None:
        """Let go of what is held of the papers of a unit that is judged; it is made again when it is asked for."""
        self._dossiers.pop(unit, None)
        self._scores.clear()

    def witness(self, unit: str) -> Witness:
        """Return what the papers of `unit` tell of others."""
        known = self._witnesses.get(unit)
        if known is None:
            known = self._witnesses[unit] = witness(self.dossier(unit), self.register, self.names)
        return known

    def hear(self, told: Witness) -> None:
        """Take what a unit's papers tell from before: they are the same."""
        self._witnesses[told.unit] = told

    def witnesses(self) -> Iterator[tuple[str, Witness]]:
        """Yield every unit, in the order of names, with what its papers tell of others."""
        return ((name, self.witness(name)) for name in self.units)

    def told_of(self, unit: str) -> Sequence[tuple[str, Sequence[Claim]]]:
        """Return (who tells it, claims) of the deeds of `unit` that are told by results of other units."""
        if self._told is None:
            self._told = {}
            for name, file in self.witnesses():
                for doer, claims in file.told:
                    self._told.setdefault(doer, []).append((name, claims))
        return self._told.get(unit, ())

    def due(self, requirement: Requirement, unit: str) -> Due:
        """Return when `unit` must have met `requirement`."""
        day = granted(self.register.by_name(unit), requirement, self.plan.requirements)
        return due(requirement, unit, self.policy, day)

    def score(self, requirement: Requirement, claim: Claim) -> float:
        """Return how much of the duty's topic a claim of this campaign speaks of; each pair is weighed once."""
        _, of_claim = self._scores.setdefault(id(claim), (claim, {}))
        known = of_claim.get(requirement.id)
        if known is None:
            topic = self.matcher.topic(requirement)
            known = of_claim[requirement.id] = self.matcher.score(topic, claim.text, claim.context)
        return known

    def _rivals(self, requirement: Requirement, unit: str) -> list[Requirement]:
        """Return the unit's other duties, but for those that ask for nearly the same."""
        key = (requirement.id, unit)
        known = self._rivals_of.get(key)
        if known is None:
            topic = self.matcher.topic(requirement)
            known = self._rivals_of[key] = [
                item
                for item in self._duties.get(unit, ())
                if item.quote != requirement.quote
                and (self.matcher.score(topic, item.quote) < _KIN or _other_doing(topic, item.quote))
            ]
        return known

    def _only_handed_on(self, requirement: Requirement, claim: Claim) -> bool:
        """Return whether a clause only tells others to act, all that it shares with the duty standing behind it."""
        topic = self.matcher.topic(requirement)
        return _HANDS_ON.search(fold(claim.text)) is not None and self.matcher.score(topic, claim.text) < _OWN

    def ranked(self, requirement: Requirement, unit: str, claims: Iterable[Claim], least: float = NEAR) -> list[Ranked]:
        """Return the claims that speak of the duty, best first; those that answer another duty better are left out."""
        rivals = self._rivals(requirement, unit)
        found = []
        for claim in claims:
            score = self.score(requirement, claim)
            if score >= least / 2 and counts_same(requirement.quantity, claim):
                score = min(1.0, score + _SAME_COUNT + (_SAME_DOING if _same_doing(requirement, claim) else 0.0))
            if score < least or self._only_handed_on(requirement, claim):
                continue
            best = max((self.score(rival, claim) for rival in rivals), default=0.0)
            other = _other_doing(self.matcher.topic(requirement), f"{claim.text} {claim.context}")
            if score >= (_RIVAL_ACT if other else _RIVAL) * best:
                found.append(Ranked(score, claim))
        return sorted(found, key=lambda item: (-item.score, item.claim.file, item.claim.commitment.span.start))


def _same_doing(requirement: Requirement, claim: Claim) -> bool:
    """Return whether a claim opens with the very doing that the duty opens with."""
    return acts(requirement.action or requirement.quote)[:1] == acts(claim.text)[:1] != ()


def _other_doing(topic: Topic, text: str) -> bool:
    """Return whether a duty is led by a kind of doing that `text` does not name."""
    return bool(topic.lead) and not topic.lead & set(acts(text))
