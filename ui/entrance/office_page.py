"""Where the office is: a province, then its commune, and at once the head of every paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models import units
from models.catalogues import catalogue
from models.clock import today
from models.errors import UserError
from models.text import fold
from ui.entrance.fields import Labelled
from ui.entrance.letterhead import Letterhead
from ui.form.pick_field import PickField
from ui.source import ColumnFacts, MemorySettings, Option, Order, Query, Row
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.fields import SearchField
from ui.widgets.text import label, surface

TITLE = "Đơn vị của anh, chị ở đâu?"
HINT = "Tên đơn vị sẽ in trên mọi giấy tờ. Đổi lại được trong Thiết lập."
ROWS_SHOWN = 3
USUAL = {"xã": "Ấp", "phường": "Khu phố", "đặc khu": "Khu phố"}
NO_PLACE = "Chưa nhập địa danh."
NO_KIND = "Chọn một từ trong danh sách, hoặc để trống."
LIST_HEIGHT = 34 + ROWS_SHOWN * 32 + 2


def upper_first(text: str) -> str:
    """A text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


class CommuneRows:
    """The communes of one province that hold the words searched for, as a list source."""

    columns = (
        ColumnFacts("name", "Xã, phường, đặc khu", 5, sortable=False),
        ColumnFacts("kind", "Loại", 0.6, sortable=False),
    )

    def __init__(self) -> None:
        self.units: tuple[units.Commune, ...] = ()

    def found(self, query: Query) -> list[tuple[int, units.Commune]]:
        """Those that match; names that begin with the words first."""
        words = fold(query.search)
        matching = [
            (at, unit)
            for at, unit in enumerate(self.units, start=1)
            if all(word in fold(unit.full_name) for word in words.split())
        ]
        if not words:
            return matching
        return sorted(matching, key=lambda one: not fold(one[1].name).startswith(words))

    def count(self, query: Query) -> int:
        """How many match."""
        return len(self.found(query))

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """A part of those that match."""
        part = self.found(query)[offset : offset + limit]
        return [Row(at, (upper_first(unit.full_name), upper_first(unit.kind))) for at, unit in part]

    def position(self, query: Query, identity: int) -> int:
        """Where one stands."""
        keys = [at for at, _unit in self.found(query)]
        return keys.index(identity) if identity in keys else -1

    def interrupt(self) -> None:
        """Nothing runs long enough."""


