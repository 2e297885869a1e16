"""`planlint baseline`, and `check --baseline`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Planlint = Callable[..., tuple[int, str, str]]
FILE = "planlint-baseline.json"
ONE = ("--select", "PL302")


def test_today_is_accepted_and_tomorrow_is_not(planlint: Planlint, folder: Path) -> None:
    saved = f"Baslinjen är sparad i {FILE}:\n  plan.md: 1 anmärkning (1 nya, 0 borta)\n"
    hint = f"Visa bara det som är nytt: planlint check --baseline {FILE}\n"
    assert planlint("baseline", "plan.md", *ONE) == (0, saved + hint, "")
    status, out, err = planlint("check", "plan.md", *ONE, "--baseline", FILE)
    assert (status, err) == (0, "")
    assert "  inga nya anmärkningar; 1 kvar från baslinjen\n" in out
    assert "\nKvar från baslinjen: 1 fel.\n" in out
    assert "PL302" not in out
    text = (folder / "plan.md").read_text(encoding="utf-8")
    (folder / "plan.md").write_text(text.replace("7C: Arkiven", "8C: Arkiven"), encoding="utf-8")
    status, out, _ = planlint("check", "plan.md", *ONE, "--baseline", FILE)
    assert status == 1
    assert "  1 fel\n" in out
    assert "1 anmärkning i baslinjen finns inte längre. Uppdatera den med planlint baseline.\n" in out
    assert planlint("baseline", "plan.md", *ONE)[1].startswith(
        f"Baslinjen är sparad i {FILE}:\n  plan.md: 1 anmärkning (1 nya, 1 borta)\n"
    )
    assert planlint("check", "plan.md", *ONE, "--baseline", FILE)[0] == 0


def test_json_carries_what_is_accepted(planlint: Planlint) -> None:
    planlint("baseline", "plan.md", *ONE)
    status, out, _ = planlint("check", "plan.md", *ONE, "--baseline", FILE, "--format", "json")
    view = json.loads(out)
    (document,) = view["documents"]
    assert status == 0
    assert [finding["suppressed"] for finding in document["findings"]] == ["baseline"]
    assert document["baseline"] == {"listed": True, "left": 1, "gone": 0}
    assert view["summary"] == {"error": 0, "warning": 0, "info": 0, "suppressed": 1}
    assert "baseline" not in json.loads(planlint("check", "plan.md", *ONE, "--format", "json")[1])["documents"][0]


def test_the_same_documents_give_the_same_bytes(planlint: Planlint, folder: Path) -> None:
    planlint("baseline", ".")
    before = (folder / FILE).read_bytes()
    status, out, _ = planlint("baseline", ".")
    assert (status, (folder / FILE).read_bytes()) == (0, before)
    assert "nya" not in out.partition("\n")[2].partition("Visa")[0]


def test_a_document_that_the_baseline_does_not_know_is_told(planlint: Planlint, folder: Path) -> None:
    planlint("baseline", "plan.md", *ONE)
    (folder / "plan.md").rename(folder / "plan-2.md")
    status, out, _ = planlint("check", "plan-2.md", *ONE, "--baseline", FILE)
    assert status == 1
    assert "Dokumentet finns inte i baslinjen, så alla anmärkningar räknas som nya.\n" in out


def test_what_is_no_baseline_is_not_written_over(planlint: Planlint, folder: Path) -> None:
    before = (folder / "plan.md").read_bytes()
    assert planlint("baseline", "plan.md", "-o", "plan.md") == (
        2,
        "",
        "planlint: plan.md:1: ingen baslinje, eller en som är skadad; den skrivs inte över utan --force\n",
    )
    assert (folder / "plan.md").read_bytes() == before
    (folder / "b.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert planlint("baseline", "plan.md", "-o", "b.json")[0] == 2
    assert planlint("baseline", "plan.md", "-o", "b.json", "--force")[0] == 0
    assert json.loads((folder / "b.json").read_text(encoding="utf-8"))["kind"] == "planlint-baseline"


def test_force_begins_anew(planlint: Planlint, folder: Path) -> None:
    planlint("baseline", "plan.md", "protokoll.md")
    planlint("baseline", "plan.md", *ONE, "--force")
    documents = json.loads((folder / FILE).read_text(encoding="utf-8"))["documents"]
    assert {name: document["counts"] for name, document in documents.items()} == {"plan.md": {"PL302": 1}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "b.json: baslinjen finns inte; gör den med ”planlint baseline”"),
        ("{", "b.json:1: ingen baslinje, eller en som är skadad; gör den med ”planlint baseline --force”"),
        ("{}", "b.json: ingen hel baslinje (kind); gör den med ”planlint baseline --force”"),
        (
            '{"kind": "planlint-baseline", "schema_version": "9"}',
            (
                "b.json: baslinjen har version ”9”, men denna planlint läser version 1; "
                "gör den med ”planlint baseline --force”"
            ),
        ),
    ],
)
def test_a_baseline_that_is_missing_or_damaged_is_wrong_usage(
    planlint: Planlint, folder: Path, text: str | None, said: str
) -> None:
    if text is not None:
        (folder / "b.json").write_text(text, encoding="utf-8")
    assert planlint("check", "plan.md", "--baseline", "b.json") == (2, "", f"planlint: {said}\n")


def test_a_folder_that_cannot_be_written_to_is_told(planlint: Planlint) -> None:
    status, out, err = planlint("baseline", "plan.md", "-o", "finns/inte/b.json")
    assert (status, out) == (2, "")
    assert err.startswith("planlint: ”finns/inte/b.json” kan inte skrivas (")
    assert planlint("baseline", "plan.md", "-o", ".")[0] == 2


def test_a_document_that_cannot_be_read_is_told_and_the_rest_is_accepted(planlint: Planlint, folder: Path) -> None:
    status, out, err = planlint("baseline", "borta.md", "plan.md", *ONE)
    assert status == 3
    assert "plan.md: 1 anmärkning" in out
    assert err == "planlint: borta.md: Filen finns inte. Kontrollera namnet och mappen.\n"
    (folder / FILE).unlink()
    assert planlint("baseline", "borta.md")[:2] == (3, "")
    assert not (folder / FILE).exists()


def test_nothing_else_is_left_in_the_folder(planlint: Planlint, folder: Path) -> None:
    before = set(folder.iterdir())
    planlint("baseline", "plan.md")
    assert set(folder.iterdir()) - before == {folder / FILE}


def test_a_link_leads_to_the_new_baseline(planlint: Planlint, folder: Path) -> None:
    (folder / "under").mkdir()
    (folder / FILE).symlink_to(folder / "under" / "b.json")
    assert planlint("baseline", "plan.md", "--force", *ONE)[0] == 0
    assert (folder / FILE).is_symlink()
    assert (folder / "under" / "b.json").is_file()


def test_the_configuration_names_the_file(planlint: Planlint, folder: Path) -> None:
    (folder / "planlint.toml").write_text('baseline = "godtaget.json"\nselect = ["PL302"]\n', encoding="utf-8")
    status, _, err = planlint("check", "plan.md")
    assert (status, err) == (2, "planlint: godtaget.json: baslinjen finns inte; gör den med ”planlint baseline”\n")
    assert planlint("baseline", "plan.md")[0] == 0
    assert (folder / "godtaget.json").is_file()
    assert planlint("check", "plan.md")[0] == 0


def test_an_exemption_whose_last_day_has_passed_is_told(planlint: Planlint, folder: Path) -> None:
    exemption = '[[ignore]]\nrule = "PL302"\nreason = "målet beslutas i juni"\n'
    (folder / "planlint.toml").write_text(f"{exemption}until = 2019-12-31\n", encoding="utf-8")
    status, out, _ = planlint("check", "plan.md", "--select", "PL302,PL003")
    assert status == 1
    assert "Undantaget för PL302 på rad 1 i planlint.toml gällde till och med 2019-12-31" in " ".join(out.split())
    (folder / "planlint.toml").write_text(f"{exemption}until = 9999-12-31\n", encoding="utf-8")
    status, out, _ = planlint("check", "plan.md", "--select", "PL302,PL003")
    assert status == 0
    assert "PL302 i 4.2 E-arkiv: målet beslutas i juni\n" in out
    assert "PL003" not in out


def test_in_english(planlint: Planlint) -> None:
    _, out, _ = planlint("baseline", "plan.md", *ONE, "--lang", "en")
    assert out == (
        f"The baseline is saved in {FILE}:\n  plan.md: 1 finding (1 new, 0 gone)\n"
        f"Show only what is new: planlint check --baseline {FILE}\n"
    )


def test_suppressed_findings_are_listed_with_their_reasons(planlint: Planlint, folder: Path) -> None:
    text = (folder / "plan.md").read_text(encoding="utf-8")
    (folder / "plan.md").write_text(text.replace("7C:", "<!-- planlint: ok – målet beslutas i juni -->7C:"), "utf-8")
    status, out, _ = planlint("check", "plan.md", *ONE)
    assert status == 0
    assert "  inga anmärkningar; 1 undantagen\n" in out
    assert "\nUndantaget med skäl:\n  PL302 i 4.2 E-arkiv: målet beslutas i juni\n" in out
    view = json.loads(planlint("check", "plan.md", *ONE, "--format", "json")[1])
    assert [finding["suppressed"] for finding in view["documents"][0]["findings"]] == ["målet beslutas i juni"]
