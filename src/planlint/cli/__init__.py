"""The command line: one module a command. The only place that prints, exits, and reads the environment."""

from planlint.cli.main import main

__all__ = ["main"]
