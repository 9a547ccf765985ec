"""What is different between two compiles of a plan, told to staff."""

from __future__ import annotations

from checks.planfile_rows import TITLES, plan_keys, rows_of
from checks.requirement import Plan, Requirement

_TOLD = ("applies", "op", "value", "unit", "start", "end", "recipient", "kind", "shown", "weight")


def plan_changes(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return one Vietnamese sentence for every duty that is new, gone or different; () where nothing changed."""
    old, new = _keyed(before), _keyed(after)
    said: list[str] = []
    if (before.number, before.issued) != (after.number, after.issued):
        said.append("Số hoặc ngày của kế hoạch đã thay đổi.")
    said += [f"Yêu cầu mới: “{_short(item)}”." for key, item in new.items() if key not in old]
    said += [f"Yêu cầu không còn: “{_short(item)}”." for key, item in old.items() if key not in new]
    rows_before = dict(zip(old, rows_of(before), strict=True))
    rows_after = dict(zip(new, rows_of(after), strict=True))
    for key in new:
        if key not in old:
            continue
        for name in _TOLD:
            was, now = rows_before[key][name], rows_after[key][name]
            if was != now:
                title = TITLES[name].lower()
                said.append(f"“{_short(new[key])}”: {title} “{was or 'trống'}” → “{now or 'trống'}”.")
    return tuple(said)


def _keyed(plan: Plan) -> dict[str, Requirement]:
    return dict(zip(plan_keys(plan), plan.requirements, strict=True))


def _short(item: Requirement) -> str:
    text = " ".join(item.quote.split())
    return text if len(text) <= 90 else text[:89] + "…"
