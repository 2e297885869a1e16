"""What a file that came back says, whatever form it came in."""

from __future__ import annotations

from planlint.archive.trouble import empty
from planlint.consult.answers.endings import PLAIN, WORKBOOK, no_form, no_text, own_report, unread
from planlint.consult.answers.find import is_own
from planlint.intake import MARKDOWN_ENDINGS, WORD_ENDINGS, Source, read_bytes, read_document
from planlint.model.consultation import Sent, Told
from planlint.model.returned import Returned


def read_answer(source: Source, sent: Sent) -> Told:
    """What the file says of the plan: as an answer form, a version of the plan, or a letter, the first that it is.

    Raises InputError, with one line that says what to do, for what cannot be read.
    """
    ending = source.path.suffix.lower()
    if ending not in {*WORD_ENDINGS, *MARKDOWN_ENDINGS, WORKBOOK, PLAIN}:
        raise unread(ending)
    data = read_bytes(source)
    if not data:
        raise empty()
    if ending in WORD_ENDINGS:
        return _read_word(data, sent)
    if ending == WORKBOOK:
        return _read_workbook(data, sent)
    if ending == PLAIN:
        return _read_plain(data, sent)
    return _read_markdown(source, data, sent)


def _read_word(data: bytes, sent: Sent) -> Told:
    from planlint import word
    from planlint.consult.answers.form import is_form, read_form
    from planlint.consult.answers.letter import read_letter
    from planlint.consult.answers.version import find_version
    from planlint.recognise.control import title_paragraph
    from planlint.recognise.papers import is_paper

    returned = word.read_returned(data)
    if is_form(returned.final):
        return read_form(returned.final, sent, returned)
    if is_own(data) or is_paper(title_paragraph(returned.final.body)):
        raise own_report()
    return find_version(returned, sent) or read_letter(returned.final, sent, returned)


def _read_workbook(data: bytes, sent: Sent) -> Told:
    from planlint import sheets
    from planlint.consult.answers.form import read_form_sheets

    told = read_form_sheets(sheets.read(data), sent)
    if told is None:
        raise no_form()
    return told


def _read_markdown(source: Source, data: bytes, sent: Sent) -> Told:
    from planlint.consult.answers.letter import read_letter
    from planlint.consult.answers.version import find_version

    document = read_document(source, data, "final")
    return find_version(Returned(document, document, ()), sent) or read_letter(document, sent)


def _read_plain(data: bytes, sent: Sent) -> Told:
    from planlint.consult.answers.letter import plain_document, read_letter

    return read_letter(plain_document(_decoded(data)), sent)


def _decoded(data: bytes) -> str:
    """The text in UTF-8 or UTF-16 as its first bytes tell, else as Windows writes Swedish. Raises InputError."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise no_text()
