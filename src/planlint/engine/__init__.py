"""The only place where a plan meets rules."""

from planlint.engine.documents import Means, examine, examine_all, prepare, prepare_all, run, sum_up
from planlint.engine.findings import fingerprint, hold, subject_of

__all__ = [
    "Means", "examine", "examine_all", "fingerprint", "hold", "prepare", "prepare_all", "run", "subject_of", "sum_up",
]  # fmt: skip
