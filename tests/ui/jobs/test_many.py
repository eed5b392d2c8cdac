"""One field of many records changed at once by keys, and taken back by one undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.store.change import change
from models.store.tables import HistoryChange
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, SHIFT, press
from tests.ui.workplaces import opened_workplace, read
from ui.pages.register_page import RegisterPage

Key = Qt.Key


def places() -> list[str]:
    return [team.area.title for team in Team.select().order_by(Team.id) if team.area]


def choose_two(qtbot: QtBot, page: RegisterPage) -> None:
    page.table.setFocus()
    press(Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: page.table.chosen.count() == 2)
    press(Key.Key_E, CONTROL)
    qtbot.waitUntil(page.list.bars.is_setting)


def test_the_place_of_many_teams(qtbot: QtBot, filled: Path) -> None:
    before = places()
    with opened_workplace(qtbot, filled.parent) as place:
        hands, page = Hands(qtbot, place), read(qtbot, place, 3)
        choose_two(qtbot, page)
        target = Area.get(Area.name == "Ấp Cái Giá")
        moved = [
            one.area_id != target.id
            for one in Team.select()
            if one.id in {row.id for row in _selected(page)}
        ].count(True)
        hands.write("cai gia")
        press(Key.Key_Return)
        press(Key.Key_Return)
        hands.heard(f"Đã đổi địa bàn của {moved} tổ thành Ấp Cái Giá.")
        assert places().count("Ấp Cái Giá") == before.count("Ấp Cái Giá") + moved
        assert HistoryChange.select().order_by(HistoryChange.id.desc()).first().title == (
            f"Đổi địa bàn của {moved} tổ: Ấp Cái Giá"
        )
        read(qtbot, place, 3)
        press(Key.Key_Z, CONTROL)
        hands.heard(f"Đã hoàn tác: Đổi địa bàn của {moved} tổ: Ấp Cái Giá.")
        assert places() == before


def _selected(page: RegisterPage) -> list[Team]:
    rows = [
        page.model.known(at)
        for first, many in page.table.chosen.ranges()
        for at in range(first, first + many)
    ]
    return [Team.get_by_id(row.id) for row in rows if row is not None]


def test_a_word_that_is_no_place_stays_to_be_mended(qtbot: QtBot, filled: Path) -> None:
    with opened_workplace(qtbot, filled.parent) as place:
        hands, page = Hands(qtbot, place), read(qtbot, place, 3)
        before = places()
        choose_two(qtbot, page)
        press(Key.Key_Return)
        bar = page.list.bars.value
        assert bar.told() == "Chưa chọn địa bàn."
        hands.write("ấp không có")
        press(Key.Key_Return)
        assert "ấp không có" in bar.told()
        assert page.list.bars.is_setting()
        press(Key.Key_Escape)
        assert not page.list.bars.is_setting()
        assert page.table.chosen.count() == 2
        assert QApplication.focusWidget() is page.table
        assert places() == before


def test_a_record_that_may_not_have_the_value_is_named_and_nothing_is_changed(
    qtbot: QtBot, filled: Path
) -> None:
    with change("Điểm") as work:
        ours, other = Scheme(name="Camera an ninh"), Scheme(name="Tiếng kẻng an ninh")
        for scheme in (ours, other):
            work.save(scheme)
        site = Site(name="Camera ấp Cái Giá", scheme=ours)
        work.save(site)
        for team in Team.select():
            team.scheme, team.site = ours, site
            work.save(team)
    with opened_workplace(qtbot, filled.parent) as place:
        hands, page = Hands(qtbot, place), read(qtbot, place, 3)
        page.table.setFocus()
        press(Key.Key_Down, SHIFT)
        qtbot.waitUntil(lambda: page.table.chosen.count() == 2)
        page.list.bars.setting.emit("scheme")
        hands.write("tieng keng")
        press(Key.Key_Return)
        press(Key.Key_Return)
        wrong = "Điểm “Camera ấp Cái Giá” thuộc mô hình khác."
        qtbot.waitUntil(lambda: any(wrong in one for one in place.shell.notifier.said))
        assert any(one.startswith("Tổ ") for one in place.shell.notifier.said)
        assert {team.scheme for team in Team.select()} == {ours}
