"""Questions that a framework puts to the people who review a plan: nothing that a program could answer."""

from __future__ import annotations

from planlint.model.words import Strict, Words


class Question(Strict):
    """One question, and what it is about."""

    title: Words
    text: Words


class Checklist(Strict):
    """A review checklist. It is put only where `ask` is true, and never decides anything."""

    ask: bool = False
    questions: tuple[Question, ...] = ()

    def asked(self) -> tuple[Question, ...]:
        """The questions, where they are to be put."""
        return self.questions if self.ask else ()
