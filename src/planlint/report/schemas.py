"""`python -m planlint.report.schemas`: write the JSON Schemas of what planlint prints, from the views themselves."""

from __future__ import annotations

import json

from planlint.report.check_view import ReportView
from planlint.report.comparison_view import ComparisonView
from planlint.report.consultation.account_view import AccountView
from planlint.report.consultation.compilation_view import CompilationView
from planlint.report.consultation.shortfalls_json import CheckedTableView
from planlint.report.outline_view import PlanView
from planlint.report.view import View
from planlint.resources import data_dir

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Every schema by its file name in `schemas/`, as text."""
    views: dict[str, type[View]] = {
        "report": ReportView,
        "plan": PlanView,
        "comparison": ComparisonView,
        "compilation": CompilationView,
        "account": AccountView,
        "checked-compilation": CheckedTableView,
    }
    return {f"{name}.schema.json": _schema(view) for name, view in views.items()}


def write_schemas() -> None:
    """Write them into the checkout."""
    for name, text in schemas().items():
        (data_dir() / "schemas" / name).write_text(text, encoding="utf-8")


def _schema(view: type[View]) -> str:
    content = {"$schema": DIALECT, **view.model_json_schema(mode="validation")}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_schemas()
