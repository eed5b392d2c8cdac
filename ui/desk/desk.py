"""The desk: everything the window can ask of the open register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.registers import REGISTERS
from models.roles import Right
from models.store import undo
from models.store.change import change
from models.store.mentions import mentions
from models.store.opening import the_office
from models.store.query import Listing, Reader
from models.store.session import may, user
from ui.desk.changes import CHANGES, ChangeDetails, ChangeList, told, undo_change
from ui.desk.details import RegisterDetails
from ui.desk.doubles import PeopleDoubles
from ui.desk.drafts import RegisterDrafts
from ui.desk.fields import LOOKED_AT, names, offers
from ui.desk.filters import LATE, filter_facts
from ui.desk.forms import form_of
from ui.desk.lists import RegisterList
from ui.desk.many import set_field, settable
from ui.desk.papers import OfficePapers
from ui.desk.stored_settings import StoredSettings
from ui.desk.trash import TRASH, TrashDetails, TrashList, restore
from ui.desk.unsaved import left_unsaved
from ui.source import Bundle, Found, LeftUnsaved, RegisterFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.register import Register
    from ui.source import PaperFacts, Settings

FOUND, FOUND_IN_BOOK, FOUND_IN_TEXTS = 5, 3, 8
PEOPLE_GROUP, BOOKS_GROUP = "Người", "Sổ"
_SHAPES: dict[str, tuple[str, str, str]] = {
    "areas": ("map-marker-outline", "Danh mục", "Tìm tên địa bàn… không cần gõ dấu"),
    "people": (
        "account-outline",
        "Danh mục",
        "Tìm họ tên, số định danh, điện thoại… không cần gõ dấu",
    ),
    "schemes": ("lightbulb-group-outline", "Sổ đăng ký", "Tìm tên mô hình… không cần gõ dấu"),
    "sites": ("source-branch", "Sổ đăng ký", "Tìm tên điểm… không cần gõ dấu"),
    "teams": ("account-group-outline", "Sổ đăng ký", "Tìm tên tổ, tổ trưởng, ấp… không cần gõ dấu"),
    "members": (
        "account-multiple-outline",
        "Sổ đăng ký",
        "Tìm họ tên, tổ, điện thoại… không cần gõ dấu",
    ),
    "reviews": (
        "check-circle-outline",
        "Sổ đăng ký",
        "Tìm tổ, mô hình, xếp loại… không cần gõ dấu",
    ),
    "activities": ("flag-outline", "Sổ đăng ký", "Tìm nội dung, tổ… không cần gõ dấu"),
    "classes": ("school-outline", "Sổ đăng ký", "Tìm tên lớp, loại, địa điểm… không cần gõ dấu"),
    "trainees": ("account-school-outline", "Sổ đăng ký", "Tìm học viên, đơn vị, lớp…"),
    "issued": ("certificate-outline", "Sổ đăng ký", "Tìm số, họ tên, lớp… không cần gõ dấu"),
    "blanks": ("file-outline", "Danh mục", "Tìm loại phôi, số hiệu… không cần gõ dấu"),
}
_TOGETHER: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Mô hình & tổ tự quản",
        "Mô hình & tổ",
        (("teams", "Theo tổ"), ("schemes", "Theo mô hình")),
    ),
    ("Lớp tập huấn", "Lớp tập huấn", (("classes", "Theo lớp"), ("trainees", "Theo học viên"))),
)
"""Registers that share a place of the left bar: title, short word, views."""
_OWN_ACTS: dict[str, tuple[str, ...]] = {
    "people": ("twins", "join"),
    "teams": ("review", "add_activity", "add_member", "print_members"),
    "schemes": ("review", "add_activity"),
}
OWN_PAGES = ("classes", "issued")
"""Registers whose records have a page of their own."""
_MANY = {"issued": ("hand_over",)}
"""Further acts for several records, of those who issue papers."""
ORDER = (
    "teams", "members", "schemes", "sites", "reviews", "activities", "classes",
    "trainees", "issued", "people", "areas", "blanks",
)  # fmt: skip


def _for_who_erases(facts: RegisterFacts) -> RegisterFacts:
    return replace(facts, own_acts=("erase",)) if may(Right.ERASE) else facts


class OfficeDesk:
    """The open register as the window sees it."""

    def __init__(self) -> None:
        self.office = the_office().name
        self.user = user()
        self.settings: Settings = StoredSettings(f"window.{user()}.")
        self.drafts = RegisterDrafts()
        self._lists = {known.name: RegisterList(known) for known in REGISTERS}
        self.papers = OfficePapers(lambda name, query: self._lists[name].listing(query))
        known = {one.name: one for one in REGISTERS}
        self.registers: Sequence[Bundle] = [self._bundle(known[name]) for name in ORDER]
        self.keeping: Sequence[Bundle] = (
            Bundle(self._with_papers(CHANGES), ChangeList(), ChangeDetails()),
            Bundle(_for_who_erases(TRASH), TrashList(), TrashDetails()),
        )
        self.doubles = PeopleDoubles()

    def _with_papers(self, facts: RegisterFacts) -> RegisterFacts:
        papers = self.papers.papers(facts.name)
        return replace(facts, prints=tuple((paper.id, paper.title) for paper in papers))

    def _bundle(self, register: Register) -> Bundle:
        return Bundle(
            facts_of(register, self.papers.papers(register.name)),
            self._lists[register.name],
            RegisterDetails(register),
            form_of(register) if _may_be_typed(register) else None,
        )

    def unsaved(self) -> Sequence[LeftUnsaved]:
        """Return what was typed and not saved, with its words, the latest first."""
        return left_unsaved(self.drafts.all_kept())

    def remove(self, register: str, identities: Sequence[int]) -> str:
        """Move records to the trash as one change; tell what was removed."""
        known = self._lists[register].register
        model = known.model
        records = list(model.select().where(model.id.in_(list(identities))))
        if not records:
            raise UserError("Không còn gì để xóa.")
        name = records[0].title if len(records) == 1 else f"{len(records)} {model.NOUN}"
        with change(f"Xóa {name}") as work:
            for record in records:
                if not work.is_trashed(record):
                    work.trash(record)
        return f"Đã xóa {name}."

    def set_field(
        self,
        register: str,
        identities: Sequence[int],
        name: str,
        value: object,
        tell: Callable[[int, int, str], None],
    ) -> str:
        """Give many records one value of a field as one change; tell what was done."""
        return set_field(self._lists[register].register, identities, name, value, tell)

    def undo(self) -> str:
        """Undo the last change; tell what, nothing when there is none."""
        if undo.last_change() is None:
            return ""
        return told(undo.undo_last())

    def undo_change(self, identity: int) -> str:
        """Take back one change of the list; tell what."""
        return undo_change(identity)

    def restore(self, identities: Sequence[int]) -> str:
        """Bring back what was deleted; tell what."""
        return restore(identities)

    def next_turns(self) -> tuple[str, str]:
        """Return what undo and redo would take back now; empty for nothing."""
        last, undone = undo.last_change(), undo.last_undo()
        again = undone.title.removeprefix("Hoàn tác: ") if undone is not None else ""
        return last.title if last is not None else "", again

    def redo(self) -> str:
        """Do the last undone change again; tell what, nothing when there is none."""
        if undo.last_undo() is None:
            return ""
        return f"Đã làm lại: {undo.redo_last().title.removeprefix('Hoàn tác: ')}."

    def find(self, words: str) -> Sequence[Found]:
        """Return what matches in any register, people first."""
        if not words.strip():
            return []
        found: list[Found] = []
        for name in ("people", "teams", "schemes", "areas"):
            found += self._find_in(self._lists[name].register, words)
        return found

    def find_in_texts(self, words: str, stopped: Callable[[], bool]) -> Sequence[Found]:
        """Return what holds the words in a note or another long text, under each register."""
        registers = {one.facts.name: self._lists[one.facts.name].register for one in self.registers}
        found = mentions(words, registers.values(), FOUND_IN_TEXTS, stopped)
        return [
            Found(
                registers[one.register].title,
                one.title,
                f"{one.label}: {one.excerpt}",
                _SHAPES[one.register][0],
                register=one.register,
                identity=one.record,
            )
            for one in found
        ]

    def close(self) -> None:
        """Give the lists' connections back; their worker must have stopped. Drafts are written."""
        self.drafts.close()
        for one in self._lists.values():
            one.close()
        self.doubles.close()

    def _find_in(self, register: Register, words: str) -> list[Found]:
        icon, title = _SHAPES[register.name][0], register.title
        if register.name == "people":
            people = offers(register.model, words)[:FOUND]
            return [
                Found(PEOPLE_GROUP, one.text, one.detail, icon, title, register.name, one.value)
                for one in people
                if isinstance(one.value, int)
            ]
        columns = [column.field for column in register.columns if column.share > 0][:3]
        rows = Reader(Listing(register, words)).rows(columns, 0, LOOKED_AT)
        rows = sorted(rows, key=lambda row: not names(row[1], words))[:FOUND_IN_BOOK]
        return [
            Found(
                BOOKS_GROUP, name, " · ".join(filter(None, rest)), icon, title, register.name, key
            )
            for key, name, *rest in rows
        ]


