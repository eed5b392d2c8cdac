"""Screens of single acts, for `tests.ui.screenshots`: issuing, accounts, restoring, many rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt

from models.registers.classes import TrainingClass
from tests.ui.screens import Stage, Steps, trash
from ui.find import LOOKING
from ui.issuing.issue_page import IssuePage
from ui.keeping.restore_page import RestorePage
from ui.pages.notices_sheet import NoticesSheet
from ui.paper.page import PaperPage
from ui.paper.page_choice import PageChoice
from ui.paper.printer_topic import PrinterTopic
from ui.places import SETTINGS
from ui.settings.page import SettingsPage
from ui.source.erasing import ErasePlan

Flag = QItemSelectionModel.SelectionFlag


def issuing(here: Stage) -> IssuePage:
    """The draft of the certificates of a class, with its pages."""
    due = TrainingClass.get(TrainingClass.enrolled == 42)
    here.shell.acted.emit("classes", "certify", due.id)
    here.wait(lambda: isinstance(here.shown, IssuePage) and here.shown.first.text() != "")
    page = here.shown
    assert isinstance(page, IssuePage)
    page.acts.run("look")
    here.wait(page.hold_button.isEnabled)
    return page


def print_run(here: Stage) -> None:
    """Held numbers on the print page, after something was sent to the printer."""
    issuing(here).acts.run("hold")
    here.wait(lambda: isinstance(here.shown, PaperPage) and bool(here.shown._book.leaves))
    page = here.shown
    assert isinstance(page, PaperPage)
    choice = page.findChild(PageChoice)
    assert isinstance(choice, PageChoice)
    choice.one.click()
    page.sending.send()
    here.wait(lambda: not page.sending.is_busy())


def check_paper(here: Stage) -> None:
    here.shell.acts.run("check_paper")


def own_password(here: Stage) -> None:
    here.shell.acts.run("own_password")


def printers(here: Stage) -> None:
    """The printers among the settings."""
    here.shell.places.open(SETTINGS)
    page = here.shown
    assert isinstance(page, SettingsPage)
    topic = page.findChild(PrinterTopic)
    assert isinstance(topic, PrinterTopic)
    here.wait(lambda: topic.printer.count() > 0)
    page.topics.ensureWidgetVisible(topic)


def new_user(here: Stage) -> None:
    here.shell.places.open(SETTINGS)
    here.place.admitting.edit(0)


def new_signer(here: Stage) -> None:
    here.shell.places.open(SETTINGS)
    here.place.configuring.edit(here.place.configuring.office.signers, None)


def restoring(here: Stage) -> None:
    shelf = here.folder / "USB"
    shelf.mkdir(exist_ok=True)
    here.place.source.back_up(shelf, lambda *_told: None)
    here.shell.places.open("backup")
    here.answers._answers.append(shelf)
    here.place.backups.restoring.choose(None)
    here.wait(lambda: isinstance(here.shown, RestorePage))


def new_sheet(here: Stage) -> None:
    here.shell.places.open("backup")
    here.place.safeguards.make_sheet()


def notices(here: Stage) -> None:
    for words in ("Đã lưu Tổ tự quản ANTT số 3.", "Đã nhập 109 người.", "Đã xóa 2 tổ."):
        here.shell.notifier.say(words)
    here.shell.notifier.toast.close_notice()
    here.shell.acts.run("notices")
    here.wait(lambda: isinstance(here.shown, NoticesSheet))


def many_values(here: Stage) -> None:
    page = here.example()
    at = page.table.chosen.row()
    for row in range(at - 4, at):
        page.table.selectionModel().select(page.model.index(row, 0), Flag.Select | Flag.Rows)
    page.acts.run("set_field")
    editor = page.list.bars.value.editor
    assert editor is not None
    editor.put_text("soc")
    editor.widget.setFocus(Qt.FocusReason.TabFocusReason)


def reviewing(here: Stage) -> None:
    here.example().own_acts.run("review")


def erasing(here: Stage) -> None:
    trash(here)
    names = ("Trần Thị Mỹ Hạnh", "Tổ tự quản khu chợ cũ", "Ấp Cái Giá Trên")
    here.place.erasing._show(ErasePlan(names, 4, ("012/2026 (giấy chứng nhận)",)), ())


def texts(here: Stage) -> None:
    here.example()
    box = here.shell.palette_box
    box.open("camera")
    here.wait(lambda: bool(box.titles()))
    box.look_in_texts()
    here.wait(lambda: box.told() != LOOKING)


ACTS: Steps = {
    "h-xoa-han": erasing,
    "a-doi-dia-ban": many_values,
    "b-danh-gia": reviewing,
    "cap-giay": issuing,
    "cap-giay-in": print_run,
    "kiem-tra-ma": check_paper,
    "doi-mat-khau": own_password,
    "m-trong-noi-dung": texts,
    "nguoi-dung-moi": new_user,
    "phieu-khoi-phuc-moi": new_sheet,
    "nguoi-ky-moi": new_signer,
    "thiet-lap-may-in": printers,
    "phuc-hoi": restoring,
    "thong-bao": notices,
}
