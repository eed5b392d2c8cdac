"""One value of a field for all selected records of a list: asked for above it, then wished."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.pages.list_pane import ListPane
from ui.pages.wishes import Wishes
from ui.source import FieldFacts, FormSource, Row, SectionFacts


class ManyValues(QObject):
    """Brings the field of the form above the list, and the focus back to the list."""

    def __init__(self, pane: ListPane, form: FormSource | None, wishes: Wishes) -> None:
        super().__init__(pane)
        self._pane, self._form, self._wishes = pane, form, wishes
        self._identities: tuple[int, ...] = ()
        pane.bars.setting.connect(self._ask)
        pane.bars.value.given.connect(self._give)

    def ask(self) -> None:
        """Ask for the field that is set most; nothing where fewer than two are selected."""
        settable = self._pane.facts.settable
        if settable and self._pane.table.chosen.count() > 1:
            self._ask(settable[0][0])

    def _ask(self, name: str) -> None:
        sections = self._form.sections if self._form is not None else ()
        fields = [
            field for one in sections if isinstance(one, SectionFacts) for field in one.fields
        ]
        facts = next(field for field in fields if field.name == name)
        self._pane.table.chosen.gather(partial(self._begin, facts))

    def _begin(self, facts: FieldFacts, rows: Sequence[Row]) -> None:
        self._identities = tuple(row.id for row in rows)
        many = f"{len(rows):,}".replace(",", ".")
        self._pane.bars.ask_value(facts, f"{many} {self._pane.facts.noun}")

    def _give(self, name: str, value: object) -> None:
        self._wishes.given(self._identities, name, value)
        self.stop()

    def stop(self) -> bool:
        """Ask no more; tells whether a value was being asked for."""
        asking = self._pane.bars.is_setting()
        if asking:
            self._pane.bars.stop_setting()
            self._pane.table.setFocus()
        return asking
