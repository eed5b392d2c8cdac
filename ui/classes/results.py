"""Results typed down a column: the score with a comma, the grade by the score unless typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.errors import UserError
from models.text import fold
from ui.classes.sheet_paint import NUMBER, paint_number
from ui.looks import look
from ui.source.classes import ClassSheet, ClassSource
from ui.theme.sizes import CAPTION, DENSE, MEDIUM, REGULAR, SEMIBOLD, SMALL, TABLE_HEADER
from ui.theme.theme import theme
from ui.widgets.chip import paint_chip
from ui.widgets.text import restyle

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DISPLAY, EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
ACCESSIBLE, TOOLTIP = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)
NAME, UNIT, SHARE, SCORE, GRADE, RESULT, REASON = range(7)
TITLES = ("Họ và tên", "Đơn vị", "Chuyên cần", "Điểm", "Xếp loại", "Kết quả", "Lý do chưa đạt")
WIDTHS = (180, 140, 92, 72, 110, 118, 220)
"""The least that columns need; where there is no room for all, the units are not shown."""
REASON_LEAST = 150
TYPED = (SCORE, GRADE)
RESULT_LOOKS = {"Đạt": "done", "Không đạt": "failed"}
PADDING = 9
BEGUN = "begun"


class ResultModel(QAbstractTableModel):
    """Scores and grades by trainee; what cannot be read stays in its cell with the reason.

    Signals: `typed` a mapping of trainees to (score, grade); `wrong` a sentence, empty for none.
    """

    typed = Signal(object)
    wrong = Signal(str)

    def __init__(self, source: ClassSource) -> None:
        super().__init__()
        self._source = source
        self.sheet = ClassSheet(0, "")
        self._typed: dict[int, tuple[str, str]] = {}
        self._wrong: dict[tuple[int, int], tuple[str, str]] = {}

    def show(self, sheet: ClassSheet, unsaved: Mapping[int, tuple[str, str]]) -> None:
        """Show a class as it is kept, with what is typed and not kept yet on top of it."""
        same = [seat.id for seat in self.sheet.seats] == [seat.id for seat in sheet.seats]
        if self.sheet.id != sheet.id:
            self._wrong.clear()
        if not same:
            self.beginResetModel()
        self.sheet = sheet
        self._typed = dict(unsaved)
        if not same:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, REASON))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.seats)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role != DISPLAY:
            return None
        return TITLES[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() in TYPED else plain

    def data(self, index: Index, role: int = DISPLAY) -> str | None:
        row, column = index.row(), index.column()
        if role in (DISPLAY, EDIT):
            return self.text(row, column)
        if role == TOOLTIP:
            return self.flaw(row, column) or self.text(row, column)
        if role == ACCESSIBLE:
            told = [self.sheet.seats[row].name, TITLES[column], self.text(row, column) or "trống"]
            return ", ".join([*told, *filter(None, [self.flaw(row, column)])])
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell shows: what was typed there, else what is kept."""
        seat = self.sheet.seats[row]
        if (seat.id, column) in self._wrong:
            return self._wrong[seat.id, column][0]
        score, grade = self._typed.get(seat.id, (seat.score, seat.grade))
        kept = (seat.name, seat.unit, seat.share, score, grade, seat.result, seat.reason)
        return kept[column]

    def flaw(self, row: int, column: int) -> str:
        """Why a cell cannot be kept; empty for a good one."""
        return self._wrong.get((self.sheet.seats[row].id, column), ("", ""))[1]

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or index.column() not in TYPED:
            return False
        self.put(index.row(), index.column(), str(value).strip())
        return True

    def put(self, row: int, column: int, text: str) -> None:
        """Take what was typed into a cell; a score brings its grade along."""
        seat = self.sheet.seats[row]
        self._wrong.pop((seat.id, column), None)
        old_score, old_grade = self._typed.get(seat.id, (seat.score, seat.grade))
        score, grade = old_score, old_grade
        try:
            if column == SCORE:
                score = self._source.read_score(text)
                by_score = not old_grade or old_grade == self._source.grade_of(old_score)
                grade = self._source.grade_of(score) if by_score else old_grade
            else:
                grade = grade_meant(text, self.sheet.grades)
        except UserError as error:
            self._wrong[seat.id, column] = (text, error.message)
        self.dataChanged.emit(self.index(row, SCORE), self.index(row, REASON))
        self.wrong.emit(self.flaw(row, column))
        if (score, grade) != (old_score, old_grade):
            self._typed[seat.id] = (score, grade)
            self.typed.emit({seat.id: (score, grade)})


