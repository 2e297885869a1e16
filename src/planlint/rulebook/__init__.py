"""Rules, frameworks and facts from their files, chosen among and explained."""

from planlint.rulebook.book import Rulebook
from planlint.rulebook.shipped import frame, load, load_framework, load_own, make_framework

__all__ = ["Rulebook", "frame", "load", "load_framework", "load_own", "make_framework"]
