"""How the plan is cited: in full at the first mention, by type and number after it, as the title of the report."""

from __future__ import annotations

from checks.requirement import Plan
from templates.office import OfficeFacts
from templates.phrases import clean, day, lower_first, quoted, upper_first
from templates.sentences import say
from templates.vocabulary import word


def subject(plan: Plan) -> str:
    """Return the title of the report: what the plan is about, as the plan says it."""
    title = quoted(plan.title, 600)
    if title[:8].lower() == "kế hoạch":
        return f"Kết quả thực hiện {upper_first(title)}"
    return f"Kết quả thực hiện Kế hoạch {lower_first(title)}"


def short_name(plan: Plan) -> str:
    """Return how the plan is called after its first mention."""
    return f"Kế hoạch số {clean(plan.number)}" if plan.number else "Kế hoạch"


def basis(plan: Plan, office: OfficeFacts) -> str:
    """Return the plan cited in full: type, number, day, body and subject; what is not known is left to fill."""
    issued = plan.issued
    single = issued is not None and issued.start == issued.end
    title = quoted(plan.title, 600)
    about = title[8:].strip() if title[:8].lower() == "kế hoạch" else title
    return say(
        "van_ban",
        type=word("type", "ke_hoach"),
        number=clean(plan.number or ""),
        issued=f"ngày {day(issued.start)}" if issued and single else "",
        issuer=issuer(office),
        subject=lower_first(about),
    )


def issuer(office: OfficeFacts) -> str:
    """Return who issued the plan: the office's body, or its parent where the office itself reports."""
    return office.parent if office.body == office.office else office.body
