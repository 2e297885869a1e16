"""The only place where a plan meets rules."""

from planlint.engine.documents import examine, examine_all, internal_fault, run, sum_up, tell_trouble
from planlint.engine.findings import fingerprint, hold, subject_of
from planlint.engine.means import Means, prepare, prepare_all

__all__ = [
    "Means", "examine", "examine_all", "fingerprint", "hold", "internal_fault", "prepare", "prepare_all", "run",
    "subject_of", "sum_up", "tell_trouble",
]  # fmt: skip
