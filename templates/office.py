"""Who writes: the facts of the office that stand in every frame, told by the letterhead of its own plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from checks.requirement import Kind, Plan, ShownBy
from checks.units import Register
from extractors.facts import Letterhead
from extractors.vietnamese import fold
from templates.phrases import clean, upper_first
from templates.spelling import expanded, spelled
from templates.vocabulary import units_word

_LINES = re.compile(r"\s*\n\s*")
_KEEP = re.compile(r"^[-+•–\s]*|[\s;.,/]*$")
_CITED = re.compile(r"\d/[A-ZĐ][A-ZĐTry]{0,3}-([A-ZĐ]{2,12})\b")
_WITHIN = frozenset({"ban chấp hành", "ban thường trực", "ban thường vụ"})
_DEPUTY = re.compile(r"^(?:KT|TM|TL|TUQ|Q)\.\s*")


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What letters and reports need to know of the office. Empty where nothing tells it: shown as a place to fill.

    `parent` and `body` are written as in prose; the letterhead shows them in capitals. `symbol` is the body's
    abbreviation in document numbers, `unit_symbol` the drafting unit's. `authority` holds the line above the signer's
    title ("KT. GIÁM ĐỐC"), `letter_*` the same for letters, which the office signs by order. `recipients` are the
    lines of "Nơi nhận" without the first ("Như trên") and the last ("Lưu"). `units` is what the units are called.
    """

    parent: str = ""
    body: str = ""
    place: str = ""
    symbol: str = ""
    unit_symbol: str = ""
    office: str = ""
    addressee: str = ""
    authority: str = ""
    title: str = ""
    name: str = ""
    letter_authority: str = ""
    letter_title: str = ""
    letter_name: str = ""
    recipients: tuple[str, ...] = ()
    letter_recipients: tuple[str, ...] = ()
    units: str = ""
    contact: str = ""
    channel: str = ""

    def override(self, settings: Mapping[str, object]) -> OfficeFacts:
        """Return the facts with what the office's settings say; raises KeyError for a name that is not one of them."""
        known = {field.name for field in fields(self)}
        unknown = sorted(set(settings) - known)
        if unknown:
            raise KeyError(", ".join(unknown))
        values = {name: tuple(map(str, v)) if isinstance(v, list | tuple) else str(v) for name, v in settings.items()}
        return replace(self, **values)  # type: ignore[arg-type]  # names are checked above


def office_facts(
    plan: Plan,
    head: Letterhead,
    register: Register,
    texts: Iterable[str] = (),
    short: Iterable[tuple[str, str]] = (),
) -> OfficeFacts:
    """Return the facts that the plan's own letterhead gives; `texts` show how names in capitals are spelled in prose.

    `short` are the office's own abbreviations with the names they stand for: they spell the names, too.

    The body that issued the plan reports to whom the plan names. Where that is the body itself, the collecting office
    is the one that writes: "Văn phòng … báo cáo UBND huyện".
    """
    short = tuple(short)
    own = {fold(expanded(full)): letters for letters, full in short}
    witnesses = [*(full for _, full in short), *(unit.name for unit in register.units), *_plan_texts(plan, head)]
    witnesses += texts
    issuer = spelled(plan.issuer or head.issuer or "", witnesses)
    parent = spelled(head.parent or "", witnesses)
    wanted = _addressee(plan, register)
    inward = bool(wanted) and _is(wanted, issuer)
    lines = [line for line in _LINES.split(head.signer_title or "") if line]
    chief = _chief(lines)
    told = own.get(fold(expanded(issuer))) or _symbol(plan.number or head.number or "", plan.called)
    symbol = told or _cited_symbol(issuer, witnesses) or _initials(issuer)
    unit_symbol = own.get(fold(expanded(register.office))) or _initials(register.office)
    head_of_office = _head_title(register.office)
    recipients = _recipients(head)
    facts = OfficeFacts(
        parent=issuer if inward else parent,
        body=register.office if inward else issuer,
        place=head.place or "",
        symbol=unit_symbol if inward else symbol,
        unit_symbol=unit_symbol,
        office=register.office,
        addressee=_written_to(wanted, issuer, parent, inward),
        recipients=recipients,
        units=units_word(register),
    )
    if inward:
        return replace(
            facts, title=head_of_office, letter_title=head_of_office, letter_recipients=(f"{issuer} (để b/c)",)
        )
    return replace(
        facts,
        authority="\n".join(lines[:-1]),
        title=lines[-1] if lines else "",
        name=clean(head.signer or ""),
        letter_authority=f"TL. {chief}" if chief else "",
        letter_title=head_of_office,
        letter_recipients=tuple(line for line in recipients if fold(line).startswith("lãnh đạo")),
    )


