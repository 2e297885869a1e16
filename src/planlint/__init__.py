"""planlint reads a Swedish municipal action plan and holds it against its framework."""

__version__ = "0.1.0"
