"""Stores a form; where somebody stored it meanwhile, both values stand side by side first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Signal

from ui.form.body import FormBody
from ui.form.checking import Checking
from ui.form.draft_offer import told
from ui.grid.merging import differences, merged
from ui.source import Difference, FormSource, Loaded, Overtaken
from ui.tasks import Runner


class Saving(QObject):
    """The way of one form into the register.

    Signals: `busy` when it begins and ends, `stored` with the record's key, `refused` with an
    error, `overtaken` with a sentence and the differences to choose from.
    """

    busy = Signal(bool)
    stored = Signal(int)
    refused = Signal(object)
    overtaken = Signal(str, list)

    def __init__(
        self, source: FormSource, runner: Runner, body: FormBody, checking: Checking
    ) -> None:
        super().__init__(body)
        self._source, self._runner = source, runner
        self._body, self._checking = body, checking
        self._identity: int | None = None
        self.loaded = Loaded("", {})
        self._theirs: Loaded | None = None
        self.running = False

    def begin(self, identity: int | None, loaded: Loaded) -> None:
        """Another record is in the form."""
        self._identity, self.loaded, self._theirs = identity, loaded, None
        self.running = False

    def save(self) -> None:
        """Store what is typed; it is right already."""
        values, _unread = self._checking.values()
        rows = self._checking.rows()
        identity, revision = self._identity, self.loaded.revision
        self._set_running(running=True)
        self._runner.run(
            lambda _progress: self._source.save(identity, values, revision, rows),
            self._stored,
            self._not_stored,
        )

    def _set_running(self, *, running: bool) -> None:
        self.running = running
        self.busy.emit(running)

    def _stored(self, identity: int) -> None:
        self._set_running(running=False)
        self._theirs = None
        self.stored.emit(identity)

    def _not_stored(self, error: Exception) -> None:
        self._set_running(running=False)
        if not isinstance(error, Overtaken):
            self.refused.emit(error)
            return
        self._theirs = self._source.load(self._identity)
        who = error.who or "Nơi khác"
        words = (
            f"{who} đã lưu {self._theirs.title} {told(error.when)}, sau khi biểu mẫu này mở ra. "
            "Chữ vừa gõ còn nguyên. Chọn giá trị giữ lại ở từng chỗ rồi lưu."
        )
        self.overtaken.emit(words, list(self._differences(self._theirs)))

    def _differences(self, theirs: Loaded) -> Iterator[Difference]:
        for name in self._body.order:
            if name in self._body.grids:
                grid = self._body.grids[name]
                stored = theirs.rows.get(name, ())
                yield from differences(grid.facts, grid.typed(), stored, everything=False)
                continue
            box = self._body.boxes[name]
            value, problem = box.read()
            now, then = theirs.values.get(name), self.loaded.values.get(name)
            if now != then and (problem is not None or value != now):
                mine = box.editor.text() if problem is not None else box.facts.show(value)
                stored_text = box.facts.show(now)
                yield Difference(name, box.facts.label, mine, stored_text, ours=value != then)

    def settle(self, choice: Mapping[str, bool]) -> Loaded:
        """Put the chosen values upon the record as it is stored now; gives that record."""
        theirs = self._theirs
        assert theirs is not None
        for name, box in self._body.boxes.items():
            if not choice.get(name, True):
                box.editor.put(theirs.values.get(name))
        for name, grid in self._body.grids.items():
            typed, stored = grid.typed(), theirs.rows.get(name, ())
            grid.begin_again(stored, merged(grid.facts, typed, stored, choice))
        self.loaded, self._theirs = theirs, None
        return theirs
