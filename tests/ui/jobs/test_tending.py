"""What a team's page begins: a review, a member, an activity, a list; each goes back to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.registers.activities import Activity
from models.registers.members import Membership
from models.registers.reviews import Review
from models.registers.teams import Team
from models.store.change import change
from models.values.partial_date import PartialDate
from tests.ui.grid.clerk import type_row
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press
from tests.ui.workplaces import opened_workplace, read
from ui.form.page import FormPage
from ui.pages.detail_pane import DetailPane
from ui.paper.page import PaperPage
from ui.workplace import Workplace

Key = Qt.Key


def press_button(pane: DetailPane, words: str) -> None:
    """Press the button of the tab that is shown, as Tab and Space would."""
    inside = pane.stack.currentWidget()
    assert inside is not None
    found = [one for one in inside.findChildren(QPushButton) if one.accessibleName() == words]
    (one,) = found or [one for one in inside.findChildren(QPushButton) if one.text() == words]
    one.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)


def team_of(place: Workplace, qtbot: QtBot) -> Team:
    page = read(qtbot, place, 3)
    qtbot.waitUntil(lambda: page.feed._shown == page.table.chosen.identity() != 0)
    found = Team.get_by_id(page.table.chosen.identity())
    assert isinstance(found, Team)
    return found


def test_a_review_that_is_due_is_written_for_its_team(qtbot: QtBot, filled: Path) -> None:
    with change("Hạn") as work:
        for team in Team.select():
            work.save(Review(team=team, year=2024, rating="Khá"))
    with opened_workplace(qtbot, filled.parent) as place:
        hands, team = Hands(qtbot, place), team_of(place, qtbot)
        pane = place.shell.registers["teams"].detail
        press_button(pane, "Đánh giá")
        form = hands.page(FormPage)
        assert form.texts()["team"] == team.name
        assert team.review_due is not None
        assert form.texts()["year"] == str(team.review_due.year)
        hands.fill(form, rating="Tốt")
        press(Key.Key_S, CONTROL)
        hands.heard(f"Đã lưu {team.name}.")
        hands.list("teams", 3)
        made = Review.select().order_by(Review.id.desc()).first()
        assert (made.team_id, made.rating) == (team.id, "Tốt")


def test_what_was_typed_for_one_team_is_not_put_into_the_review_of_another(
    qtbot: QtBot, filled: Path
) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands, first = Hands(qtbot, place), team_of(place, qtbot)
        page = place.shell.registers["teams"]
        page.detail.open_tab("reviews")
        press_button(page.detail, "Đánh giá")
        form = hands.page(FormPage)
        hands.fill(form, comment="Của tổ thứ nhất")
        press(Key.Key_Escape)
        hands.list("teams", 3)
        page.table.setFocus()
        press(Key.Key_Down)
        qtbot.waitUntil(lambda: page.feed._shown == page.table.chosen.identity() != first.id)
        press_button(page.detail, "Đánh giá")
        form = hands.page(FormPage)
        second = Team.get_by_id(page.table.chosen.identity())
        assert (form.texts()["team"], form.texts()["comment"]) == (second.name, "")
        assert form.drafting.offer.isVisible()
        form.drafting.offer.taken.emit()
        assert (form.texts()["team"], form.texts()["comment"]) == (first.name, "Của tổ thứ nhất")


def test_an_activity_begins_today_and_with_its_team(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands, team = Hands(qtbot, place), team_of(place, qtbot)
        page = place.shell.registers["teams"]
        page.detail.open_tab("activities")
        press_button(page.detail, "Ghi hoạt động")
        form = hands.page(FormPage)
        hands.fill(form, kind="Tuần tra", content="Tuần tra đêm")
        press(Key.Key_S, CONTROL)
        hands.list("teams", 3)
        qtbot.waitUntil(lambda: Activity.select().count() == 1)
        made = Activity.get()
        assert (made.team, made.day) == (team, place.shell.means.today())


def test_a_member_is_typed_in_the_first_free_row_of_the_team(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        team_of(place, qtbot)
        page = place.shell.registers["teams"]
        page.detail.open_tab("members")
        press_button(page.detail, "Thêm thành viên")
        form = hands.page(FormPage)
        grid = form.body.grids["membership"]
        assert form.body.here().startswith("membership/")
        assert grid.model.invites(grid.view.currentIndex().row())
        press(Key.Key_Escape)
        hands.list("teams", 3)


def test_the_list_of_members_of_the_team_that_is_shown(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands = Hands(qtbot, place)
        team_of(place, qtbot)
        page = place.shell.registers["teams"]
        page.detail.open_tab("members")
        press_button(page.detail, "In danh sách")
        papers = hands.page(PaperPage)
        qtbot.waitUntil(lambda: bool(papers.viewer.pictures.book.leaves), timeout=20_000)
        assert {leaf.paper.id for leaf in papers.viewer.pictures.book.leaves} == {"member-list"}
        press(Key.Key_Escape)
        hands.list("teams", 3)


def test_a_new_person_of_a_typed_name_goes_into_the_team_that_is_shown(
    qtbot: QtBot, filled: Path
) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands, team = Hands(qtbot, place), team_of(place, qtbot)
        press(Key.Key_K, CONTROL)
        box = place.shell.palette_box
        hands.write("Kim Thị Út")
        offered = ["Thêm người mới “Kim Thị Út”", "Tìm “Kim Thị Út” trong nội dung"]
        qtbot.waitUntil(lambda: box.titles() == offered)
        press(Key.Key_Return)
        form = hands.page(FormPage)
        assert form.body.here().startswith("membership/")
        type_row("1972", "Nữ")
        press(Key.Key_S, CONTROL)
        hands.heard(f"Đã lưu {team.name}.")
        hands.list("teams", 3)
        made = Membership.select().order_by(Membership.id.desc()).first()
        assert (made.person.full_name, made.person.birth_date) == ("Kim Thị Út", PartialDate(1972))
