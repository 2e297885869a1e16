"""The only place where a plan meets rules."""

from planlint.engine.documents import Means, examine, prepare, run
from planlint.engine.findings import fingerprint, hold, subject_of

__all__ = ["Means", "examine", "fingerprint", "hold", "prepare", "run", "subject_of"]
