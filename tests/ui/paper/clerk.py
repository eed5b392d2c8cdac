"""What a clerk sees on the print page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication, QWidget

from ui.paper.page import PaperPage
from ui.shell import Shell

CANON, HP = "Canon LBP 2900", "HP LaserJet Pro M404"


def page_of(shell: Shell) -> PaperPage:
    page = shell.pages.currentWidget()
    assert isinstance(page, PaperPage)
    return page


def leaves(page: PaperPage) -> list[str]:
    return [f"{leaf.paper.id} {leaf.page + 1}" for leaf in page.viewer.pictures.book.leaves]


def act(page: PaperPage) -> str:
    return page.panel.send_button.text().strip()


def count(path: Path) -> int:
    return len(pypdfium2.PdfDocument(path))


def words_on(widget: QWidget) -> str:
    QApplication.processEvents()  # what was added to a layout is shown by the event loop
    return " ".join(
        part.accessibleName() for part in widget.findChildren(QWidget) if part.isVisible()
    )
