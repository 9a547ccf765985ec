"""What a person confirms of a compiled plan in a form: its number and day, the day for reports, who need not send.

Each word is a decision of its own, so that a later form changes one and keeps the others. A corrected workbook and the
forms say the same kind of thing: whichever came later counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checks.decision import Decision
from checks.planfile_read import Corrections

CONFIRMED = "xac_nhan@ke-hoach"  # `evidence` is the plan's SHA-256: another plan is asked about anew
NUMBER, ISSUED, REPORTS = "so@ke-hoach", "ngay@ke-hoach", "han_bao_cao@ke-hoach"
SAID, STRIKE, KEEP, ASK_AGAIN = "xac_nhan", "bo", "giu", "hoi_lai"
_EXEMPT, _DUTY = "mien_nop@", "yeu_cau@"


def exemption(unit: str, reason: str, reviewer: str, at: str) -> Decision:
    """Return the decision that a unit need not send, for that reason; "" for a unit that must send after all."""
    return Decision(f"{_EXEMPT}{unit}", SAID, reviewer, at, value=reason)


def striking(key: str, strike: bool, reviewer: str, at: str) -> Decision:
    """Return the decision that the duty of that key (`planfile_rows.plan_keys`) is no requirement, or is one."""
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return Decision(f"{_DUTY}{name}", STRIKE if strike else KEEP, reviewer, at, value=key)


def confirmed_plan(decisions: Iterable[Decision], plan_sha256: str) -> bool:
    """Return whether a person has confirmed what was compiled from this very plan, and nobody wants it asked again."""
    said = sorted((item for item in decisions if item.subject == CONFIRMED), key=lambda d: d.decided_at)
    return bool(said) and said[-1].answer == SAID and said[-1].evidence == plan_sha256


def applied(corrections: Corrections, decisions: Iterable[Decision]) -> Corrections:
    """Return the corrections with what was said in forms laid over them, the newest word on each last."""
    for item in sorted(decisions, key=lambda d: d.decided_at):
        corrections = _with(corrections, item)
    return corrections


def _with(known: Corrections, item: Decision) -> Corrections:
    if item.subject == NUMBER:
        return replace(known, number=item.value or None)
    if item.subject in {ISSUED, REPORTS}:
        day = date.fromisoformat(item.value) if item.value else None
        return replace(known, issued=day) if item.subject == ISSUED else replace(known, reports=day)
    if item.subject.startswith(_EXEMPT):
        return replace(known, exempt={**known.exempt, item.subject.removeprefix(_EXEMPT): item.value})
    if item.subject.startswith(_DUTY):
        struck = known.struck | {item.value} if item.answer == STRIKE else known.struck - {item.value}
        return replace(known, struck=struck)
    return known


def joined(first: Corrections, then: Corrections) -> Corrections:
    """Return both, `then` speaking last where both speak of the same."""
    return Corrections(
        number=then.number or first.number,
        issued=then.issued or first.issued,
        reports=then.reports or first.reports,
        changed={**first.changed, **then.changed},
        struck=first.struck | then.struck,
        added=(*first.added, *(row for row in then.added if row not in first.added)),
        exempt={**first.exempt, **then.exempt},
    )
