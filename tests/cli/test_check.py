import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planlint.engine import findings
from planlint.rulebook.select import Selected

Planlint = Callable[..., tuple[int, str, str]]


def test_faults_are_told_on_standard_output_and_by_the_status(planlint: Planlint) -> None:
    status, out, err = planlint("check", "plan.md", "--select", "PL302")
    assert (status, err) == (1, "")
    assert out.startswith(
        "plan.md\n  Handlingsplan för digitalisering i Björkbygden 2026–2028\n  1 fel\n\n── 4 Insatser\n"
    )
    assert "      EFFEKTMÅL: ”7C: Arkiven är digitala.”\n                  ^^\n" in out
    assert "Läst: 2 fokusområden, 3 effektmål, 3 insatser, 2 principer.\n" in out
    assert "\nFas: utkast.\nFunnet: 1 fel.\nMer om en regel: planlint explain PL302\n" in out


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--select", "PL302"), 1),
        (("--select", "PL302", "--fail-on", "never"), 0),
        (("--select", "PL302", "--ignore", "PL3"), 0),
        (("--select", "PL204"), 0),
        (("--select", "PL204", "--fail-on", "warning"), 1),
        (("--select", "PL204,unknown-goal"), 1),
        (("--select", "PL204", "--select", "PL302"), 1),
        (("--select", "PL311", "--fail-on", "info"), 1),
        (("--select", "PL31", "--ignore", "PL310,PL314", "--fail-on", "info"), 0),
    ],
)
def test_what_fails_the_run(planlint: Planlint, options: tuple[str, ...], status: int) -> None:
    assert planlint("check", "plan.md", *options)[0] == status


@pytest.mark.parametrize(("phase", "severity"), [("utkast", "warning"), ("remiss", "error"), ("consultation", "error")])
def test_the_phase_decides_how_grave_it_is(planlint: Planlint, phase: str, severity: str) -> None:
    _, out, _ = planlint("check", "plan.md", "--select", "PL205", "--phase", phase, "--format", "json")
    view = json.loads(out)
    assert view["run"]["phase"] == {"consultation": "remiss"}.get(phase, phase)
    assert [finding["severity"] for finding in view["documents"][0]["findings"]] == [severity]