def _plan_texts(plan: Plan, head: Letterhead) -> list[str]:
    cited = [citation.issuer for citation in head.citations if citation.issuer]
    quotes = [item.quote for item in plan.requirements]
    return [*head.recipients, *head.addressees, *cited, *quotes, plan.title]


def _addressee(plan: Plan, register: Register) -> str:
    """Return whom the office's own report goes to, "" where the plan does not say."""
    for item in plan.requirements:
        own = item.applies_to == "office" or item.units == (register.office,)
        if own and item.recipient and (item.kind is Kind.SUBMIT or item.shown_by is ShownBy.REPORT_SENT):
            return clean(item.recipient)
    return ""


def _written_to(wanted: str, issuer: str, parent: str, inward: bool) -> str:
    """Return whom the report is sent to; a board does not report to the body that it heads."""
    if inward:
        return issuer
    if not wanted:
        return "" if fold(issuer) in _WITHIN else parent
    return parent if _is(wanted, parent) else upper_first(wanted)


def _is(short: str, full: str) -> bool:
    """Return whether `short` names the body `full` ("UBND huyện" for "Ủy ban nhân dân huyện Mẫu")."""
    a, b = fold(expanded(short)), fold(expanded(full))
    return bool(a) and (b == a or b.startswith(a + " "))


def _symbol(number: str, called: str) -> str:
    """Return the body's letters in a number: behind the type ("04/CT-SYT"), before the drafting unit in a letter."""
    before, _, after = number.partition("/")
    if called == "Công văn" or re.search(r"-[A-ZĐ]{2,4}$", before):  # "375/SGDĐT-GDTrH", party papers "52-HD/TĐTN-BPT"
        return after.split("-", 1)[0].strip()
    return after.split("-", 1)[1].split()[0] if "-" in after and after.split("-", 1)[1].strip() else ""


def _cited_symbol(body: str, texts: Iterable[str]) -> str:
    """Return the symbol under which others cite documents of `body`: "số 12/KH-SYT … của Sở Y tế"; "" if none does."""
    wanted = fold(body)
    found: Counter[str] = Counter()
    for text in texts:
        for match in _CITED.finditer(text) if wanted else ():
            if wanted in fold(text[match.end() : match.end() + 120]):
                found[match.group(1)] += 1
    return found.most_common(1)[0][0] if found else ""


def _initials(name: str) -> str:
    """Return the symbol of a body: VP for a Văn phòng, UBND, else the first letters of its words but for "và"."""
    low = fold(name)
    if low.startswith("văn phòng"):
        return "VP"
    if low.startswith("ủy ban nhân dân"):
        return "UBND"
    return "".join(word[0] for word in clean(name).split() if fold(word) not in {"và", "-", "của"}).upper()


def _head_title(name: str) -> str:
    heads = {
        "văn phòng": "CHÁNH VĂN PHÒNG",
        "thanh tra": "CHÁNH THANH TRA",
        "phòng": "TRƯỞNG PHÒNG",
        "ban": "TRƯỞNG BAN",
        "chi cục": "CHI CỤC TRƯỞNG",
        "trung tâm": "GIÁM ĐỐC",
        "sở": "GIÁM ĐỐC",
        "trường": "HIỆU TRƯỞNG",
    }
    low = fold(name)
    return next((title for head, title in heads.items() if low.startswith(head)), "THỦ TRƯỞNG")


def _chief(lines: list[str]) -> str:
    """Return who stands behind a signature: GIÁM ĐỐC for "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", who orders for "TL."."""
    if not lines:
        return ""
    if re.match(r"^(?:KT|Q|TL|TUQ)\.", lines[0]) and len(lines) > 1:
        return _DEPUTY.sub("", lines[0])
    return re.sub(r"^PHÓ ", "", _DEPUTY.sub("", lines[-1]))


def _recipients(head: Letterhead) -> tuple[str, ...]:
    lines = [_KEEP.sub("", clean(line)) for line in head.recipients]
    return tuple(line for line in lines if line and not fold(line).startswith(("như trên", "lưu", "như kính gửi")))
