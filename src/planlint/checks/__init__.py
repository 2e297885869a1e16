"""The closed set of checks that rules name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from planlint.checks import duties, fit, links, presence, principles, sources, structure, text, wording
from planlint.checks.scope import CheckSpec, Node, NoOptions, Scope, words
from planlint.model.plan import FocusArea, Goal, Intervention, Plan

__all__ = ["CHECKS", "CheckSpec", "NoOptions", "Node", "Scope"]

_ABSENT = {
    "missing": words("title", "part"),
    "empty": words("title", "label"),
    "unsure": words("title", "part", "quote"),
}
_UNREAD = ("alt-chunk", "embedded-document", "smart-art", "picture", "entity", "too-deep")

CHECKS: Mapping[str, CheckSpec] = MappingProxyType(
    {
        "unread_content": CheckSpec(presence.unread_content, Plan, dict.fromkeys(_UNREAD, words())),
        "unmatched_framework": CheckSpec(
            presence.unmatched_framework,
            Plan,
            {"default": words("found", "looked"), "no-headings": words("looked")},
            presence.MatchOptions,
        ),
        "missing_goals": CheckSpec(
            presence.missing_goals, FocusArea, {"default": words("title"), "uncoded": words("title", "quote")}
        ),
        "missing_part": CheckSpec(presence.missing_part, Intervention, _ABSENT, presence.PartOptions),
        "missing_division": CheckSpec(presence.missing_division, Intervention, _ABSENT, presence.DivisionOptions),
        "missing_first_division": CheckSpec(
            presence.missing_first_division,
            Intervention,
            {**_ABSENT, "undivided": words("title", "count")},
            presence.DivisionOptions,
        ),
        "missing_fields": CheckSpec(presence.missing_fields, Intervention, {"default": words("title", "fields")}),
        "missing_goal_link": CheckSpec(
            links.missing_goal_link,
            Intervention,
            {
                **_ABSENT,
                "no-code": words("title", "label", "quote"),
                "near": words("title", "label", "quote", "code"),
            },
            links.LikenessOptions,
        ),
        "unknown_goal": CheckSpec(
            links.unknown_goal,
            Intervention,
            {
                "default": words("title", "code", "nearest"),
                "by-text": words("title", "code", "nearest"),
                "none": words("title", "code"),
            },
            links.LikenessOptions,
        ),
        "unserved_goal": CheckSpec(links.unserved_goal, Goal, {"default": words("code", "text")}),
        "duplicate_goal": CheckSpec(
            structure.duplicate_goal, Goal, dict.fromkeys(("code", "repeated", "text"), words("code", "text", "first"))
        ),
        "goal_sequence": CheckSpec(
            structure.goal_sequence,
            Goal,
            {"number": words("code", "area", "number", "ordinal"), "gap": words("code", "area", "expected")},
        ),
        "duplicate_intervention": CheckSpec(
            structure.duplicate_intervention,
            Intervention,
            dict.fromkeys(("number", "title"), words("number", "title", "first")),
        ),
        "drifted_goal": CheckSpec(
            text.drifted_goal,
            Goal,
            {
                "default": words("code", "title", "diff"),
                "elsewhere": words("code", "diff"),
                "other": words("code", "title", "other"),
                "unlike": words("code", "title"),
            },
            text.DriftOptions,
        ),
        "repeated_item": CheckSpec(text.repeated_item, Intervention, {"default": words("title", "label", "quote")}),
        "restated_goal": CheckSpec(
            text.restated_goal, Intervention, {"default": words("title", "quote", "code")}, text.RestatementOptions
        ),
        "missing_duty": CheckSpec(
            duties.missing_duty,
            Intervention,
            {"default": words("title", "label", "duty", "holders", "siblings")},
            duties.DutyOptions,
        ),
        "suspect_goal_link": CheckSpec(
            fit.suspect_goal_link,
            Intervention,
            {"absent": words("title", "code", "words"), "better": words("title", "code", "linked", "words")},
            fit.FitOptions,
        ),
        "unmeasurable_goal": CheckSpec(
            wording.unmeasurable_goal,
            Plan,
            {"plan": words("count"), "goal": words("code", "text")},
            wording.MeasureOptions,
        ),
        "goal_wording": CheckSpec(
            wording.goal_wording,
            Goal,
            {"activity": words("code", "text", "verb"), "several": words("code", "text", "joint")},
            wording.GoalWordingOptions,
        ),
        "vague_benefits": CheckSpec(
            wording.vague_benefits,
            Intervention,
            dict.fromkeys(("default", "many"), words("title", "measured", "all", "vague", "rest")),
            wording.BenefitOptions,
        ),
        "missing_principle": CheckSpec(
            principles.missing_principle,
            Intervention,
            {
                "suggested": words("title", "suggestions"),
                "bare": words("title"),
                "loose": words("title", "quote", "principle"),
            },
            principles.SuggestionOptions,
        ),
        "unknown_principle": CheckSpec(
            principles.unknown_principle,
            Plan,
            {
                "default": words("number", "set", "first", "last"),
                "named": words("number", "set", "first", "last", "name", "other"),
            },
        ),
        "mismatched_principle": CheckSpec(
            principles.mismatched_principle, Plan, {"default": words("quote", "number", "official", "name", "other")}
        ),
        "uncovered_principles": CheckSpec(
            principles.uncovered_principles, Plan, {"default": words("count", "all", "principles")}
        ),
        "incomplete_principle_list": CheckSpec(
            principles.incomplete_principle_list,
            Plan,
            {
                "repeated": words("number", "title"),
                "misnumbered": words("number", "title", "written"),
                "missing": words("principles"),
            },
        ),
        "deviating_principle_title": CheckSpec(
            principles.deviating_principle_title, Plan, {"default": words("number", "official", "title")}
        ),
        "uncertain_source": CheckSpec(
            sources.uncertain_source,
            Plan,
            {
                **dict.fromkeys(("neither", "owner", "version"), words("document")),
                **dict.fromkeys(
                    ("former", "former-unversioned"), words("document", "owner", "current", "since", "date")
                ),
            },
            sources.CitationOptions,
        ),
    }
)
"""By the name that rule files use."""
