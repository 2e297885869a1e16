from collections.abc import Callable

import pytest

Planlint = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("chek", "plan.md"), "okänt kommando ”chek”, menade du ”check”?"),
        (("check",), "PATH… saknas. Se ”planlint check --help”."),
        (("--lang", "en"), "a command is missing. See “planlint --help”."),
        (
            ("check", "plan.md", "--fase", "remiss"),
            "flaggan --fase finns inte, menade du ”--phase”? Se ”planlint check --help”.",
        ),
        (
            ("check", "plan.md", "--fase", "remiss", "--lang=en"),
            "there is no option --fase, did you mean “--phase”? See “planlint check --help”.",
        ),
        (("check", "plan.md", "--zzz"), "flaggan --zzz finns inte. Se ”planlint check --help”."),
        (("check", "plan.md", "--phase"), "flaggan --phase ska följas av ett värde. Se ”planlint check --help”."),
        (("check", "plan.md", "--quiet=ja"), "flaggan --quiet tar inget värde. Se ”planlint check --help”."),
        (("check", "plan.md", "--phase", "remis"), "okänt värde ”remis” för --phase, menade du ”remiss”?"),
        (("check", "plan.md", "--lang", "no"), "okänt värde ”no” för --lang; välj bland: en, sv"),
        (("check", "plan.md", "--select", "PL999"), "okänd regel ”PL999”"),
        (("check", "plan.md", "--framework", "x.yaml"), "x.yaml"),
        (
            ("outline", "a.md", "b.md", "c (1).md"),
            "fler argument än kommandot tar: b.md c (1).md. Se ”planlint outline",
        ),
        (("check", "plan.md", ""), "en sökväg är tom; ange en fil eller mapp"),
        (("outline", "", "--lang", "en"), "a path is empty; name a file or a folder"),
        (("outline", "."), "”.” är en mapp; ange ett dokument."),
        (("explain", "unserved-gaol"), "okänd regel ”unserved-gaol”, menade du ”unserved-goal”?"),
        (
            ("coverage", "plan.md", "--min-goals", "120"),
            "”120” är inget procenttal för --min-goals; ange ett tal från 0 till 100",
        ),
    ],
)
def test_wrong_usage_is_one_line_with_what_was_meant(planlint: Planlint, arguments: tuple[str, ...], line: str) -> None:
    status, out, err = planlint(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("planlint: ")
    assert line in err
    assert err.count("\n") == 1


def test_wrong_usage_goes_before_unreadable_files(planlint: Planlint) -> None:
    assert planlint("check", "borta.md", "--select", "PL999")[0] == 2


def test_without_arguments_there_is_help_and_the_status_of_wrong_usage(planlint: Planlint) -> None:
    status, out, err = planlint()
    assert (status, out) == (2, "")
    assert err.startswith("Användning: planlint [FLAGGOR] KOMMANDO")


def test_help_in_swedish_and_english(planlint: Planlint) -> None:
    status, out, err = planlint("--help")
    assert (status, err) == (0, "")
    assert "  coverage  Visa vilka insatser som bidrar till vilka effektmål och principer.\n" in out
    assert "  coverage  Show which interventions serve" in planlint("--lang", "en", "--help")[1]
    check = planlint("check", "--help")[1]
    assert check.startswith("Användning: planlint check [FLAGGOR] PATH…\n\n  Granska planer")
    assert "--phase utkast|remiss|publicering" in check
    assert "Usage" not in check
    assert planlint("check", "--help", "--lang", "en")[1].startswith("Usage: planlint check [OPTIONS] PATH…")


@pytest.mark.parametrize("command", ["check", "outline", "coverage", "explain", "rules", "init"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_command_has_help_in_both_languages(planlint: Planlint, command: str, language: str) -> None:
    status, out, _ = planlint(command, "--lang", language, "--help")
    assert status == 0
    assert "-help" not in out.replace("--help", "")  # no key is left untranslated


def test_an_unexpected_fault_is_one_line(planlint: Planlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("delat med noll")

    monkeypatch.setattr("planlint.engine.run", broken)
    status, out, err = planlint("check", "plan.md")
    assert (status, out) == (3, "")
    assert err == (
        "planlint: internt fel: ZeroDivisionError: delat med noll. Rapportera gärna felet; "
        "”--debug” visar var det uppstod.\n"
    )
    with pytest.raises(ZeroDivisionError):
        planlint("check", "plan.md", "--debug")


def test_an_interrupt_ends_quietly(planlint: Planlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planlint.engine.run", interrupted)
    status, out, err = planlint("check", "plan.md")
    assert (status, out, err.strip()) == (130, "", "")
