"""The kinds of documents that planlint knows."""

from __future__ import annotations

from typing import Literal

KnownKind = Literal["plan", "card", "timeline", "roadmap"]
DocumentKind = KnownKind | Literal["unknown"]
