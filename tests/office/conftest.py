"""What the tests of written comments share."""

import os
from pathlib import Path

import pytest

from tests.office.cases import FOLDER, Case, found, odd, swept
from tests.office.libreoffice import PROGRAM, Converter, convert
from tests.office.schema import Schema


@pytest.fixture(scope="session")
def schema(shared: Path) -> Schema:
    """The ECMA schema."""
    return Schema(shared / "data" / "ooxml-xsd")


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """Converts files with LibreOffice, all by one call."""
    if PROGRAM is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    return lambda files, form: convert(files, form, tmp_path_factory.mktemp(form))


@pytest.fixture(scope="session")
def cases(root: Path) -> tuple[Case, ...]:
    """The Word samples and odd files, and the plans if they are beside the checkout.

    Where FOLDER is set, the files of that folder instead.
    """
    if FOLDER in os.environ:
        return tuple(swept(Path(os.environ[FOLDER])))
    folders = (root / "samples", root.parent / "shared" / "plans")
    return (*found([path for folder in folders for path in sorted(folder.glob("*.docx"))]), *odd())


@pytest.fixture(scope="session")
def annotated(cases: tuple[Case, ...]) -> dict[str, bytes]:
    """Each of them with its comments, by name."""
    return {case.name: case.annotated for case in cases}
