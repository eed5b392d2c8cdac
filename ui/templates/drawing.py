"""The layers of a design as pictures: drawn by the engine off the window's thread, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QSize, Signal
from PySide6.QtGui import QPixmap

from ui.paper.pdf import Pdf
from ui.source.templates import TemplateSource, View
from ui.tasks import Runner

if TYPE_CHECKING:
    from printing.certificate.layers import Box, Words
    from printing.certificate.template import Template

GROUND, OTHERS, CHOSEN = range(3)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be seen: a design, the element in hand, and how it is looked at."""

    template: Template
    chosen: int
    view: View


class Drawing(QObject):
    """Shows the newest wish as soon as the engine has drawn it.

    Signals: `drawn` when there is something new to show, `failed` with an error.
    """

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, source: TemplateSource, runner: Runner) -> None:
        super().__init__()
        self._source, self._runner = source, runner
        self._wish: Wish | None = None
        self._busy = self._closed = False
        self.shown: Wish | None = None
        self.boxes: Sequence[Box] = ()
        self.flaws: Sequence[str] = ()
        self._ground: Pdf | None = None
        self._words: Pdf | None = None
        self._pictures: dict[int, QPixmap] = {}

    @property
    def idle(self) -> bool:
        """Whether what is shown is what was wished for last."""
        return not self._busy and self.shown == self._wish

    def want(self, wish: Wish) -> None:
        """Draw this next; wishes that came meanwhile are left out."""
        self._wish = wish
        if not self._busy and wish != self.shown:
            self._begin(wish)

    def _begin(self, wish: Wish) -> None:
        self._busy = True
        anew = self.shown is None or _ground_of(self.shown) != _ground_of(wish)
        source = self._source
        self._runner.run(
            lambda _tell: (
                source.ground(wish.template, wish.view) if anew else b"",
                source.words(wish.template, wish.chosen, wish.view),
            ),
            lambda made: self._take(wish, *made),
            self._not_drawn,
        )

    def _take(self, wish: Wish, ground: bytes, words: Words) -> None:
        self._busy = False
        if self._closed:
            return
        if ground:
            self._ground = _exchanged(self._ground, ground)
            self._pictures.pop(GROUND, None)
        self._words = _exchanged(self._words, words.pdf)
        for layer in (OTHERS, CHOSEN):
            self._pictures.pop(layer, None)
        self.shown, self.boxes, self.flaws = wish, words.boxes, words.flaws
        if self._wish is not None and self._wish != wish:
            self._begin(self._wish)
        self.drawn.emit()

    def _not_drawn(self, error: Exception) -> None:
        self._busy = False
        if not self._closed:
            self.shown = self._wish
            self.failed.emit(error)

    def redraw(self) -> None:
        """Draw everything anew: pictures of the office are others."""
        self.shown = None
        if self._wish is not None:
            self.want(self._wish)

    def picture(self, layer: int, size: QSize, ratio: float) -> QPixmap | None:
        """A layer at a size in logical pixels; nothing before it was drawn once."""
        pdf = self._ground if layer == GROUND else self._words
        if pdf is None:
            return None
        pixels = size * ratio
        found = self._pictures.get(layer)
        if found is None or found.size() != pixels:
            found = QPixmap.fromImage(pdf.clear(max(layer - 1, 0), pixels))
            self._pictures[layer] = found
        found.setDevicePixelRatio(ratio)
        return found

    def shift(self, template: Template, chosen: int) -> QPointF:
        """How far the element in hand was moved since it was drawn, in millimetres."""
        shown = self.shown
        if shown is None or shown.chosen != chosen or not 0 <= chosen < len(template.elements):
            return QPointF()
        if chosen >= len(shown.template.elements):
            return QPointF()
        now, before = template.elements[chosen], shown.template.elements[chosen]
        return QPointF(now.x - before.x, now.y - before.y)

    def close(self) -> None:
        """Let the pages go; nothing is shown afterwards."""
        self._closed = True
        for pdf in (self._ground, self._words):
            if pdf is not None:
                pdf.close()
        self._ground = self._words = None


def _ground_of(wish: Wish) -> tuple[Template, bool]:
    """What the ground of a wish is made of."""
    bare = replace(wish.template, elements=(), name="", version=0, origin="")
    return bare, wish.view.on_blank


def _exchanged(before: Pdf | None, content: bytes) -> Pdf:
    if before is not None:
        before.close()
    return Pdf(content)
