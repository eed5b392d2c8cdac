"""What the window asks about issuing papers: runs that wait, and what became of their sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ui.source.forms import Option
from ui.source.papers import Tell


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A print run that waits for an answer: its key, name, and how many sheets are not entered.

    ``design`` is what they were drawn with, ``blanks`` the kind of blank they go on.
    """

    id: int
    name: str
    waiting: int
    design: str
    blanks: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a person held against a paper: a sentence, and whether the paper stands."""

    sentence: str
    good: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """Papers as a person is filling them in, before any number is taken.

    ``people`` are keys of people, in the order of the numbers; ``day`` the day of issue. Of a
    class they are keys of its trainees, and ``training`` is the class. ``reissue_of`` is the key
    of a paper that is given again, ``why`` the reason; then nobody is chosen.
    """

    design: str
    people: tuple[int, ...]
    first: int
    day: date
    merit: str
    decision: str = ""
    blanks: str = ""
    training: int = 0
    reissue_of: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClassDue:
    """Who of a class is due a paper: the class's name, its trainees' keys, and what is certified.

    ``options`` are these trainees to be chosen among; ``rule`` is what was asked of them, in words;
    ``failing`` counts those who have not passed, ``given`` those who hold a number already.
    """

    id: int
    name: str
    trainees: tuple[int, ...]
    merit: str
    decision: str
    failing: int
    given: int = 0
    options: tuple[Option, ...] = ()
    rule: str = ""

    @property
    def others(self) -> int:
        """How many trainees get no paper now."""
        return self.failing + self.given


@dataclass(frozen=True, slots=True)
class Look:
    """How a draft would come out: its pages, what is wrong with it, and whether it may go on."""

    pdf: bytes
    flaws: tuple[str, ...] = ()
    stops: bool = False


class IssuingSource(Protocol):
    """Issues papers; all methods are called off the window's thread."""

    def open_runs(self) -> Sequence[RunFacts]:
        """The runs that wait for an answer."""

    def run_of(self, paper: int) -> RunFacts | None:
        """The run a held paper is in; nothing once it was answered."""

    def pages(self, run: int, tell: Tell) -> bytes:
        """The sheets of a run that are not entered yet."""

    def confirm(self, run: int, places: Sequence[int], spoilt: int) -> str:
        """Enter sheets by their places among those waiting, from 0; book the spoilt ones.

        Returns:
            A sentence that tells what was entered.
        """

    def release(self, run: int) -> str:
        """Give back the numbers that were not printed; tell what became of them."""

    def leaving(self, run: int, where: str) -> None:
        """Tell in the history that sheets of a run leave the program; asked before they do."""

    def hand_over(self, paper: int) -> str:
        """Note that a paper was taken by its receiver today; can be undone."""

    def designs(self) -> Sequence[str]:
        """The designs there are."""

    def blanks(self) -> Sequence[tuple[str, int]]:
        """The kinds of blanks with how many sheets are left."""

    def next_number(self, design: str, day: date) -> int:
        """The number that would come next."""

    def people(self, words: str) -> Sequence[Option]:
        """People found by words."""

    def class_due(self, training: int) -> ClassDue:
        """Who of a class is due a paper.

        Raises:
            UserError: nobody is.
        """

    def class_papers(self, training: int) -> ClassDue:
        """Who of a class is due a paper, nobody perhaps."""

    def picture(self, draft: Draft, *, test: bool) -> bytes:
        """The sheets of a draft, without looking for flaws; a test one has no number and no code.

        Nothing is taken or written.
        """

    def leaving_test(self, draft: Draft, where: str) -> None:
        """Tell in the history that a test sheet leaves the program; asked before it does."""

    def look(self, draft: Draft, tell: Tell) -> Look:
        """Draw a draft; no number is taken."""

    def hold(self, draft: Draft, tell: Tell, *, clock_is_right: bool) -> RunFacts:
        """Take the numbers of a draft, with its sheets.

        Raises:
            UserError: the numbers are taken.
            ClockBehind: the machine's clock is behind; ask a person.
        """

    def verify(self, code: str, name: str, key: str) -> Checked:
        """Hold a code against a name."""
