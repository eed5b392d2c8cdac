"""The sections of a form: heading and hint at the left, fields in twelve columns at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.form.field_box import FieldBox
from ui.form.flow import COLUMNS, rows
from ui.grid.box import GridBox
from ui.reading import Reading
from ui.source import GridFacts, Loaded, SectionFacts, cell_at
from ui.theme.theme import theme
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

HEADING_WIDTH = 168
NARROW = 900
UNBOUNDED = 16_777_215


class FormBody(UprightArea):
    """All fields by name, and the grids whose rows are typed among them.

    Attributes:
        order: names of fields and grids as they are read.
        starts: those of them with which a section begins.
    """

    def __init__(
        self, sections: Sequence[SectionFacts | GridFacts], reading: Reading, within: QWidget
    ) -> None:
        super().__init__(within=within)
        self._reading = reading
        self._sought: FieldBox | None = None
        self.setProperty("k", "surface")
        self.boxes: dict[str, FieldBox] = {}
        self.grids: dict[str, GridBox] = {}
        self.order: list[str] = []
        self.starts: list[str] = []
        self._sections: list[QBoxLayout] = []
        self._headings: list[QWidget] = []
        body = QWidget()
        body.setProperty("k", "surface")
        column = QVBoxLayout(body)
        self.setWidget(body)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(4)
        ruled = False
        for section in sections:
            if isinstance(section, GridFacts):
                column.addSpacing(6)
                column.addWidget(self._rows(section))
                column.addSpacing(10)
                ruled = False
                continue
            if ruled:
                column.addWidget(rule())
                column.addSpacing(8)
            self._add_section(section, column)
            ruled = True
        column.addStretch(1)

    def _rows(self, facts: GridFacts) -> GridBox:
        box = self.grids[facts.name] = GridBox(facts, self._reading)
        box.entered.connect(lambda _name: self._follow(box))
        self.order.append(facts.name)
        self.starts.append(facts.name)
        return box

    def _add_section(self, section: SectionFacts, column: QVBoxLayout) -> None:
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(across)
        across.setSpacing(20)
        heading = QWidget()
        self._headings.append(heading)
        words = QVBoxLayout(heading)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(label(section.title, "strong", wrap=True))
        if section.hint:
            words.addWidget(label(section.hint, "caption", "text2", wrap=True))
        words.addStretch(1)
        across.addWidget(heading)
        grid = QGridLayout()
        across.addLayout(grid, 1)
        self._fill(grid, section)
        self._sections.append(across)

    def _fill(self, grid: QGridLayout, section: SectionFacts) -> None:
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(11)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 24)
        placed = rows(section.fields)
        self.starts.append(section.fields[0].name)
        self._add_guides(grid, len(placed))
        for line, row in enumerate(placed):
            at = 0
            checks_only = all(facts.kind == "yes or no" for facts, _width in row)
            for facts, width in row:
                box = FieldBox(facts, self._reading)
                if checks_only:
                    box.stand_alone()
                self.boxes[facts.name] = box
                self.order.append(facts.name)
                box.setSizePolicy(QSizePolicy.Policy.Ignored, box.sizePolicy().verticalPolicy())
                box.setMinimumWidth(1)
                grid.addWidget(box, line, at, 1, width)
                at += width

    @staticmethod
    def _add_guides(grid: QGridLayout, line: int) -> None:
        """Something in every column: Qt leaves out the gaps of columns that only spans cross."""
        for column in range(COLUMNS):
            guide = QWidget()
            guide.setFixedHeight(0)
            grid.addWidget(guide, line, column)

    def set_narrow(self, *, narrow: bool) -> None:
        """Headings above the fields instead of beside them."""
        direction = QBoxLayout.Direction
        for heading in self._headings:
            heading.setMinimumWidth(0 if narrow else HEADING_WIDTH)
            heading.setMaximumWidth(UNBOUNDED if narrow else HEADING_WIDTH)
        for section in self._sections:
            section.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            section.setSpacing(8 if narrow else 20)

    def _follow(self, box: GridBox) -> None:
        """Bring the cell that has the cursor into sight."""
        cell = box.view.visualRect(box.view.currentIndex())
        inside = self.widget()
        assert inside is not None
        corner = box.view.viewport().mapTo(inside, cell.center())
        self.ensureVisible(corner.x(), corner.y(), 0, cell.height() * 2)

    def go_to(self, place: str) -> None:
        """Put the cursor into a field or cell and bring it into sight."""
        name, row, column = cell_at(place) or (place, 0, "")
        if name in self.grids:
            self.ensureWidgetVisible(self.grids[name], 0, 24)
            self.grids[name].go_to(row, column)
            return
        box = self.boxes[name]
        if self._sought is not None:
            self._sought.removeEventFilter(self)
        self._sought = box
        box.installEventFilter(self)
        self.ensureWidgetVisible(box, 0, 24)
        box.editor.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field grows by the sentence below it."""
        if event.type() == QEvent.Type.Resize and watched is self._sought:
            self._keep_in_sight()
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        """What was gone to stays in sight with its sentence while it has the cursor."""
        box = self._sought
        if box is not None and box.editor.widget.hasFocus():
            self.ensureWidgetVisible(box, 0, 24)

    def record_title(self) -> str:
        """What the record is called by its first field."""
        return next(iter(self.boxes.values())).editor.text().strip()

    def empty(self) -> None:
        """Show nothing, until there is something."""
        for box in self.boxes.values():
            box.editor.put(None)
        for grid in self.grids.values():
            grid.begin(())

    def fill(self, loaded: Loaded, *, stored: bool) -> None:
        """Show a record, with the words of the field that has the cursor chosen."""
        for name, box in self.boxes.items():
            box.editor.put(loaded.values.get(name))
            line = box.editor.widget
            if isinstance(line, QLineEdit) and line.hasFocus():
                line.selectAll()
        for name, grid in self.grids.items():
            grid.begin(loaded.rows.get(name, ()), loaded.lent.get(name, {}))
            grid.line.import_button.setEnabled(stored)

    def staying(self) -> dict[str, object]:
        """What is typed in fields whose words another record after this one begins with."""
        boxes = {name: box for name, box in self.boxes.items() if box.facts.stays}
        return {name: box.editor.value() for name, box in boxes.items() if box.editor.text()}

    def here(self) -> str:
        """Name of the field or cell that has the cursor, empty for none."""
        for grid in self.grids.values():
            if grid.is_here():
                return grid.here()
        boxes = self.boxes.items()
        return next((name for name, box in boxes if box.editor.widget.hasFocus()), "")

    def go_on(self, step: int = 1) -> bool:
        """Go to the next field or grid, or back; tells whether there was one."""
        name, _row, _column = cell_at(self.here()) or (self.here(), 0, "")
        after = self.order.index(name) + step if name else 0
        if not 0 <= after < len(self.order):
            return False
        self.go_to(self.order[after])
        return True

    def go_part(self, step: int) -> None:
        """Go to the beginning of the next section, or of this one and those before, and round."""
        name, _row, _column = cell_at(self.here()) or (self.here(), 0, "")
        at = self.order.index(name) if name else -1
        places = sorted(map(self.order.index, self.starts), reverse=step < 0)
        target = next((one for one in places if (one - at) * step > 0), places[0])
        self.go_to(self.order[target])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_narrow(narrow=self.width() * 100 // theme().text_size < NARROW)
        super().resizeEvent(event)
        self._keep_in_sight()  # the strip above all fields takes its room
