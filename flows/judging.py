"""Judges a campaign unit by unit: what changed anew, the rest as it was kept."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from checks.catalogue import claimed_twice, examine_unit, flags_in_order
from checks.decision import Decision
from checks.document_checks import Flag, Look
from checks.document_checks_source import known_documents
from checks.finding import Finding
from checks.judge import in_order, judge_unit
from checks.judge_bench import Bench, Tools
from checks.judge_verdict import with_strangers
from checks.ruling import rule
from checks.submission import Submission
from flows.kept import Kept, decided_on


def judged(
    kept: Kept, look: Look, tools: Tools, decisions: Sequence[Decision]
) -> tuple[tuple[Finding, ...], tuple[Flag, ...]]:
    """Return findings, ruled by people, and remarks; `look` is at the whole campaign, without findings yet."""
    bench = Bench(look.plan, look.submissions, look.register, look.as_of, look.policy, tools=tools)
    look = look.with_bench(bench)
    sent: dict[str, list[Submission]] = {unit.name: [] for unit in look.register.units}
    for item in look.submissions:
        sent.setdefault(item.unit or "", []).append(item)
    units = dict.fromkeys((*bench.units, *sent))
    for held in kept.outcomes():
        held.begin(units)
    papers = {unit: tuple(map(kept.mark, bench.sent.get(unit, ()))) for unit in units}
    for unit in bench.units:
        bench.hear(kept.witnesses.of(unit, papers[unit], partial(bench.witness, unit)))
        bench.put_away(unit)  # to take it up again costs a third of a millisecond a paper, to hold all 30 KB
    stands_on = tuple(look.once(known_documents))
    findings: list[Finding] = []
    flags: list[Flag] = []
    for unit in units:
        mine = _findings(kept, bench, unit, papers[unit])
        ruled = rule(mine, decided_on(decisions, mine))
        strangers = bench.stranger_count
        findings += kept.told.of(unit, (ruled, strangers), partial(with_strangers, ruled, strangers))
        if unit in sent:
            rests_on = (tuple(map(kept.mark, sent[unit])), papers[unit], stands_on, ruled)
            flags += kept.flags.of(unit, rests_on, partial(examine_unit, look.at(sent[unit], ruled), unit))
        bench.put_away(unit)
    return in_order(look.plan, look.register, findings), flags_in_order([*flags, *claimed_twice(look)])


def _findings(kept: Kept, bench: Bench, unit: str, papers: Hashable) -> tuple[Finding, ...]:
    if unit not in bench.units:
        return ()
    others: Hashable = tuple((name, tuple(claims)) for name, claims in bench.told_of(unit))
    if unit == bench.register.office:
        others = tuple(bench.witness(name) for name in bench.units)
    return kept.findings.of(unit, (papers, others), partial(judge_unit, bench, unit))
