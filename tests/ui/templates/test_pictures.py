"""Emblem, seal and scans of blanks: loaded, shown, taken back; scans are never printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import AccessError
from models.issuing import pictures, runs
from models.registers.people import Person
from models.roles import Role
from models.store import contents
from models.store.session import set_user
from models.store.tables import HistoryChange
from printing.certificate.designs import copy, rename
from printing.certificate.issue import hold, sheets_again
from printing.certificate.sheets import render_certificates
from tests.models.issuing.papers import DAY
from tests.models.samples import save
from tests.printing.certificate.designs_for_tests import FESTIVE
from tests.printing.certificate.test_issue import issue
from tests.ui.desk.test_picture_files import image
from tests.ui.templates.clerk import drawn, editor, list_page, settled_list
from ui.desk.issuing import OfficeIssuing
from ui.desk.templates import OfficeTemplates
from ui.source.issuing import Draft
from ui.source.templates import View
from ui.templates.list_page import TemplatesPage
from ui.workplace import Workplace

IMAGE = b"/Subtype /Image"


def load(qtbot: QtBot, place: Workplace, page: TemplatesPage, slot: str, file: Path) -> None:
    """Answer with a file where a picture is loaded, and wait until it is shown."""
    place.shell.means.asker._answers.append(file)  # type: ignore[attr-defined]
    row = page.rows.rows[slot]
    row.load_button.click()
    qtbot.waitUntil(row.drop_button.isVisible)
    settled_list(qtbot, place, page)


def written(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "anh.png"
    file.write_bytes(data)
    return file


def last_act() -> HistoryChange:
    found: HistoryChange = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    return found


def test_an_emblem_is_loaded_shown_and_taken_away_again(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    page = list_page(qtbot, place)
    row = page.rows.rows["emblem"]
    assert not row.drop_button.isVisible()
    assert row.state.text().startswith("Chưa có.")
    assert row.picture.accessibleName() == "Quốc huy: chưa có ảnh"
    frame = row.picture.pixmap().toImage()
    assert any(frame.pixelColor(at, 0).alpha() for at in range(frame.width()))
    load(qtbot, place, page, "emblem", written(tmp_path, image("PNG", 300, 300)))
    assert set(pictures.office_pictures()) == {"emblem"}
    assert last_act().title == "Nạp ảnh Quốc huy in trên giấy"
    row.drop_button.click()
    qtbot.waitUntil(lambda: not row.drop_button.isVisible())
    settled_list(qtbot, place, page)
    assert pictures.office_pictures() == {}
    notice = place.shell.notifier.toast.notice
    assert notice is not None
    assert notice.run is not None
    notice.run()
    qtbot.waitUntil(row.drop_button.isVisible)
    settled_list(qtbot, place, page)
    assert set(pictures.office_pictures()) == {"emblem"}


def test_a_file_that_would_not_print_changes_nothing(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    page = list_page(qtbot, place)
    asker = place.shell.means.asker
    asker._answers.append(written(tmp_path, image("PNG", 20, 20)))  # type: ignore[attr-defined]
    page.rows.rows["emblem"].load_button.click()
    qtbot.waitUntil(lambda: any("quá thô" in one for one in place.shell.notifier.said))
    assert pictures.office_pictures() == {}


def test_a_scan_is_under_the_words_in_the_editor_on_a_blank_alone(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    page = list_page(qtbot, place)
    load(qtbot, place, page, "scan", written(tmp_path, image("PNG", 1200, 848)))
    page.left.emit()
    sheet = editor(qtbot, place)
    corner = sheet.canvas.scale().point(30, 5).toPoint()
    before = sheet.canvas.viewport().grab().toImage().pixelColor(corner)
    sheet.ground.buttons[1].click()
    drawn(qtbot, place, sheet)
    after = sheet.canvas.viewport().grab().toImage().pixelColor(corner)
    assert (before.name(), after.name()) == ("#ffffff", "#ff0000")


@pytest.mark.usefixtures("register")
def test_a_scan_is_shown_before_printing_and_never_printed() -> None:
    source = OfficeTemplates()
    source.put_picture(FESTIVE, "scan", image("PNG", 1200, 848))
    assert IMAGE in source.ground(source.open(FESTIVE).template, View(on_blank=True))
    assert IMAGE not in source.ground(source.open(FESTIVE).template, View())
    run = hold(issue(blanks="Phôi A4"))
    assert IMAGE not in contents.fetch(run.pdf_hash)
    assert IMAGE not in OfficeIssuing().pages(run.id, lambda *_told: None)
    paper = OfficeIssuing().open_runs()[0]
    assert paper.blanks == "Phôi A4"
    papers = [paper for _sheet, paper in runs.waiting(run)]
    assert IMAGE not in render_certificates(sheets_again(papers))


@pytest.mark.usefixtures("register")
def test_a_look_at_a_draft_on_blanks_shows_their_scan() -> None:
    OfficeTemplates().put_picture(FESTIVE, "scan", image("PNG", 1200, 848))
    person = Person(full_name="Ngô Thanh Bình")
    save(person)
    draft = Draft(FESTIVE, (person.id,), 1, DAY, "Đã hoàn thành lớp")
    on_blank = replace(draft, blanks="Phôi A4")
    looked = [OfficeIssuing().look(one, lambda *_told: None).pdf for one in (draft, on_blank)]
    assert [IMAGE in pdf for pdf in looked] == [False, True]


@pytest.mark.usefixtures("register")
def test_a_scan_goes_with_its_design() -> None:
    source = OfficeTemplates()
    source.put_picture(FESTIVE, "scan", image("PNG", 1200, 848))
    name = source.copy(FESTIVE)
    assert pictures.scan_of(name) == pictures.scan_of(FESTIVE) != b""
    assert pictures.scan_of(source.rename(name, "Giấy của xã")) != b""
    source.put_back(FESTIVE, "scan", b"")
    assert pictures.scan_of("Giấy của xã") != b""
    assert rename(copy(FESTIVE).name, "Khác").name == "Khác"


@pytest.mark.usefixtures("register")
def test_who_may_only_look_loads_nothing() -> None:
    set_user("Bình", Role.VIEWER)
    with pytest.raises(AccessError, match="không được sửa sổ"):
        OfficeTemplates().put_back(FESTIVE, "emblem", b"")
