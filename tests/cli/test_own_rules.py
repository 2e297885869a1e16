"""`planlint rules --check`: the user's own rule files, read and tried."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Planlint

SAMPLES = Path(__file__).parents[2] / "samples" / "egna-regler"


def test_rules_whose_examples_hold(planlint: Planlint) -> None:
    status, out, err = planlint("rules", "--check", str(SAMPLES))
    assert (status, err) == (0, "")
    assert out.startswith("NOR001 missing-environmental-benefit: 2 exempel stämmer.\n")
    assert out.count("\n") == 8


def test_an_example_that_does_not_hold_is_shown_beside_what_was_found(planlint: Planlint, folder: Path) -> None:
    text = (SAMPLES / "invanare.yaml").read_text(encoding="utf-8")
    (folder / "regler").mkdir()
    (folder / "regler" / "ord.yaml").write_text(text.replace("quote: Medborgarna", "quote: Medborgare"), "utf-8")
    status, out, _ = planlint("rules", "--check", "regler")
    assert status == 1
    assert out == (
        "NOR002 citizens-are-inhabitants: exemplet ”Ordet i en böjning” ger inte det som\n"
        "    står i regelfilen.\n"
        "    väntat:   Här står ”Medborgarna”. Vi skriver invånare. (citat ”Medborgare”,\n"
        "              om ””)\n"
        "    funnet:   Här står ”Medborgarna”. Vi skriver invånare. (citat ”Medborgarna”,\n"
        "              om ””)\n"
    )


def test_a_rule_without_examples_is_told(planlint: Planlint, folder: Path) -> None:
    text = (SAMPLES / "invanare.yaml").read_text(encoding="utf-8")
    (folder / "regler").mkdir()
    (folder / "regler" / "ord.yaml").write_text(text.partition("\ngood:")[0] + "\n", "utf-8")
    status, out, _ = planlint("rules", "--check", "regler", "--lang", "en")
    assert status == 0
    assert out.startswith("NOR002 citizens-are-inhabitants: no examples. Add a good and a bad one,")


def test_a_faulty_file_is_wrong_usage(planlint: Planlint, folder: Path) -> None:
    (folder / "regler").mkdir()
    (folder / "regler" / "ord.yaml").write_text("code: KOM001\n", "utf-8")
    status, out, err = planlint("rules", "--check", "regler")
    assert (status, out) == (2, "")
    assert err.startswith("planlint: ord.yaml:1: nyckeln ”")


@pytest.fixture
def own(folder: Path) -> None:
    shutil.copytree(SAMPLES, folder / "regler")
    (folder / "planlint.toml").write_text('rules = "regler"\n[severity]\nNOR001 = "error"\n', "utf-8")


@pytest.mark.usefixtures("own")
def test_own_rules_run_beside_those_that_ship(planlint: Planlint) -> None:
    status, out, _ = planlint("check", "plan.md", "--select", "NOR001,PL302")
    assert status == 1
    assert "Fel NOR001 (3 ställen)  Insatsen säger inget om miljönytta.\n" in out
    assert "Fel PL302" in out
    assert planlint("check", "plan.md", "--select", "NOR006").status == 0


@pytest.mark.usefixtures("own")
def test_own_rules_are_listed_and_explained(planlint: Planlint) -> None:
    assert "\nEgna regler\n  NOR001 E E E   Insats utan miljönytta" in planlint("rules").out
    assert planlint("explain", "nor001").out.startswith("# NOR001 missing-environmental-benefit\n\nInsats utan miljö")


def test_without_a_configuration_they_are_unknown(planlint: Planlint) -> None:
    status, _, err = planlint("explain", "NOR001")
    assert (status, err) == (2, "planlint: okänd regel ”NOR001”\n")


@pytest.mark.usefixtures("own")
def test_a_faulty_rule_stops_the_run_before_it_begins(planlint: Planlint, folder: Path) -> None:
    (folder / "regler" / "fel.yaml").write_text("code: KOM001\n", "utf-8")
    status, out, err = planlint("check", "plan.md")
    assert (status, out) == (2, "")
    assert err.startswith("planlint: fel.yaml:1: ")
