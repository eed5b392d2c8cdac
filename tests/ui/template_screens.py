"""The screens on which designs of papers are listed and changed, for `tests.ui.screenshots`."""

from __future__ import annotations

from dataclasses import replace

from printing.certificate.designs import keep
from printing.certificate.template import Text
from tests.ui.screens import Stage, Steps
from ui.templates.editor import Editor
from ui.templates.list_page import TemplatesPage

DESIGN = "Giấy chứng nhận, khung lễ hội"


def away(here: Stage) -> None:
    """Close what an earlier picture left open."""
    room = here.place.templates
    if room.editing is not None:
        room.editing.leave()
    if room.page is not None:
        room.page.left.emit()
    here.register("teams")


def designs(here: Stage) -> TemplatesPage:
    away(here)
    here.place.templates.open()
    page = here.shown
    assert isinstance(page, TemplatesPage)
    here.wait(lambda: page.list.count() > 0 and bool(page.pictures.book.leaves))
    here.wait(page.pictures.idle)
    return page


def editor(here: Stage, name: str = DESIGN) -> Editor:
    away(here)
    here.place.templates.edit(name)
    here.wait(lambda: isinstance(here.shown, Editor))
    page = here.shown
    assert isinstance(page, Editor)
    here.wait(lambda: page.drawing.idle)
    return page


def name_in_hand(here: Stage) -> Editor:
    page = editor(here)
    elements = page.work.template.elements
    page.work.choose(next(at for at, one in enumerate(elements)
                          if isinstance(one, Text) and one.text == "{name}"))  # fmt: skip
    page.tell()
    here.wait(lambda: page.drawing.idle)
    return page


def long_name_on_a_blank(here: Stage) -> None:
    page = name_in_hand(here)
    page.sample.buttons[1].click()
    page.ground.buttons[1].click()
    here.wait(lambda: page.drawing.idle)


def overtaken(here: Stage) -> None:
    page = name_in_hand(here)
    first, *rest = page.work.template.elements
    keep(replace(page.work.template, elements=(replace(first, y=first.y + 2), *rest[:-1])))
    page.work.set(x=150.0)
    page.tell()
    page.save_button.click()
    here.wait(lambda: page.strips.strip is not None)


TEMPLATES: Steps = {
    "k-mau-giay": designs,
    "k-sua-mau-trang": editor,
    "k-sua-mau-ho-ten": name_in_hand,
    "k-sua-mau-phoi-ten-dai": long_name_on_a_blank,
    "k-sua-mau-vua-doi": overtaken,
}
