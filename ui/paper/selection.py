"""What a person chose to print, without any widget: which papers, of what, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ui.source import PaperFacts, PaperWish, Query


class Scope(StrEnum):
    """Which records a paper made of one is printed for."""

    CURRENT = "current"
    SELECTED = "selected"
    LIST = "list"
    PICKED = "picked"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where printing was asked for: the list on the screen and what was selected in it.

    ``current`` is the key of the current record, 0 for none; ``selected`` are the keys where
    several rows were; ``total`` is how many the list has, where that is known.
    """

    register: str
    query: Query = field(default_factory=Query)
    current: int = 0
    selected: tuple[int, ...] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one paper."""

    scope: Scope = Scope.CURRENT
    picked: tuple[int, ...] = ()
    as_of: date | None = None
    blank: bool = False


class Selection:
    """Papers that are checked, the one that is marked, and the options of each."""

    def __init__(self, papers: Sequence[PaperFacts], ground: Ground, marked: str = "") -> None:
        self.papers, self.ground = tuple(papers), ground
        known = [paper.id for paper in papers]
        self.marked = marked if marked in known else next(iter(known), "")
        self._checked = {self.marked}
        self._follows = True
        first = Options(self.scopes()[0] if self.scopes() else Scope.PICKED)
        self._options = dict.fromkeys(known, first)

    def scopes(self) -> tuple[Scope, ...]:
        """Return the scopes there are, the most likely first."""
        ground = self.ground
        found = []
        if len(ground.selected) > 1:
            found.append(Scope.SELECTED)
        if ground.current:
            found.append(Scope.CURRENT)
        if ground.total != 0:
            found.append(Scope.LIST)
        return tuple(found)

    def paper(self, name: str = "") -> PaperFacts:
        """Return a paper by its id, or the marked one."""
        return next(paper for paper in self.papers if paper.id == (name or self.marked))

    def checked(self, name: str) -> bool:
        """Whether a paper is printed."""
        return name in self._checked

    def mark(self, name: str) -> None:
        """Look at a paper; until somebody checks papers, the one looked at is the one printed."""
        if self._follows:
            self._checked = {name}
        self.marked = name

    def check(self, name: str, *, on: bool) -> None:
        """Print a paper with the others, or leave it out."""
        self._follows = False
        self._checked = self._checked | {name} if on else self._checked - {name}

    def options(self, name: str = "") -> Options:
        """Return the options of a paper, or of the marked one."""
        return self._options[name or self.marked]

    def change(self, options: Options) -> None:
        """Give the marked paper other options."""
        self._options[self.marked] = options

    def change_day(self, day: date | None) -> None:
        """Count the marked paper on a day."""
        self.change(replace(self.options(), as_of=day))

    def wish(self, name: str) -> PaperWish:
        """Return what is asked of the register for a paper."""
        paper, options, ground = self.paper(name), self._options[name], self.ground
        if options.blank:
            return PaperWish(ground.register, name, as_of=options.as_of, blank=True)
        one = PaperWish(ground.register, name, ground.query, (), options.as_of)
        if not paper.each:
            return replace(one, identities=ground.selected)
        return replace(one, identities=self._identities(options))

    def _identities(self, options: Options) -> tuple[int, ...]:
        return {
            Scope.CURRENT: (self.ground.current,),
            Scope.SELECTED: self.ground.selected,
            Scope.LIST: (),
            Scope.PICKED: options.picked,
        }[options.scope]

    def lacks_records(self, name: str) -> bool:
        """Whether nobody has said yet which records a paper is printed for."""
        options = self._options[name]
        nobody = options.scope is Scope.PICKED and not options.picked
        return bool(self.paper(name).each) and nobody and not options.blank

    def wanted(self) -> list[tuple[PaperFacts, PaperWish]]:
        """Return the papers to be printed, in their order, with what each asks."""
        return [
            (paper, self.wish(paper.id))
            for paper in self.papers
            if paper.id in self._checked and not self.lacks_records(paper.id)
        ]
