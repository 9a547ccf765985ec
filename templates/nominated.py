"""Nominees as outputs tell them: who, of which unit, for which deed, told by which document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checks.nominees import Nominee, Verdict
from checks.submission import Submission
from extractors.facts import ExemplarKind
from extractors.vietnamese import words
from templates.letters import Campaign
from templates.phrases import clean, count, day, key, name, quoted, upper_first
from templates.sources import place
from templates.vocabulary import word

DEED_WORDS = 8  # words beside name and post below which a sentence tells no deed (the same as check E05)
_ASIDE = re.compile(r"^\s*\([^()]*\)[\s,;:]*")  # "(xã A), đã …": the place of the name before the deed itself


@dataclass(frozen=True, slots=True)
class Nominated:
    """One nominee, cleaned for print. `deed` is "" where the report tells none, `mended` where a
    person put it in other words than the report's.

    `paper` cites the document ("Báo cáo số 12/BC-TTUD ngày 10/6/2031"), `file` and `place` say where in it; `told` is
    what the report says of an award, `award` the one that a person decided to ask for.
    """

    kind: ExemplarKind
    kind_word: str
    unit: str
    name: str
    who: str
    deed: str
    mended: bool
    paper: str
    file: str
    place: str
    told: str
    award: str
    reviewer: str
    stale: bool

    @property
    def source(self) -> str:
        """Return the document with its sender."""
        return f"{self.paper} của {self.unit}"

    @property
    def where(self) -> str:
        """Return post and unit on one line."""
        return "; ".join(part for part in (self.who, self.unit) if part)


def decided(campaign: Campaign) -> list[Nominated]:
    """Return the nominees that a person ticked, in the register's order: nobody else may appear in what goes out."""
    return _told(campaign, (n for n in campaign.nominees if n.decided))


def waiting(campaign: Campaign) -> list[Nominated]:
    """Return the nominees on whom nobody has decided yet."""
    return _told(campaign, (n for n in campaign.nominees if n.verdict is Verdict.WAITING))


def numbers(rows: Iterable[Nominated]) -> str:
    """Return "02 tập thể, 05 cá nhân, 01 mô hình"; "" for none."""
    kinds = [row.kind_word.lower() for row in rows]
    return ", ".join(f"{count(kinds.count(kind))} {kind}" for kind in dict.fromkeys(kinds))


def _told(campaign: Campaign, chosen: Iterable[Nominee]) -> list[Nominated]:
    files = {item.key: item for item in campaign.submissions}
    return [_row(campaign, nominee, files.get(nominee.file)) for nominee in chosen]


def _row(campaign: Campaign, nominee: Nominee, item: Submission | None) -> Nominated:
    exemplar, read = nominee.exemplar, nominee.read
    unit = campaign.register.by_name(nominee.unit)
    own = {key(called) for called in (nominee.unit, *(unit.aliases if unit else ()))}
    who = [text for text in (exemplar.position, exemplar.affiliation) if text and key(text) not in own]
    return Nominated(
        kind=exemplar.kind,
        kind_word=word("exemplar", exemplar.kind.value),
        unit=name(nominee.unit),
        name=name(exemplar.name),
        who=clean(", ".join(who)),
        deed=_deed(nominee),
        mended=exemplar.deed != read.deed,
        paper=_paper(item),
        file=name(nominee.file),
        place=place(read.context),
        told=clean(read.award or ""),
        award=clean(nominee.award),
        reviewer=clean(nominee.decision.reviewer) if nominee.decision else "",
        stale=bool(nominee.decision and nominee.decision.stale),
    )


def _deed(nominee: Nominee) -> str:
    """Return the deed as a person put it, else as quoted, else the sentence around the name if it tells more."""
    exemplar, read = nominee.exemplar, nominee.read
    if exemplar.deed != read.deed:
        return clean(exemplar.deed or "")
    if exemplar.deed:
        return upper_first(quoted(_ASIDE.sub("", exemplar.deed)))
    known = len(words(f"{read.name} {read.position or ''} {read.affiliation or ''}"))
    sentence = upper_first(quoted(read.context.quote))
    return sentence if len(words(sentence)) >= known + DEED_WORDS else ""


def _paper(item: Submission | None) -> str:
    head = item.facts.letterhead if item and item.facts else None
    parts = [word("type", "bao_cao")]
    if head and head.number:
        parts.append(f"số {clean(head.number)}")
    if head and head.issued:
        parts.append(f"ngày {day(head.issued)}")
    return " ".join(parts)
