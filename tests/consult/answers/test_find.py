"""Which files hold answers."""

from pathlib import Path

from planlint.consult.answers.find import find_answers, is_own
from planlint.report.docx_paper import open_paper, save
from tests.consult.returned import plan


def paper() -> bytes:
    """A Word file as planlint writes one."""
    return save(open_paper("Sammanställning", "sv"))


def test_a_folder_is_opened_and_what_is_no_answer_passed_over(tmp_path: Path) -> None:
    own = paper()
    folder = tmp_path / "svar"
    (folder / "sena").mkdir(parents=True)
    (folder / ".gamla").mkdir()
    for name, data in {
        "plan.docx": plan(),
        "hedmyra.docx": plan(),
        "~$dmyra.docx": b"",
        ".dold.docx": plan(),
        ".gamla/x.docx": plan(),
        "sammanstallning.docx": own,
        "brev.TXT": b"Hej",
        "svar.pdf": b"%PDF-",
        "svar.doc": b"",
        "bild.png": b"",
        "blankett.xlsx": b"",
        "sena/grana.md": b"# Plan",
    }.items():
        (folder / name).write_bytes(data)
    found = find_answers((folder,), tmp_path, (folder / "plan.docx", tmp_path / "ut.docx"))
    assert [source.shown for source in found] == [
        "svar/blankett.xlsx", "svar/brev.TXT", "svar/hedmyra.docx", "svar/svar.doc", "svar/svar.pdf",
        "svar/sena/grana.md",
    ]  # fmt: skip


def test_a_file_is_found_once_and_the_plan_never(tmp_path: Path) -> None:
    for name in ("plan.docx", "a.docx"):
        (tmp_path / name).write_bytes(plan())
    (tmp_path / "eget.docx").write_bytes(paper())
    paths = (tmp_path / "a.docx", tmp_path, tmp_path / "plan.docx", tmp_path / "eget.docx")
    found = find_answers(paths, tmp_path, (tmp_path / "sub" / ".." / "plan.docx",))
    assert [source.shown for source in found] == ["a.docx", "eget.docx"]
    assert all(source.named for source in found)


def test_an_answer_is_not_planlints_own() -> None:
    assert is_own(paper())
    assert not is_own(plan())
    assert not is_own(b"")
