"""What the papers of one unit testify of others: kept when the papers themselves are put away.

Everything that judging one unit asks of another unit's papers is here, so that a unit whose papers did not change need
not be read again when another's did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks import evidence
from checks.finding import Evidence
from checks.judge_dossier import Cited, Claim, Dossier, Shown
from checks.plan_names import UnitNames
from checks.units import Register
from extractors.facts import DocumentKind, Modality
from extractors.vietnamese import fold

_TEAM = re.compile(r"\bđoàn (?:kiểm tra|giám sát|khảo sát)\b|\btổ (?:kiểm tra|công tác)\b")
_HEAD = 110  # characters in which the doer of a clause is named


@dataclass(frozen=True, slots=True)
class Witness:
    """What one unit's current papers tell that others' duties may rest on.

    `letters` are the documents that they cite, each with the place that names it; `visits` the deeds that name the
    office or a team; `told` the deeds of others, by who did them ("" for nobody known); `shown` the exemplars that
    their reports present as real.
    """

    unit: str
    letters: tuple[tuple[Cited, Evidence], ...] = ()
    visits: tuple[Claim, ...] = ()
    told: tuple[tuple[str, tuple[Claim, ...]], ...] = ()
    shown: tuple[Shown, ...] = ()


def witness(dossier: Dossier, register: Register, names: UnitNames) -> Witness:
    """Return what the papers of a dossier tell of others."""
    office = register.by_name(register.office)
    forms = [fold(form) for form in (register.office, *(office.aliases if office else ()))]
    done = [c for c in (*dossier.told, *dossier.claims) if c.modality is Modality.DONE and not c.from_plan]
    told: dict[str, list[Claim]] = {}
    for claim in dossier.told:
        if claim.modality is Modality.DONE and not claim.from_plan:
            told.setdefault(doer(claim.text, names), []).append(claim)
    return Witness(
        unit=dossier.unit,
        letters=tuple((cited, evidence.of_letter(cited, dossier)) for cited in dossier.cited),
        visits=tuple(claim for claim in done if _visits(fold(claim.text), forms)),
        told=tuple((name, tuple(claims)) for name, claims in told.items()),
        shown=tuple(s for s in dossier.shown if s.kind is DocumentKind.REPORT and not s.exemplar.planned),
    )


def doer(text: str, names: UnitNames) -> str:
    """Return the first unit that a text names, "" for none."""
    low = fold(text)
    return next((mention.unit for mention in names.find(low, 0, min(len(low), _HEAD))), "")


def _visits(low: str, forms: list[str]) -> bool:
    return any(form in low for form in forms) or _TEAM.search(low) is not None
