"""Sentences that a unit copied from the plan: they restate the duty and show nothing of its fulfilment."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.document import Document
from extractors.facts import Commitment, DocumentKind, Facts, Modality
from extractors.vietnamese import alternation, fold, words

_CLAUSE = re.compile(r"[^.;:\n]+")
_BOUND = re.compile(rf"\b{alternation('match_bound_words', 'checks')}\b")
_SHINGLE = 3
_SHARE = 0.8  # of the clause's word triples stand in the plan: a real paraphrase shared at most .55 in trials
_LEAST = 7  # words; shorter phrases recur by chance ("100% văn bản đi được ký số")
_EXACT = 0.99
_WHOLE_ORDER = 9  # words
_VERB = re.compile(rf"[\W\d]*{alternation('action_verbs')}\b")
_CARRIED_OUT = re.compile(r"\b(?:đã|được|đạt|có|xong)\b")
_UNTOUCHED = frozenset({Modality.DENIED, Modality.NONE, Modality.RESTATED})


class PlanWords:
    """The words of a plan: which triples of words it holds, and which numbers stand in it."""

    def __init__(self, text: str) -> None:
        self._triples: set[tuple[str, ...]] = set()
        self.numbers: set[str] = set()
        for clause in _CLAUSE.findall(text):
            tokens = words(clause)
            self.numbers.update(token for token in tokens if token.isdigit())
            self._triples.update(zip(tokens, tokens[1:], tokens[2:], strict=False))

    def share(self, text: str) -> float:
        """Return which share of the word triples of `text` the plan holds, 0..1 (0 for fewer than three words)."""
        tokens = words(text)
        triples = list(zip(tokens, tokens[1:], tokens[2:], strict=False))
        return sum(triple in self._triples for triple in triples) / len(triples) if triples else 0.0

    def own_numbers(self, text: str) -> set[str]:
        """Return the numbers of `text` that the plan does not hold."""
        return {token for token in words(text) if token.isdigit()} - self.numbers


@lru_cache(maxsize=8)
def plan_words(text: str) -> PlanWords:
    """Return the words of a plan; taken apart once, for every document is held against them."""
    return PlanWords(text)


def copied(text: str, plan: PlanWords) -> bool:
    """Return whether the clause is the plan's own wording, with no number or date of the unit's own in it."""
    return len(words(text)) >= _LEAST and plan.share(text) >= _SHARE and not plan.own_numbers(text)


def mark_restated(facts: Facts, document: Document, plan_document: Document) -> Facts:
    """Return the facts with commitments that repeat the plan's words set to RESTATED.

    A result with a share or count ("100% văn bản đi được ký số") is a claim even where the plan asks for it in the same
    words, unless it keeps the plan's bound ("tối thiểu", "ít nhất", "trước ngày"), or is the order itself, word for
    word and led by its verb ("Kiểm tra 100% cơ sở ..."). Denials stay denials.
    """
    if document.sha256 == plan_document.sha256:
        return facts
    plan = plan_words(plan_document.text)
    report = facts.letterhead.kind is not DocumentKind.PLAN
    return facts.restating([at for at, item in enumerate(facts.commitments) if _restates(item, plan, report)])


def _order(text: str, plan: PlanWords) -> bool:
    """Return whether a clause is an order of the plan, to the letter: no word says that it was carried out."""
    low = fold(text)
    return (
        len(words(text)) >= _WHOLE_ORDER
        and plan.share(text) >= _EXACT
        and _VERB.match(low) is not None
        and _CARRIED_OUT.search(low) is None
    )


def _restates(item: Commitment, plan: PlanWords, report: bool) -> bool:
    if item.modality in _UNTOUCHED or not copied(item.span.quote, plan):
        return False
    if not item.quantities:
        return True
    if not report:
        return False
    return bool(_BOUND.search(" ".join(words(item.span.quote)))) or _order(item.span.quote, plan)
