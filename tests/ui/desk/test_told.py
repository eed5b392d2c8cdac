"""What the window lets out of the register, and what its list of changes says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.templates import PaperTemplate
from models.roles import Role
from models.store import journal
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place
from models.store.change import change
from models.store.folder import RegisterFolder
from models.store.session import set_user
from models.store.tables import HistoryChange
from printing.certificate.designs import keep, rename
from tests.faults.killing import make_register, open_register
from tests.models.figures.small_register import Small, make
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import CANON, act, leaves
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace, shown
from ui.desk.changes import ChangeDetails, ChangeList
from ui.desk.desk import OfficeDesk
from ui.desk.history import DEEDS
from ui.paper.page import PaperPage
from ui.source import PaperWish, Past, Query

Key = Qt.Key
LONG = 20_000


@pytest.fixture
def small(register: Path) -> Small:
    return make()


def told() -> list[str]:
    """What stands in the history of acts on no record, newest last."""
    rows = HistoryChange.select().where(HistoryChange.kind == "event").order_by(HistoryChange.id)
    return [f"{row.user}: {row.title}" for row in rows]


@pytest.mark.parametrize(
    ("document", "search", "words"),
    [
        ("list-teams", "kẻng", "In Danh sách tổ tự quản (2 tổ) ra tổ.pdf"),
        (
            "scheme-summary",
            "",
            "In Bảng tổng hợp mô hình, tổ tự quản về an ninh, trật tự ra tổ.pdf",
        ),
    ],
)
def test_a_paper_that_leaves_is_told(small: Small, document: str, search: str, words: str) -> None:
    papers = OfficeDesk().papers
    papers.leaving(PaperWish("", document, Query(search=search)), "ra tổ.pdf")
    assert told()[-1].startswith(f"An: {words}")
    papers.leaving(PaperWish("teams", "member-list", identities=(small.nu_1.id,)), "ở máy in X")
    assert told()[-1] == "An: In Danh sách thành viên tổ (1 tổ) ở máy in X"


@pytest.mark.usefixtures("small")
def test_an_empty_form_tells_nothing() -> None:
    before = told()
    OfficeDesk().papers.leaving(PaperWish("teams", "member-list", blank=True), "ra mẫu.pdf")
    assert told() == before


def deeds() -> list[str]:
    """The kinds of deed of the newest change as its details tell them."""
    return [deed.told for deed in newest().deeds]


def newest() -> Past:
    """The newest change as its details tell it."""
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).get()
    detail = ChangeDetails().detail(row.id)
    assert detail is not None
    (tab,) = detail.tabs
    assert tab.past is not None
    past = tab.past(0)
    assert isinstance(past, Past)
    return past


@pytest.mark.usefixtures("register")
def test_a_design_is_told_part_by_part_and_never_as_its_text() -> None:
    first = keep(named(FESTIVE))
    edits = {edit.label: edit.now for edit in newest().deeds[0].edits}
    assert edits["Nội dung mẫu"] == f"{len(first.elements)} phần"
    moved = replace(first.elements[0], x=first.elements[0].x + 1)
    keep(replace(first, elements=(moved, *first.elements[1:])))
    version, part = newest().deeds[0].edits
    assert (version.label, version.was, version.now) == ("Bản", "2", "3")
    assert part.was.startswith("ngang ")
    assert part.was != part.now
    rename(FESTIVE, "Mẫu khác")
    assert [edit.label for edit in newest().deeds[0].edits] == ["Tên mẫu"]
    row = PaperTemplate.get()
    with change("Làm hỏng") as work:
        row.body = "{}"
        work.save(row)
    assert [(edit.label, edit.now) for edit in newest().deeds[0].edits] == [
        ("Nội dung mẫu", "đã đổi")
    ]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("deed", list(journal.Act))
def test_every_act_has_words_in_the_list_of_changes(deed: journal.Act) -> None:
    journal.tell(deed, "Việc đã làm")
    assert deeds() == [DEEDS[deed]]
    only_acts = Query(filters=(("kind", "event"),))
    (row,) = ChangeList().page(only_acts, 0, 1)
    assert row.cells[0] == "Việc đã làm"


def test_a_backup_has_words_in_the_list_of_changes(tmp_path: Path, empty_register: Path) -> None:
    folder: RegisterFolder = make_register(tmp_path / "so", empty_register)
    (tmp_path / "usb").mkdir()
    with open_register(folder):
        back_up(folder, Target(tmp_path / "usb", Place("USB")))
        assert deeds() == ["Sao lưu"]


@pytest.mark.usefixtures("small")
def test_what_the_printer_takes_is_told_first(qtbot: QtBot, register: Path, tmp_path: Path) -> None:
    printers = FilePrinters(tmp_path, CANON)
    with opened_workplace(qtbot, register.parent, printers=printers) as place:
        teams = place.shell.open_register("teams")
        qtbot.waitUntil(lambda: teams.model.rowCount() > 0 and teams.table.hasFocus())
        press(Key.Key_P, CONTROL)
        page = shown(place)
        assert isinstance(page, PaperPage)
        qtbot.waitUntil(lambda: act(page).startswith("In 1 trang"), timeout=LONG)
        press(Key.Key_Return)
        said = f"Đã gửi 1 trang tới máy in {CANON}."
        qtbot.waitUntil(lambda: said in place.shell.notifier.said, timeout=LONG)
    assert told()[-1].startswith("An: In Danh sách tổ tự quản (")
    assert told()[-1].endswith(f" ở máy in {CANON}, 1 trang")


@pytest.mark.usefixtures("small")
def test_the_journal_is_printed_from_the_list_of_changes(
    qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    printers = FilePrinters(tmp_path, CANON)
    with opened_workplace(qtbot, register.parent, printers=printers) as place:
        changes = place.shell.open_register("changes")
        qtbot.waitUntil(lambda: changes.model.rowCount() > 0 and changes.table.hasFocus())
        press(Key.Key_P, CONTROL)
        page = shown(place)
        assert isinstance(page, PaperPage)
        qtbot.waitUntil(lambda: leaves(page)[:1] == ["journal 1"], timeout=LONG)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name.lower())
def test_only_those_who_oversee_are_offered_the_journal(role: Role) -> None:
    set_user("Dung", role)
    facts = OfficeDesk().keeping[0].facts
    assert [paper for paper, _title in facts.prints] == (
        ["journal"] if role in (Role.ADMIN, Role.LEADER) else []
    )
