"""The consultation: what changed between two versions of a plan."""

from planlint.consult.compare import compare
from planlint.consult.elements import TEXT, list_elements

__all__ = ["TEXT", "compare", "list_elements"]
