"""All that waits for a person in one campaign, and the folder that waits to be declared: asked after each journey."""

from __future__ import annotations

from flows import file_questions, plan_questions, questions, review
from flows.assess import Assessment
from flows.office import Office
from flows.questions import Question
from flows.shop import Workshop

DECLARE = "khai-bao-dot"


def ask_people(office: Office, shop: Workshop, found: Assessment) -> None:
    """Make the waiting runs of the campaign those that its assessment calls for: on gaps, on files, on the plan."""
    campaign, title = shop.campaign.id, shop.campaign.title
    decisions = office.ledger.decisions(campaign)
    units = [unit.name for unit in shop.campaign.register.units]
    gaps = review.open_gaps(found.findings, found.plan.requirements)
    wanted = {
        review.NAME: review.questions(campaign, title, gaps),
        file_questions.NAME: file_questions.questions(campaign, title, units, found.submissions, decisions),
        plan_questions.NAME: plan_questions.questions(
            campaign, title, found.plan, found.register, decisions, shop.campaign.confirmed is not None
        ),
    }
    for deployment, asked in wanted.items():
        questions.keep_asking(deployment, {"dot": campaign}, asked)


def ask_to_declare(folder: str) -> None:
    """Start the run that asks for title and office of a new campaign, unless one waits already."""
    asked = Question(DECLARE, f"Cần khai báo đợt: {folder}", ("thu_muc",), {"thu_muc": folder})
    questions.keep_asking(DECLARE, {"thu_muc": folder}, [asked])
