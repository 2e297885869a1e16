"""Rules, frameworks and facts from their files, chosen among and explained."""

from planlint.rulebook.book import Rulebook
from planlint.rulebook.shipped import load, load_framework

__all__ = ["Rulebook", "load", "load_framework"]
