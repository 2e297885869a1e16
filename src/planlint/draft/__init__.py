"""A framework file drafted from an existing plan, for a person to mend."""

from planlint.draft.plan import Drafted, draft_framework

__all__ = ["Drafted", "draft_framework"]
