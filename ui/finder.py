"""What the find-anything box offers: records found off the window's thread, and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.text import fold
from ui.actions import ACTS, Act, Scope
from ui.source import Desk, Found, ListSource, Query, Row
from ui.table.worker import Asker, Question

MOST_COMMANDS, MOST_PAPERS = 4, 4
PAPER = "paper"
Told = Callable[[Sequence[Found]], None]


class _Everything:
    """The desk's search as a list source, so that the lists' worker can run it."""

    columns = ()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def count(self, query: Query) -> int:
        return len(self.desk.find(query.search))

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:  # noqa: ARG002
        return []

    def position(self, query: Query, identity: int) -> int:  # noqa: ARG002
        return -1

    def interrupt(self) -> None:
        pass


class Finder:
    """Answers with the newest question's records only."""

    def __init__(self, desk: Desk, make_asker: Callable[[ListSource], Asker]) -> None:
        self._desk = desk
        self._asker = make_asker(_Everything(desk))
        self._generation = 0

    def find(self, words: str, told: Told) -> None:
        """Tell what matches: records first, then papers and commands.

        An answer to older words may be on its way still: nobody hears it, or Enter would take it.
        """
        self._generation += 1
        asked = self._generation
        self._asker.begin(asked)

        def hear(answer: object) -> None:
            assert isinstance(answer, Sequence)
            if asked == self._generation:
                told([*answer, *papers(self._desk, words), *commands(words)])

        self._asker.ask(Question(asked, lambda _source: self._desk.find(words), hear))


def papers(desk: Desk, words: str) -> list[Found]:
    """Papers of the registers whose titles match; without words none."""
    wanted = fold(words).split()
    found = [
        Found("Giấy tờ", title, one.facts.title, "printer-outline", "In", one.facts.name,
              command=f"{PAPER}:{document}")
        for one in desk.registers
        for document, title in one.facts.prints
        if wanted and all(part in fold(title) for part in wanted)
    ]  # fmt: skip
    return found[:MOST_PAPERS]


def commands(words: str) -> list[Found]:
    """Acts of the window and of lists whose words match."""
    parts = fold(words).split()
    acts = [act for act in ACTS if act.scope in {Scope.WINDOW, Scope.REGISTER} and not act.built_in]
    found = [act for act in acts if all(part in fold(act.text) for part in parts)]
    return [_command(act) for act in found if act.id != "find"][:MOST_COMMANDS]


def _command(act: Act) -> Found:
    return Found("Lệnh", act.text, act.keys, act.icon or "chevron-right", command=act.id)
