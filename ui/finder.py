"""What the find-anything box offers: records found off the window's thread, and commands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from models.text import fold
from ui.actions import ACTS, Act
from ui.source import Desk, Found, ListSource, Query, Row
from ui.table.worker import Asker, Question

MOST_COMMANDS, MOST_PAPERS, LEAST_LETTERS = 4, 4, 2
PAPER, ADD = "paper", "add_record"
PEOPLE, ADD_MEMBER = "people", "add_member"
IN_TEXTS = "in_texts"
"""Looking on in notes and other long texts; the box itself does it."""
UNNAMED = frozenset({"find", "add"})
"""Acts that are not offered under their own words: the box itself, and what it offers by record."""
Told = Callable[[Sequence[Found]], None]


@dataclass(frozen=True, slots=True)
class Here:
    """Where the box was opened: the acts that work there, and the record that is shown."""

    acts: Collection[str] = ()
    register: str = ""
    identity: int = 0
    title: str = ""


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

    def __init__(
        self, desk: Desk, make_asker: Callable[[ListSource], Asker], here: Callable[[], Here]
    ) -> None:
        self._desk, self._here = desk, here
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
                here = self._here()
                told(
                    [
                        *answer,
                        *papers(self._desk, words),
                        *commands(words, here),
                        *creations(self._desk, words),
                        *new_person(self._desk, words, here),
                        *further(words),
                    ]
                )

        self._asker.ask(Question(asked, lambda _source: self._desk.find(words), hear))

    def find_in_texts(self, words: str, told: Told) -> None:
        """Tell what holds the words in a long text; words asked for meanwhile end the search."""
        self._generation += 1
        asked = self._generation

        def hear(answer: object) -> None:
            assert isinstance(answer, Sequence)
            if asked == self._generation:
                told(answer)

        def look(_source: ListSource) -> Sequence[Found]:
            return self._desk.find_in_texts(words, lambda: asked != self._generation)

        self._asker.begin(asked)
        self._asker.ask(Question(asked, look, hear))


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


def commands(words: str, here: Here) -> list[Found]:
    """Acts that work where the box was opened and whose words match."""
    parts = fold(words).split()
    acts = [act for act in ACTS if act.id in here.acts and act.id not in UNNAMED]
    found = [act for act in acts if all(part in fold(act.text) for part in parts)]
    return [_command(act) for act in found][:MOST_COMMANDS]


def creations(desk: Desk, words: str) -> list[Found]:
    """Beginning a record of any register; without words none."""
    parts = fold(words).split()
    found = []
    for one in desk.registers:
        title = f"Thêm {one.facts.noun}"
        if one.facts.can_add and parts and all(part in fold(title) for part in parts):
            found.append(
                Found("Lệnh", title, f"Vào sổ {one.facts.title}", "plus", register=one.facts.name,
                      command=ADD)
            )  # fmt: skip
    return found[:MOST_COMMANDS]


def new_person(desk: Desk, words: str, here: Here) -> list[Found]:
    """Somebody of the name that was typed, in the team that is shown or among the people."""
    name = " ".join(words.split())
    may = any(one.facts.name == PEOPLE and one.facts.can_add for one in desk.registers)
    if not may or len(name) < 2 or not all(part.isalpha() for part in name.split()):
        return []
    title, icon = f"Thêm người mới “{name}”", "account-plus-outline"
    if ADD_MEMBER in here.acts and here.identity:
        command = f"{ADD_MEMBER}:{name}"
        into = f"Vào {here.title} đang mở"
        return [Found("Lệnh", title, into, icon, "", here.register, here.identity, command)]
    return [Found("Lệnh", title, "Vào sổ Người", icon, "", PEOPLE, 0, f"{ADD}:{name}")]


def further(words: str) -> list[Found]:
    """Looking for the words in long texts."""
    sought = " ".join(words.split())
    if len(sought) < LEAST_LETTERS:
        return []
    title, where = f"Tìm “{sought}” trong nội dung", "Ghi chú, kết quả, nhận xét ở mọi sổ"
    return [Found("Lệnh", title, where, "text-search", command=IN_TEXTS)]


def _command(act: Act) -> Found:
    return Found("Lệnh", act.text, act.keys, act.icon or "chevron-right", command=act.id)
