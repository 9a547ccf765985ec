"""How the plan is cited: in full at the first mention, by type and number after it, as the title of the report."""

from __future__ import annotations

import re

from checks.plan_called import PLAN
from checks.requirement import Plan
from templates.office import OfficeFacts
from templates.phrases import clean, day, lower_first, quoted
from templates.sentences import say

_LEADS = re.compile(r"^(?:v/v|về(?:\s+việc)?)\s+", re.IGNORECASE)


def subject(plan: Plan) -> str:
    """Return the title of the report: what the plan is about, as the plan says it.

    A kế hoạch is called by its matter, any other paper by its number, too: "Chỉ thị số 04/CT-SYT về tăng cường …".
    """
    about = matter(plan)
    if plan.called == PLAN:
        return f"Kết quả thực hiện {plan.called} {lower_first(about)}"
    return f"Kết quả thực hiện {short_name(plan)}{f' về {lower_first(about)}' if about else ''}"


def matter(plan: Plan) -> str:
    """Return what the plan is about, without its type, "về" and "V/v" that lead to it."""
    return _LEADS.sub("", re.sub(rf"^{re.escape(plan.called)}\s+", "", quoted(plan.title, 600), flags=re.IGNORECASE))


def short_name(plan: Plan) -> str:
    """Return how the plan is called after its first mention."""
    return f"{plan.called} số {clean(plan.number)}" if plan.number else plan.called


def basis(plan: Plan, office: OfficeFacts) -> str:
    """Return the plan cited in full: type, number, day, body and subject; what is not known is left to fill."""
    issued = plan.issued
    single = issued is not None and issued.start == issued.end
    return say(
        "van_ban",
        type=plan.called,
        number=clean(plan.number or ""),
        issued=f"ngày {day(issued.start)}" if issued and single else "",
        issuer=issuer(office),
        subject=lower_first(matter(plan)),
    )


def issuer(office: OfficeFacts) -> str:
    """Return who issued the plan: the office's body, or its parent where the office itself reports."""
    return office.parent if office.body == office.office else office.body
