"""Stores a form; where somebody stored it meanwhile, both values stand side by side first."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.form.body import FormBody
from ui.form.checking import Checking
from ui.form.draft_offer import told
from ui.grid.merging import differences, merged
from ui.reading import Reading
from ui.source import Difference, FormSource, Loaded, Option, Overtaken
from ui.tasks import Progress, Runner

LONGEST_S = 10.0
"""So long the end of the program waits for a save."""


class Saving(QObject):
    """The way of one form into the register.

    Signals: `wrong` with the first place that keeps it from being stored, `stored` with the
    record's key, `refused` with an error, `overtaken` with a sentence
    and the differences to choose from.
    """

    wrong = Signal(str)
    stored = Signal(int)
    refused = Signal(object)
    overtaken = Signal(str, list)

    def __init__(
        self,
        source: FormSource,
        runner: Runner,
        body: FormBody,
        checking: Checking,
        reading: Reading,
    ) -> None:
        super().__init__(body)
        self._source, self._runner, self._reading = source, runner, reading
        self._body, self._checking = body, checking
        self._identity: int | None = None
        self.loaded = Loaded("", {})
        self._theirs: Loaded | None = None
        self._over = threading.Event()
        self._over.set()
        self._is_stored = False

    def begin(self, identity: int | None, loaded: Loaded) -> None:
        """Another record is in the form."""
        self._identity, self.loaded, self._theirs = identity, loaded, None

    def save(self) -> None:
        """Check what is typed, and store it if it is right."""
        self._is_stored = False
        self._checking.look(self._checked)

    def _checked(self, fine: bool) -> None:
        if fine:
            self._store()
        else:
            self.wrong.emit(self._checking.wrong()[0])

    def _store(self) -> None:
        values, _unread = self._checking.values()
        rows = self._checking.rows()
        identity, revision = self._identity, self.loaded.revision
        self._over.clear()

        def store(_progress: Progress) -> int:
            try:
                key = self._source.save(identity, values, revision, rows)
                self._is_stored = True
            finally:
                self._over.set()
            return key

        self._runner.run(store, self._stored, self._not_stored)

    def ended_well(self) -> bool:
        """Wait for a save that is on its way; tells whether the last one was stored."""
        return self._over.wait(LONGEST_S) and self._is_stored

    def _stored(self, identity: int) -> None:
        self._theirs = None
        self.stored.emit(identity)

    def _not_stored(self, error: Exception) -> None:
        if not isinstance(error, Overtaken):
            self.refused.emit(error)
            return
        borrowed = {
            name: [row.linked for row in grid.typed().rows if row.linked is not None]
            for name, grid in self._body.grids.items()
        }
        self._reading.ask(
            partial(self._source.load, self._identity, borrowed), partial(self._compare, error)
        )

    def _compare(self, error: Overtaken, theirs: Loaded) -> None:
        self._theirs = theirs
        who = error.who or "Nơi khác"
        words = (
            f"{who} đã lưu {theirs.title} {told(error.when)}, sau khi biểu mẫu này mở ra. "
            "Chữ vừa gõ còn nguyên. Chọn giá trị giữ lại ở từng chỗ rồi lưu."
        )
        self.overtaken.emit(words, list(self._differences(theirs)))

    def _differences(self, theirs: Loaded) -> Iterator[Difference]:
        for name in self._body.order:
            if name in self._body.grids:
                grid = self._body.grids[name]
                rows = theirs.rows.get(name, ())
                yield from differences(grid.facts, grid.typed(), rows, everything=False)
                continue
            box = self._body.boxes[name]
            value, problem = box.read()
            stored = theirs.values.get(name)
            mine, now, then = map(_meant, (value, stored, self.loaded.values.get(name)))
            if now != then and (problem is not None or mine != now):
                text = box.editor.text() if problem is not None else box.facts.show(value)
                stored_text = box.facts.show(stored)
                yield Difference(name, box.facts.label, text, stored_text, ours=mine != then)

    def settle(self, choice: Mapping[str, bool]) -> Loaded:
        """Put the chosen values upon the record as it is stored now; gives that record."""
        theirs = self._theirs
        assert theirs is not None
        for name, box in self._body.boxes.items():
            if not choice.get(name, True):
                box.editor.put(theirs.values.get(name))
        for name, grid in self._body.grids.items():
            typed, stored = grid.typed(), theirs.rows.get(name, ())
            lent = theirs.lent.get(name, {})
            grid.begin_again(stored, merged(grid.facts, typed, stored, choice, lent), lent)
        self.loaded, self._theirs = theirs, None
        self._checking.begin(theirs.values)
        return theirs


def _meant(value: object) -> object:
    """What tells a value from another: of a record that was chosen, its key alone."""
    return value.value if isinstance(value, Option) else value