def grade_meant(text: str, grades: tuple[str, ...]) -> str:
    """The grade that a typed word or its beginning means.

    Raises:
        UserError: none, or more than one.
    """
    wanted = fold(text)
    if not wanted:
        return ""
    exact = [grade for grade in grades if fold(grade) == wanted]
    found = exact or [grade for grade in grades if fold(grade).startswith(wanted)]
    if len(found) != 1:
        raise UserError(f"Xếp loại không có “{text}”. Chọn: {', '.join(grades)}.", "grade", text)
    return found[0]


class ResultDelegate(QStyledItemDelegate):
    """Cells with rules between them; a wrong one is red, the current one has a frame."""

    def __init__(self, view: QTableView, model: ResultModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, box, row, column = theme(), option.rect, index.row(), index.column()
        current = self._view.currentIndex()
        here = (current.row(), current.column()) == (row, column)
        flaw = self._model.flaw(row, column)
        ground = "red_tint" if flaw else "tint" if current.row() == row else "surface"
        painter.fillRect(box, style.colour("surface" if here and not flaw else ground))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), style.colour("line"))
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), style.colour("line"))
        text, place = self._model.text(row, column), box.adjusted(PADDING, 0, -PADDING, 0)
        if column == RESULT and text:
            paint_chip(painter, place.toRectF(), text, look(text, RESULT_LOOKS.get(text, "")))
        else:
            painter.setFont(style.font(SMALL, MEDIUM if column in (NAME, *TYPED) else REGULAR))
            soft = column in (UNIT, SHARE, REASON)
            painter.setPen(style.colour("red_text" if flaw else "text2" if soft else "text"))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, _side(column), shown)
        if here:
            alive = self._view.hasFocus()
            painter.setPen(QPen(style.colour("focus" if alive else "edge"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        restyle(line, k="cell")
        line.setAccessibleName(TITLES[index.column()])
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Only once: a class that is read again must not wipe out what is being typed."""
        if isinstance(editor, QLineEdit) and not editor.property(BEGUN):
            editor.setProperty(BEGUN, True)
            editor.setText(self._model.text(index.row(), index.column()))


class ResultHeading(QHeaderView):
    """Quiet words over the columns; figures have theirs at the right."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style = theme()
        painter.fillRect(rect, style.colour("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line2"))
        painter.setFont(style.font(CAPTION, SEMIBOLD))
        painter.setPen(style.colour("text2"))
        painter.drawText(
            rect.adjusted(PADDING, 0, -PADDING, 0), _side(logicalIndex), TITLES[logicalIndex]
        )


class RowNumbers(QHeaderView):
    """The numbers of the printed sheet."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(NUMBER), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        paint_number(painter, rect, logicalIndex, token="sunken")


def _side(column: int) -> int:
    right = column in (SHARE, SCORE)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class ResultView(QTableView):
    """Typing replaces, F2 or Enter edits, Enter goes down. Signals: `stood` where the cursor is."""

    stood = Signal(str)

    def __init__(self, model: ResultModel) -> None:
        super().__init__()
        self.results = model
        self._begun = 0
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(self, model))
        self.setAccessibleName("Bảng kết quả")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(ResultHeading(self))
        self.setVerticalHeader(RowNumbers(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self._lay_out)
        self._lay_out()

    def _lay_out(self) -> None:
        style = theme()
        self.horizontalHeader().setFixedHeight(style.px(TABLE_HEADER))
        self.verticalHeader().setMinimumSectionSize(style.px(DENSE))
        self.verticalHeader().setDefaultSectionSize(style.px(DENSE))
        widths = [style.px(width) for width in WIDTHS]
        spare = self.viewport().width() - sum(widths)
        self.setColumnHidden(UNIT, spare < 0)
        if spare < 0:
            reason = widths[REASON] + widths[UNIT] + spare
            widths[REASON] = max(reason, style.px(REASON_LEAST))
        else:
            widths[UNIT] += spare
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _moved(self, index: QModelIndex) -> None:
        self.viewport().update()
        if index.isValid():
            told = self.results.data(index, ACCESSIBLE) or ""
            self.stood.emit(f"Ô: {told}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.results.index(0, SCORE))

    def begin(self) -> None:
        """Put the cursor on the first trainee without a score."""
        rows = range(self.results.rowCount())
        if self._begun != self.results.sheet.id and rows:
            self._begun = self.results.sheet.id
            blank = [row for row in rows if not self.results.text(row, SCORE)]
            self.setCurrentIndex(self.results.index(blank[0] if blank else 0, SCORE))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of editing here; the page has F2 too."""
        asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asks and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        resting = self.state() is not QAbstractItemView.State.EditingState
        typed = index.isValid() and index.column() in TYPED and resting
        if typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        elif typed and event.key() == Qt.Key.Key_Delete:
            self.results.put(index.row(), index.column(), "")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the trainee below."""
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        is_enter = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if is_enter and index.row() + 1 < self.results.rowCount():
            self.setCurrentIndex(self.results.index(index.row() + 1, index.column()))
