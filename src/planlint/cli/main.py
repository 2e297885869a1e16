"""The way in: arguments to exit status, and every kind of trouble to one line."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from planlint.cli.commands import planlint
from planlint.cli.output import complain, speak_utf8
from planlint.cli.speech import language_in
from planlint.cli.status import FINE, INTERRUPTED, UNREADABLE, WRONG_USAGE
from planlint.cli.usage import explain_usage
from planlint.errors import InputError, PlanlintError
from planlint.texts import say


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run planlint with the arguments, the program's own if none are given, and exit with INTERFACE's status."""
    speak_utf8()
    # pydantic would look through every installed package for plugins: time, and code that is none of planlint's
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(50_000, 20, 20)  # starting makes many objects and hardly any garbage: a tenth of the time
    try:
        status = run(sys.argv[1:] if arguments is None else arguments)
    except Exception:  # noqa: BLE001 - asked for by --debug; Python's own way out would give the status of findings
        traceback.print_exc()
        status = UNREADABLE
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run planlint and give its exit status. With `--debug`, an unexpected fault is raised."""
    language = language_in(arguments)
    try:
        status = planlint.main(list(arguments), prog_name="planlint", standalone_mode=False, obj=language)
    except click.ClickException as error:
        complain(explain_usage(error, language))
        return WRONG_USAGE
    except PlanlintError as error:
        complain(error.sv if language == "sv" else error.en)
        return UNREADABLE if isinstance(error, InputError) else WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        if "--debug" in arguments:
            raise
        complain(say("internal-fault", language, what=f"{type(error).__name__}: {error}"))
        return UNREADABLE
    return int(status or FINE)
