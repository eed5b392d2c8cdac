"""A design while it is being changed: as it is now, and the way back and forth between its states.

Nothing here knows a window: what a person does to a design is tried without one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from printing.certificate.template import Element, Template

MOST_STATES = 200
NOTHING = -1


class Work:
    """The states of one design, and which of its elements is in hand.

    Attributes:
        template: as it is now.
        saved: as it is kept.
        chosen: place of the element in hand, or NOTHING.
    """

    def __init__(self, template: Template) -> None:
        self.template = self.saved = template
        self.chosen = NOTHING
        self._past: list[Template] = []
        self._future: list[Template] = []
        self._strand = ""

    @property
    def dirty(self) -> bool:
        """Whether it is otherwise than it is kept."""
        return self.template != self.saved

    @property
    def element(self) -> Element | None:
        """The element in hand."""
        elements = self.template.elements
        return elements[self.chosen] if 0 <= self.chosen < len(elements) else None

    @property
    def turns(self) -> tuple[bool, bool]:
        """Whether something can be undone, and done again."""
        return bool(self._past), bool(self._future)

    def choose(self, place: int) -> None:
        """Take another element in hand; what is done next is a state of its own."""
        self.chosen = place if 0 <= place < len(self.template.elements) else NOTHING
        self._strand = ""

    def put(self, template: Template, strand: str = "") -> None:
        """Go on to another state; those of one strand after another are one step back."""
        if template == self.template:
            return
        if not strand or strand != self._strand:
            self._past = [*self._past[1 - MOST_STATES :], self.template]
        self._future, self._strand = [], strand
        self.template = template
        self.choose_within()

    def set(self, strand: str = "", **values: Any) -> None:  # noqa: ANN401 - an element's values
        """Give the element in hand other values."""
        if self.element is not None:
            self.put(with_element(self.template, self.chosen, replace(self.element, **values)),
                     strand)  # fmt: skip

    def add(self, element: Element) -> None:
        """Add an element on top, and take it in hand."""
        self.put(replace(self.template, elements=(*self.template.elements, element)))
        self.choose(len(self.template.elements) - 1)

    def remove(self) -> None:
        """Take the element in hand out."""
        elements, at = self.template.elements, self.chosen
        if self.element is not None:
            self.put(replace(self.template, elements=elements[:at] + elements[at + 1 :]))
            self.choose(min(at, len(self.template.elements) - 1))

    def take_version(self, kept: Template) -> None:
        """What is kept has this version; all states are of it from now on."""

        def of_it(one: Template) -> Template:
            return replace(one, name=kept.name, version=kept.version)

        self._past, self._future = [*map(of_it, self._past)], [*map(of_it, self._future)]
        self.template, self.saved, self._strand = of_it(self.template), kept, ""

    def cut(self) -> None:
        """End a strand: what is done next is a step of its own."""
        self._strand = ""

    def undo(self) -> bool:
        """Go one state back; tell whether there was one."""
        return self._turn(self._past, self._future)

    def redo(self) -> bool:
        """Go one state on; tell whether there was one."""
        return self._turn(self._future, self._past)

    def _turn(self, source: list[Template], target: list[Template]) -> bool:
        if not source:
            return False
        target.append(self.template)
        self.template, self._strand = source.pop(), ""
        self.choose_within()
        return True

    def choose_within(self) -> None:
        """Hold nothing that is not there any more."""
        if self.chosen >= len(self.template.elements):
            self.chosen = NOTHING


def with_element(template: Template, place: int, element: Element) -> Template:
    """Return a design with another element in a place."""
    elements = template.elements
    return replace(template, elements=(*elements[:place], element, *elements[place + 1 :]))
