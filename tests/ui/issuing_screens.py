"""The screens of classes, papers and the issue book, for `tests.ui.screenshots`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.issuing import runs
from models.registers.classes import CLOSED, TO_PRINT, TrainingClass
from models.registers.issued import ISSUED, IssuedPaper
from printing.certificate.designs import designs
from printing.certificate.issue import Issue, hold
from printing.records.class_certificates import class_merit, due_trainees, trainee_item
from printing.records.demo_papers import CLASS
from printing.records.office import office_on
from tests.ui.screens import Stage, Steps
from ui.classes.head import ATTENDANCE, PAPERS, RESULTS
from ui.classes.page import ClassPage
from ui.issuing.check_page import CheckPage
from ui.issuing.handing_page import HandingPage
from ui.issuing.issue_page import IssuePage
from ui.issuing.issued_page import IssuedPage
from ui.paper.page import PaperPage
from ui.source.issue_book import VOID

W = TypeVar("W", bound=QWidget)


def shown(here: Stage, kind: type[W]) -> W:
    """Wait for a page of a kind."""
    here.wait(lambda: isinstance(here.shown, kind))
    page = here.shown
    assert isinstance(page, kind)
    return page


def class_with_papers_due() -> TrainingClass:
    """A class of the demo that has ended, of which some passed and hold no paper."""
    wanted = TrainingClass.state.in_((CLOSED, TO_PRINT)) & TrainingClass.trashed_at.is_null()
    return next(one for one in TrainingClass.select().where(wanted) if due_trainees(one))


def of_class(here: Stage, tab: int, training: TrainingClass | None = None) -> ClassPage:
    here.place.classes.open((training or class_with_papers_due()).id)
    page = here.place.classes.page
    assert page is not None
    here.wait(lambda: page.attendance.view.currentIndex().isValid())
    page.head.tabs.setCurrentIndex(tab)
    page.attendance.view.go(10, 2)
    panel = page.panel
    assert panel is not None
    here.wait(lambda: panel.picture.is_drawn or panel.isHidden() or not panel.people)
    page.take_focus()
    return page


def class_tab(tab: int) -> Callable[[Stage], None]:
    def step(here: Stage) -> None:
        of_class(here, tab)

    return step


def given(here: Stage) -> None:
    """The class of the demo whose trainees hold their papers."""
    training = TrainingClass.get(TrainingClass.code.startswith(CLASS))
    of_class(here, PAPERS, training)


def choosing(here: Stage) -> None:
    panel = of_class(here, ATTENDANCE).panel
    assert panel is not None
    panel.pick.click()


def draft(here: Stage) -> None:
    panel = of_class(here, ATTENDANCE).panel
    assert panel is not None
    panel.look.click()
    page = shown(here, IssuePage)
    here.wait(page.hold_button.isEnabled)


def paper() -> IssuedPaper:
    waits = (IssuedPaper.state == ISSUED) & IssuedPaper.handed_on.is_null()
    found: IssuedPaper = IssuedPaper.select().where(waits).order_by(IssuedPaper.number).first()
    return found


def book(here: Stage) -> None:
    page = here.register("issued")
    page.select(paper().id)
    here.settle()
    page.table.setFocus()


def kept_words(here: Stage) -> None:
    book(here)
    page = here.register("issued")
    page.panes.show_one(detail=True)
    page.detail.open_tab("snapshot")


def one_paper(here: Stage) -> IssuedPage:
    here.shell.acted.emit("issued", "open", paper().id)
    return shown(here, IssuedPage)


def voiding(here: Stage) -> None:
    page = one_paper(here)
    page.do(VOID)
    page.say_wrong("Chưa nhập lý do hủy.")


def handing(here: Stage) -> None:
    live = (IssuedPaper.state == ISSUED) & IssuedPaper.handed_on.is_null()
    keys = tuple(one.id for one in IssuedPaper.select().where(live).limit(8))
    here.shell.acted_many.emit("issued", "hand_over", keys)
    shown(here, HandingPage)


def run(here: Stage) -> None:
    """A run of twelve that has just gone to the printer."""
    training = class_with_papers_due()
    day = here.shell.means.today()
    office, merit = office_on(day), class_merit(training)
    items = tuple(trainee_item(one, office, day, merit) for one in due_trainees(training)[:12])
    design = designs()[0]
    first = here.place.issuing._source.next_number(design.name, day)
    held = hold(Issue(design, items, first, day, office.signer.printed_name))
    here.shell.acted.emit("issued", "run", runs.waiting(held)[0][1].id)
    page = shown(here, PaperPage)
    here.wait(lambda: bool(page.viewer.pictures.book.leaves))
    visit = here.place.runs._visit
    assert visit is not None
    visit.bar.ask(range(len(items)), len(items))
    visit.bar.right.setFocus(Qt.FocusReason.TabFocusReason)


def checking(here: Stage) -> None:
    here.shell.run("check_paper")
    shown(here, CheckPage)


ISSUING: Steps = {
    "d-lop-diem-danh": class_tab(ATTENDANCE),
    "d-lop-ket-qua": class_tab(RESULTS),
    "d-lop-giay": class_tab(PAPERS),
    "d-lop-da-cap": given,
    "d-lop-chon-nguoi": choosing,
    "p-cap-giay": draft,
    "p-so-cap": book,
    "p-so-cap-ban-luu": kept_words,
    "p-giay": one_paper,
    "p-huy-so": voiding,
    "p-trao-giay": handing,
    "p-kiem-tra-ma": checking,
    "p-dot-in": run,
}
"""The run stands last: it takes numbers."""