def _may_be_typed(register: Register) -> bool:
    """Tell whether who works now types records of a register; books are written by the program."""
    return may(Right.WRITE) and not register.model.BOOKED


def facts_of(register: Register, papers: Sequence[PaperFacts]) -> RegisterFacts:
    """Return a register's words, shapes and papers."""
    icon, group, hint = _SHAPES[register.name]
    together = next((one for one in _TOGETHER if register.name in dict(one[2])), None)
    title, short, views = together or (register.title, "", ())
    return RegisterFacts(
        name=register.name,
        title=title,
        short=short,
        beside=views,
        noun=register.model.NOUN,
        icon=icon,
        group=group,
        search_hint=hint,
        empty=f"Sổ {title.lower().replace(' & ', ' và ')} còn trống",
        filters=filter_facts(register),
        waits=LATE if register.name == "teams" else "",
        prints=tuple((paper.id, paper.title) for paper in papers),
        has_page=register.name in OWN_PAGES,
        many=_MANY.get(register.name, ()) if may(Right.ISSUE) else (),
        own_acts=_OWN_ACTS.get(register.name, ()) if may(Right.WRITE) else (),
        can_add=may(Right.ISSUE if register.model.BOOKED else Right.WRITE),
        can_import=_may_be_typed(register),
        can_restore=_may_be_typed(register) and may(Right.RESTORE),
        can_edit=_may_be_typed(register),
        settable=settable(register) if _may_be_typed(register) else (),
    )