def test_json_holds_to_its_schema_and_names_no_folder(planlint: Planlint, root: Path, folder: Path) -> None:
    status, out, err = planlint("check", "plan.md", str(folder / "protokoll.md"), "borta.md", "--format", "json")
    schema = json.loads((root / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    view = json.loads(out)
    Draft202012Validator(schema).validate(view)
    assert status == 3
    assert [(each["path"], each["error"] and each["error"]["code"]) for each in view["documents"]] == [
        ("plan.md", None),
        ("protokoll.md", None),
        ("borta.md", "missing"),
    ]
    assert [finding["rule"] for finding in view["documents"][1]["findings"]] == ["PL002"]
    assert str(folder) not in out
    assert err.startswith("planlint: borta.md: ")
    assert err.count("\n") == 1


def test_the_same_input_gives_the_same_bytes(planlint: Planlint) -> None:
    assert planlint("check", "plan.md", "--format", "json") == planlint("check", "plan.md", "--format", "json")


def test_a_missing_file_does_not_stop_the_others(planlint: Planlint) -> None:
    status, out, err = planlint("check", "borta.docx", "plan.md", "--select", "PL302")
    assert status == 3
    assert "borta.docx\n  Kunde inte läsas: " in out
    assert "Fel PL302" in out
    assert err.startswith("planlint: borta.docx: ")


def test_a_folder_passes_over_what_is_no_plan_and_says_so(planlint: Planlint) -> None:
    status, out, _ = planlint("check", ".", "--select", "PL302")
    assert status == 1
    assert "protokoll.md" not in out
    assert "1 dokument i mapparna är ingen plan och hoppades över.\n" in out


def test_a_folder_without_a_plan_is_an_error(planlint: Planlint, folder: Path) -> None:
    (folder / "plan.md").unlink()
    status, _, err = planlint("check", ".")
    assert status == 3
    assert err.count("\n") == 1


def test_quiet_leaves_the_summary_out(planlint: Planlint) -> None:
    _, out, _ = planlint("check", "plan.md", "--select", "PL302", "--quiet")
    assert "Fel PL302" in out
    assert "Läst:" not in out
    assert "Fas:" not in out


def test_the_matrix_when_asked_for(planlint: Planlint) -> None:
    assert "Effektmål × insatser" not in planlint("check", "plan.md")[1]
    assert "4.1 Lärportal för medarbetare   ●  ·  ·\n" in planlint("check", "plan.md", "--matrix")[1]


def test_english_beside_swedish(planlint: Planlint) -> None:
    status, out, _ = planlint("check", "plan.md", "--select", "PL302", "--lang", "en")
    assert status == 1
    assert "Error PL302" in out
    assert "\nPhase: draft.\nFound: 1 error.\nMore about a rule: planlint explain PL302\n" in out


@pytest.mark.parametrize(("color", "escapes"), [("always", True), ("never", False), ("auto", False)])
def test_colour_only_where_it_is_wanted(planlint: Planlint, color: str, escapes: bool) -> None:  # noqa: FBT001
    assert ("\x1b[" in planlint("check", "plan.md", "--color", color)[1]) is escapes


@pytest.mark.parametrize(
    ("environment", "escapes"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colour_unless_told_otherwise(
    planlint: Planlint, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], escapes: bool  # noqa: FBT001
) -> None:  # fmt: skip
    for name, value in {"NO_COLOR": "", "TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    status, out, err = planlint("check", "plan.md", "borta.md")
    assert status == 3
    assert ("\x1b[" in out) is escapes
    assert err == ""  # the report itself is before the user's eyes


def test_a_rule_that_breaks_is_named_and_the_rest_goes_on(planlint: Planlint, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = findings._found_by  # noqa: SLF001 - the boundary of one rule

    def breaking(one: Selected, *rest: Any) -> object:  # noqa: ANN401 - handed on
        if one.rule.code == "PL303":
            raise KeyError("spår")
        return whole(one, *rest)

    monkeypatch.setattr(findings, "_found_by", breaking)
    status, out, err = planlint("check", "plan.md")
    assert status == 3
    assert "Internt fel i regeln PL303: KeyError: 'spår'." in out
    assert "Fel PL302" in out
    assert "Traceback" not in out + err
    with pytest.raises(KeyError):
        planlint("check", "plan.md", "--debug")


@pytest.mark.parametrize(("files", "shown"), [(6, True), (5, False)])
def test_many_files_get_a_progress_bar_where_somebody_watches(
    planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch, files: int, shown: bool  # noqa: FBT001
) -> None:  # fmt: skip
    copies = [f"plan{number}.md" for number in range(files)]
    for copy in copies:
        (folder / copy).write_bytes((folder / "plan.md").read_bytes())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    status, out, err = planlint("check", *copies, "--select", "PL302")
    assert status == 1
    assert "Granskar" not in out
    assert ("Granskar" in err) is shown


def test_several_documents_at_a_time_change_nothing(planlint: Planlint, folder: Path) -> None:
    (folder / "tom.docx").write_bytes(b"")
    arguments = ("check", "plan.md", "protokoll.md", "tom.docx", "--format", "json")
    assert planlint(*arguments, "--jobs", "2") == planlint(*arguments)


@pytest.mark.parametrize("number", ["0", "-1", "två", "1.5", "", "61", "99999"])
def test_how_many_is_a_whole_number(planlint: Planlint, number: str) -> None:
    complaint = f"planlint: ”{number}” går inte för --jobs; ange ett heltal från 1 till 60.\n"
    assert planlint("check", "plan.md", f"--jobs={number}") == (2, "", complaint)