class OfficePage(QWidget):
    """`chosen` when there is a commune or none any more; Enter goes on.

    `restoring` and `looking` are wished instead of making a register.
    """

    LOOK = "Xem thử với số liệu bịa"
    chosen = Signal(bool)
    finished = Signal()
    restoring = Signal()
    looking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        options = [Option(one, upper_first(one.full_name)) for one in units.provinces()]
        self.province = PickField(options)
        self.province_box = Labelled("Tỉnh, thành phố", self.province, needed=True)
        self.search = SearchField("Gõ tên, không cần dấu", "")
        self.search_box = Labelled("Xã, phường, đặc khu", self.search, needed=True)
        self.rows = CommuneRows()
        model = ListModel(self.rows, Inline(self.rows), today, self)
        self.table = ListTable("communes", model, MemorySettings())
        self.table.setFixedHeight(LIST_HEIGHT)
        self.table.setAccessibleName("Xã, phường, đặc khu")
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing to choose from yet
        self.area_kind = PickField([Option(word, word) for word in catalogue("area_kinds").words()])
        self.area_box = Labelled(
            "Đơn vị dân cư gọi là", self.area_kind, "Ấp, thôn, khóm, tổ dân phố…"
        )
        self.place_name = QLineEdit()
        self.place_box = Labelled("Địa danh ghi trên văn bản", self.place_name)
        self.restore_button = button("Phục hồi từ USB…", "link", done=self.restoring.emit)
        self.look_button = button(self.LOOK, "link", done=self.looking.emit)
        self.letterhead = Letterhead()
        self.commune: units.Commune | None = None
        self._build()
        self._connect()
        self.setFocusProxy(self.province)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        across = QHBoxLayout()
        column.addLayout(across)
        across.setSpacing(20)
        across.addWidget(self.province_box, 1)
        across.addWidget(self.search_box, 1)
        card = surface("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addWidget(card)
        more = QHBoxLayout()
        column.addLayout(more)
        more.setSpacing(20)
        for box in (self.area_box, self.place_box):
            holder = QVBoxLayout()
            more.addLayout(holder, 1)
            holder.addWidget(box)
            holder.addStretch(1)
        well = surface("well")
        words = QVBoxLayout(well)
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(8)
        words.addWidget(label("Đầu trang khi in", "header"))
        words.addWidget(self.letterhead)
        column.addWidget(well)
        column.addStretch(1)
        self._otherwise(column)

    def _otherwise(self, column: QVBoxLayout) -> None:
        """The two ways past making a register, at the foot."""
        lines = QVBoxLayout()
        column.addLayout(lines)
        lines.setSpacing(4)
        ways = (
            ("usb-flash-drive-outline", "Đã có bản sao lưu trên USB?", self.restore_button),
            ("eye-outline", "Muốn xem phần mềm trước?", self.look_button),
        )
        for icon, words, act in ways:
            part = QHBoxLayout()
            lines.addLayout(part)
            part.setSpacing(8)
            part.addWidget(IconMark(icon, "text2", 16))
            part.addWidget(label(words, "small", "text2"))
            part.addWidget(act)
            part.addStretch(1)

    def _connect(self) -> None:
        self.province.picked.connect(lambda _option: self._province_chosen())
        self.province.editingFinished.connect(self._province_chosen)
        self.search.searched.connect(self._search)
        self.search.left_downward.connect(self._downward)
        self.table.chosen.picked.connect(self._commune_chosen)
        self.table.opened.connect(lambda _key: self.finished.emit())

    def place(self) -> tuple[str, str]:
        """Province and commune, by their full names; empty where not chosen yet."""
        option = self.province.chosen()
        province = option.value.full_name if option is not None else ""  # type: ignore[attr-defined]
        return province, self.commune.full_name if self.commune is not None else ""

    def words(self) -> tuple[str, str]:
        """What the residential units are called, and the place as papers name it."""
        option = self.area_kind.chosen()
        return option.text if option is not None else "", self.place_name.text().strip()

    def check(self) -> bool:
        """Whether the words that have to be there are, each as it can be."""
        strange = bool(self.area_kind.text().strip()) and self.area_kind.chosen() is None
        missing = not self.place_name.text().strip()
        self.area_box.say(NO_KIND if strange else "")
        self.place_box.say(NO_PLACE if missing else "")
        if strange or missing:
            (self.area_kind if strange else self.place_name).setFocus()
        return not strange and not missing

    def _fill_words(self, unit: units.Commune) -> None:
        """Begin with what is usual there: a xã has ấp or thôn, a phường has khu phố."""
        self.place_name.setText(unit.place_name)
        self.place_box.say()
        if not self.area_kind.text() or self.area_kind.text() in USUAL.values():
            word = USUAL.get(unit.kind, "Ấp")
            self.area_kind.put(Option(word, word))

    def _province_chosen(self) -> None:
        wrong = self._put_right()
        province = self._province()
        self.province_box.say(wrong)
        found = units.communes(province.code) if province is not None else ()
        if found == self.rows.units:
            return
        self.rows.units = found
        self.search.clear()
        self._search("")

    def _province(self) -> units.Province | None:
        option = self.province.chosen()
        return option.value if option is not None else None  # type: ignore[return-value]

    def _put_right(self) -> str:
        """Turn an old or short name into the province's own; else say why it is none."""
        text = self.province.text()
        if self._province() is not None or not text.strip():
            return ""
        try:
            unit = units.find_province(text).unit
        except UserError as error:
            return error.message
        self.province.put(Option(unit, upper_first(unit.full_name)))
        return ""

    def _search(self, words: str) -> None:
        self.table.ask(Query(words))
        self.table.head.order = Order()  # one order only, so no arrow that tells of it
        many = self.table.list_model.rowCount()
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if many else Qt.FocusPolicy.NoFocus)
        # The row that is current may be the one that was: then the list itself tells nothing.
        self._commune_chosen(self.table.chosen.identity() if many else 0)
        none = bool(words.strip()) and not many
        self.search_box.say(f"Không có xã, phường nào khớp “{words}”." if none else "")

    def _downward(self) -> None:
        """Enter takes the first commune found; the arrow goes into the list."""
        if self.table.list_model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _commune_chosen(self, identity: int) -> None:
        """The list always has a current row; it counts once a person has searched or gone there."""
        meant = bool(self.search.text().strip()) or self.table.hasFocus()
        before = self.commune
        self.commune = self.rows.units[identity - 1] if identity and meant else None
        if self.commune is not None and self.commune is not before:
            self._fill_words(self.commune)
        if not meant:
            self.table.clearSelection()
        province = self._province()
        if province is not None and self.commune is not None:
            self.letterhead.show_lines(*units.police_lines(province, self.commune))
        else:
            self.letterhead.show_lines("", "")
        self.chosen.emit(self.commune is not None)
