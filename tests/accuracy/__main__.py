"""Measure anew and write docs/accuracy.md: `python -m tests.accuracy` at the top of the checkout."""

from __future__ import annotations

from pathlib import Path

from tests.accuracy.marked import hold, judged_plans, judged_samples
from tests.accuracy.page import write
from tests.accuracy.score import results

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"


def main() -> None:
    """Write the page; the part that needs the plans is left empty where they are not at hand."""
    PAGE.write_text(write(results(), hold(judged_samples()), hold(judged_plans())), encoding="utf-8")


if __name__ == "__main__":
    main()
