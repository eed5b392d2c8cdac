"""A double is found, merged, undone, merged again, told apart: by keyboard on a real register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.people import NotOnePerson, Person, PersonMerge
from models.registers.teams import Team
from models.store.check import findings
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, stored
from tests.ui.keys import CONTROL, SHIFT, press
from tests.ui.workplaces import opened_workplace, read, shown
from ui.pages.compare_pane import KEEP
from ui.pages.doubles_page import NOTHING, DoublesPage
from ui.workplace import Workplace

Key = Qt.Key
BORN = PartialDate(1979, 3, 14)


@pytest.fixture
def people(register: Path) -> tuple[Person, Person]:
    """Two who are one, the second in a team; and one who merely has the same name."""
    first = person("Nguyễn Văn Đức", birth_date=PartialDate(1979), phone="0913555214")
    second = person("Nguyen Van Duc", birth_date=BORN, job="Thợ hồ")
    person("Nguyễn Văn Đức", birth_date=PartialDate(1990), job="Giáo viên")
    team = stored(Team(name="Tổ tự quản số 1", state="Đang hoạt động"))
    stored(Membership(person=second, team=team, joined=PartialDate(2019)))
    return first, second


@pytest.fixture
def place(qtbot: QtBot, register: Path, people: tuple[Person, Person]) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        place.shell.open_register("people")
        read(qtbot, place, 3)
        yield place


def compared(qtbot: QtBot, place: Workplace) -> DoublesPage:
    """Wait until the first pair stands side by side."""

    def there() -> bool:
        page = shown(place)
        return isinstance(page, DoublesPage) and page.compare.comparison is not None

    qtbot.waitUntil(there)
    page = shown(place)
    assert isinstance(page, DoublesPage)
    return page


def found(qtbot: QtBot, place: Workplace) -> DoublesPage:
    place.shell.acts.run("doubles")
    return compared(qtbot, place)


def said(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said)


def nothing_left(qtbot: QtBot, page: DoublesPage) -> None:
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.nothing)


def test_a_double_is_merged_with_chosen_values_undone_and_told_apart(
    qtbot: QtBot, place: Workplace, people: tuple[Person, Person]
) -> None:
    first, second = people
    page = found(qtbot, place)
    assert page.model.row(0).cells == (  # type: ignore[union-attr]
        "Nguyễn Văn Đức · Nguyen Van Duc", "Hơi giống", "Cùng họ tên, cùng sinh 1979",
    )  # fmt: skip
    assert page.compare.kept() == 1
    assert page.compare.choices()["phone"] == 0
    press(Key.Key_Return)
    qtbot.waitUntil(page.compare.rows[KEEP][1].hasFocus)
    press(Key.Key_Left)
    assert page.compare.kept() == 0
    press(Key.Key_Down)
    assert page.compare.rows["full_name"][0].hasFocus()
    press(Key.Key_Right)
    assert page.compare.choices()["full_name"] == 1
    press(Key.Key_Left)
    assert page.compare.choices() == {
        "full_name": 0, "birth_date": 1, "phone": 0, "job": 1,
    }  # fmt: skip
    press(Key.Key_Return, CONTROL)
    said(qtbot, place, "Đã gộp hai người thành một: Nguyễn Văn Đức.")
    nothing_left(qtbot, page)
    kept = fresh(first)
    assert (kept.full_name, kept.birth_date, kept.job) == ("Nguyễn Văn Đức", BORN, "Thợ hồ")
    assert Membership.get().person_id == first.id
    press(Key.Key_Z, CONTROL)
    compared(qtbot, place)
    assert fresh(second).trashed_at is None
    assert Membership.get().person_id == second.id


def test_who_was_merged_is_told_apart_from_the_persons_page(
    qtbot: QtBot, place: Workplace, people: tuple[Person, Person]
) -> None:
    first, second = people
    page = found(qtbot, place)
    press(Key.Key_Return, CONTROL)
    nothing_left(qtbot, page)
    assert fresh(first).trashed_at is not None
    assert fresh(second).full_name == "Nguyễn Văn Đức"
    press(Key.Key_Escape)
    list_page = read(qtbot, place, 2)
    list_page.select(second.id)
    qtbot.waitUntil(lambda: list_page.table.chosen.identity() == second.id)
    qtbot.waitUntil(lambda: list_page.feed._shown == second.id)
    list_page.detail._open(f"take_apart:{_merge()}")
    said(qtbot, place, "Đã tách lại Nguyễn Văn Đức.")
    read(qtbot, place, 3)
    assert fresh(first).phone == "0913555214"
    assert findings() == []


def _merge() -> int:
    merge = PersonMerge.select().where(PersonMerge.trashed_at.is_null()).get()
    return int(merge.id)


def test_who_is_declared_different_is_offered_no_more_until_undone(
    qtbot: QtBot, place: Workplace
) -> None:
    page = found(qtbot, place)
    press(Key.Key_D, CONTROL)
    nothing_left(qtbot, page)
    qtbot.waitUntil(lambda: page.nothing.text() == NOTHING)
    assert NotOnePerson.select().count() == 1
    press(Key.Key_Z, CONTROL)
    compared(qtbot, place)
    press(Key.Key_Escape)
    read(qtbot, place, 3)


def test_a_persons_page_warns_and_leads_to_their_double(
    qtbot: QtBot, place: Workplace, people: tuple[Person, Person]
) -> None:
    page = place.shell.registers["people"]
    page.select(people[1].id)
    qtbot.waitUntil(lambda: page.detail.title.whole() == "Nguyen Van Duc")
    page.own_acts.run("twins")
    compare = compared(qtbot, place).compare
    assert compare.comparison is not None
    assert set(compare.comparison.identities) == {one.id for one in people}
    assert compare.comparison.hanging[compare.comparison.names.index("Nguyen Van Duc")] == (
        "2019: Vào Tổ tự quản số 1, thành viên",
    )


def test_two_people_chosen_in_the_list_are_compared(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.registers["people"]
    page.table.selectAll()
    page.own_acts.run("join")
    said(qtbot, place, "Chọn đúng hai người để gộp.")
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.chosen.go_to(0)
    qtbot.waitUntil(lambda: page.table.chosen.count() == 1)
    press(Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: page.table.chosen.count() == 2)
    page.own_acts.run("join")
    assert compared(qtbot, place).model.rowCount() == 1
