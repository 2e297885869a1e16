"""The closed set of checks that rules name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from planlint.checks.scope import CheckSpec, Node, NoOptions, Scope

__all__ = ["CHECKS", "MODULES", "CheckSpec", "NoOptions", "Node", "Scope"]

MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "abbreviations": ("undefined_abbreviation",),
    "accessibility": ("wrong_language", "untitled_file", "undescribed_image", "empty_paragraphs"),
    "card": ("missing_card_fields", "missing_card_deliverable"),
    "card_goals": ("unknown_card_goal", "drifted_card_goal"),
    "card_state": ("card_period", "card_status"),
    "card_vocabulary": ("unknown_card_value",),
    "chapters": ("missing_chapters", "empty_chapters"),
    "claims": ("wrong_counts",),
    "consultation": ("consultation_window",),
    "contents": ("stale_contents",),
    "control": ("missing_control", "unclassified"),
    "copies": ("drifted_copies",),
    "date_forms": ("date_format",),
    "duties": ("missing_duty",),
    "fakes": ("fake_headings",),
    "fit": ("suspect_goal_link",),
    "header_rows": ("unmarked_header_row",),
    "invalid_dates": ("invalid_date",),
    "labels": ("label_variants",),
    "link_texts": ("unclear_link",),
    "links": ("missing_goal_link", "unknown_goal", "unserved_goal"),
    "outline": ("skipped_levels", "heading_numbers"),
    "own": ("count", "length", "required_part", "part_order", "vocabulary", "date", "wording", "pattern"),
    "passives": ("passive_without_agent",),
    "periods": ("plan_period",),
    "placeholders": ("placeholders",),
    "presence": (
        "unread_content",
        "unmatched_framework",
        "missing_goals",
        "missing_part",
        "missing_division",
        "missing_first_division",
        "missing_fields",
    ),
    "principles": (
        "missing_principle",
        "unknown_principle",
        "mismatched_principle",
        "uncovered_principles",
        "incomplete_principle_list",
        "deviating_principle_title",
    ),
    "readability": ("long_sentence", "hard_to_read"),
    "references": ("broken_references",),
    "sources": ("uncertain_source",),
    "spelling": ("misspelt",),
    "stages": ("undecided_stage", "stage_deliverables"),
    "structure": ("duplicate_goal", "goal_sequence", "duplicate_intervention"),
    "suppressions": ("unused_suppression",),
    "terms": ("unused_term", "undefined_term"),
    "text": ("drifted_goal", "repeated_item", "restated_goal"),
    "timeline": ("timeline_conflict", "timeline_incomplete"),
    "titles": ("title_forms",),
    "traces": ("tracked_changes", "open_comments", "hidden_text"),
    "variants": ("term_variant",),
    "versions": ("history_order", "reused_version", "version_mismatch"),
    "wording": ("unmeasurable_goal", "goal_wording", "vague_benefits"),
}
"""The modules of this package that have checks, and the names in the table of each, `SPECS`."""


class _Checks(Mapping[str, CheckSpec]):
    """Every check by its name. A module is imported when one of its checks is first asked for.

    Few runs take all of them, and to import them takes longer than to read a plan.
    """

    def __init__(self, modules: Mapping[str, tuple[str, ...]]) -> None:
        self._homes = {name: module for module, names in modules.items() for name in names}

    def __getitem__(self, name: str) -> CheckSpec:
        specs: Mapping[str, CheckSpec] = import_module(f"{__name__}.{self._homes[name]}").SPECS
        return specs[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


CHECKS: Final[Mapping[str, CheckSpec]] = _Checks(MODULES)
"""By the name that rule files use."""
