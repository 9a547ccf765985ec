"""Every promise of the README has tests that would fail if it were broken; here stands which."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROMISES = {
    "P1": [("flows/test_journey.py", "test_nothing_in_the_inbox_is_ever_touched")],
    "P2": [
        ("flows/test_journey.py", "test_every_file_that_came_in_has_one_end_state"),
        ("flows/test_journey.py", "test_bad_files_each_get_their_message_and_the_run_goes_on"),
    ],
    "P3": [("flows/test_crash.py", "test_killed_after_any_step_a_second_run_ends_where_an_undisturbed_one_ends")],
    "P4": [
        ("templates/test_report.py", "test_every_sentence_leads_to_a_count_or_a_quote_that_stands_in_its_file"),
        ("templates/test_report.py", "test_a_planted_sentence_without_source_stops_the_export"),
    ],
    "P5": [("flows/test_journey.py", "test_a_second_run_and_another_order_of_files_give_the_same_bytes")],
    "P6": [("extractors/test_sandbox.py", "test_time_runs_out_on_a_real_file")],
    "P7": [("flows/test_keeping.py", "test_what_was_tampered_with_is_found")],
    "P8": [("flows/test_offline.py", "test_p8_a_run_needs_no_network")],
    "P9": [
        ("checks/test_plan.py", "test_outsiders_are_named_as_unclear"),
        ("checks/test_judge_kinds.py", "test_a_file_of_nobody_is_told_where_a_paper_is_missing"),
    ],
}


def test_the_readme_promises_these_and_no_others() -> None:
    readme = (TESTS.parent / "README.md").read_text("utf-8")
    assert re.findall(r"^\* (P\d) ", readme, re.M) == list(PROMISES)


@pytest.mark.parametrize(("file", "name"), [pair for pairs in PROMISES.values() for pair in pairs])
def test_the_test_of_a_promise_is_there(file: str, name: str) -> None:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    found = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")}
    assert name in found
