"""By which type a plan is cited: what lays duties on units may be a chỉ thị, a công văn, a thông báo as well."""

from __future__ import annotations

import re

from extractors.facts import Letterhead
from extractors.vietnamese import fold, lexicon

PLAN = "Kế hoạch"
_PLAN_NUMBER = re.compile(r"(?<!\w)KH(?!\w)")


def called(head: Letterhead) -> str:
    """Return the type as it is cited, "Công văn" for a letter, which bears none (Nghị định 30/2020/NĐ-CP, Phụ lục III).

    Where neither type nor number tell it, it is a plan: that is what people lay down as the plan of a campaign.
    """
    written = fold(" ".join(head.type_name.split()))
    if written:
        return next((name for name in lexicon("document_types") if fold(name) == written), PLAN)
    number = head.number or ""
    plain = fold(head.subject or "").startswith(fold(PLAN)) or _PLAN_NUMBER.search(number) is not None
    return "Công văn" if "/" in number and not plain else PLAN
