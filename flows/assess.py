"""From what was read of a campaign to its findings: recognise, resolve, compile, judge. No clock, no disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from checks.copied import mark_restated
from checks.corrections import corrected, spoken_on
from checks.decision import Decision
from checks.document_checks import Flag, Look, Severity
from checks.finding import Finding
from checks.judge_bench import Tools, tools_of
from checks.likeness import Alike
from checks.nominees import Nominee, nominees
from checks.plan import compile_plan
from checks.planfile_apply import corrected as corrected_plan
from checks.planfile_apply import corrected_register
from checks.planfile_read import Corrections
from checks.policy import Policy
from checks.recognise import recognise
from checks.requirement import Plan
from checks.submission import Submission
from checks.units import Register
from checks.versions import resolve
from extractors.document import Document, Note
from extractors.facts import Facts, Letterhead
from flows.judging import judged
from flows.kept import Kept


@dataclass(frozen=True)
class Assessment:
    """Everything that is told of a campaign on one day; `register` is the one with a person's exemptions."""

    plan_document: Document
    plan_facts: Facts
    plan: Plan
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    register: Register
    flags: tuple[Flag, ...] = ()
    nominees: tuple[Nominee, ...] = ()  # exemplars with people's word on each, those struck out among them

    def findings_on(self, unit: str) -> tuple[Finding, ...]:
        """Return the findings on one unit, in the order of the plan."""
        return self._by_unit.get(unit, ((), ()))[0]

    def flags_on(self, unit: str) -> tuple[Flag, ...]:
        """Return the remarks on one unit and its papers."""
        return self._by_unit.get(unit, ((), ()))[1]

    @cached_property
    def _by_unit(self) -> dict[str, tuple[tuple[Finding, ...], tuple[Flag, ...]]]:
        units = dict.fromkeys([*(f.unit for f in self.findings), *(f.unit for f in self.flags)])
        found: dict[str, tuple[list[Finding], list[Flag]]] = {unit: ([], []) for unit in units}
        for finding in self.findings:
            found[finding.unit][0].append(finding)
        for flag in self.flags:
            found[flag.unit][1].append(flag)
        return {unit: (tuple(findings), tuple(flags)) for unit, (findings, flags) in found.items()}

    def told(self) -> tuple[Submission, ...]:
        """Return the submissions with what the checks of the papers say of each among their notes."""
        notes: dict[str, list[Note]] = {}
        for flag in self.flags:
            if flag.file and flag.severity is not Severity.HINT:
                notes.setdefault(flag.file, []).append(Note(flag.id, flag.message))
        return tuple(replace(item, notes=item.notes + tuple(notes.get(item.key, ()))) for item in self.submissions)


def assess(
    plan_document: Document,
    plan_facts: Facts,
    submissions: Sequence[Submission],
    register: Register,
    as_of: date,
    policy: Policy,
    decisions: Sequence[Decision] = (),
    corrections: Corrections | None = None,
    kept: Kept | None = None,
) -> Assessment:
    """Return the findings of all units on `as_of`, with people's decisions; the order of arguments is indifferent.

    `kept` is what the same campaign's last judging left: units on which nothing changed are not judged again. The
    outcome is the same with it and without.
    """
    kept = kept or Kept()
    with kept.lock:
        frame = (plan_document, plan_facts, register, corrections, as_of, policy)
        ground = kept.within(frame, lambda: _ground(plan_document, plan_facts, register, corrections))
        home = plan_facts.letterhead
        made = partial(_recognised, plan_document=plan_document, home=home, register=ground.register, alike=kept.alike)
        known = [kept.recognised(item, made) for item in sorted(submissions, key=lambda s: s.key)]
        settled = resolve(corrected(known, decisions), kept.alike)
        look = Look(ground.plan, plan_document, plan_facts, settled, ground.register, (), as_of, policy)
        findings, flags = judged(kept, look, ground.tools, decisions)
        kept.forget_files(known)
    read = {item.key: item.facts for item in known if item.facts}
    people = nominees(settled, read, ground.register, spoken_on(settled, decisions))
    return Assessment(plan_document, plan_facts, ground.plan, settled, findings, ground.register, flags, people)


@dataclass(frozen=True)
class _Ground:
    """What is made of the plan and the register alone."""

    plan: Plan
    register: Register
    tools: Tools


def _ground(plan_document: Document, plan_facts: Facts, register: Register, corrections: Corrections | None) -> _Ground:
    plan = compile_plan(plan_document, plan_facts, register)
    if corrections:
        plan = corrected_plan(plan, corrections, register, plan_document)
        register = corrected_register(register, corrections)
    return _Ground(plan, register, tools_of(plan, register))


def _recognised(
    item: Submission, plan_document: Document, home: Letterhead, register: Register, alike: Alike
) -> Submission:
    letterhead = item.facts.letterhead if item.facts else None
    unit, clues, notes = recognise(item.key, letterhead, item.document, register, home)
    facts = item.facts
    if facts is not None and item.document is not None:
        facts = mark_restated(facts, item.document, plan_document)
        alike.digest(item)  # is asked for soon, and its paragraphs are unpacked just now
    return replace(item, unit=unit, unit_clues=clues, facts=facts, notes=item.notes + tuple(notes))
