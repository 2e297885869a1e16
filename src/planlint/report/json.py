"""JSON for other programs: the views as text, the same bytes for the same input."""

from __future__ import annotations

import json

from planlint.report.printable import escaped_json
from planlint.report.view import View


def render_json(view: View) -> str:
    """The view as indented JSON with a final line break; Swedish letters as themselves."""
    return escaped_json(json.dumps(view.model_dump(), ensure_ascii=False, indent=2)) + "\n"
