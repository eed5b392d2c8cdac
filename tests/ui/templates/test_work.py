"""A design while it is changed: steps back and forth, the element in hand."""

from __future__ import annotations

from dataclasses import replace

from tests.printing.certificate.designs_for_tests import FESTIVE, named
from ui.templates.work import NOTHING, Work

DESIGN = named(FESTIVE)


def test_every_act_is_a_step_and_those_of_one_strand_are_one() -> None:
    work = Work(DESIGN)
    work.choose(3)
    work.set(x=10.0)
    for x in (11.0, 12.0, 13.0):
        work.set("drag", x=x)
    work.cut()
    work.set("drag", x=14.0)
    assert work.dirty
    assert [work.undo() and work.element.x for _ in range(3)] == [  # type: ignore[union-attr]
        13.0, 10.0, DESIGN.elements[3].x,
    ]  # fmt: skip
    assert not work.dirty
    assert not work.undo()
    assert work.redo()
    assert work.element is not None
    assert work.element.x == 10.0
    work.set(x=99.0)
    assert not work.redo()


def test_what_changes_nothing_is_no_step() -> None:
    work = Work(DESIGN)
    work.choose(2)
    work.set(x=DESIGN.elements[2].x)
    assert work.turns == (False, False)


def test_elements_are_added_and_taken_out() -> None:
    work = Work(DESIGN)
    count = len(DESIGN.elements)
    work.add(DESIGN.elements[0])
    assert work.chosen == count
    work.remove()
    assert (work.chosen, work.template) == (count - 1, DESIGN)
    work.choose(count + 5)
    assert (work.chosen, work.element) == (NOTHING, None)
    work.remove()
    work.undo()
    work.undo()
    assert work.template == DESIGN


def test_a_kept_design_is_of_its_version_in_every_state() -> None:
    work = Work(DESIGN)
    work.choose(1)
    work.set(x=1.0)
    kept = replace(work.template, version=7)
    work.set("further", y=2.0)
    work.take_version(kept)
    assert work.dirty
    work.undo()
    assert (work.dirty, work.template) == (False, kept)
    work.undo()
    assert work.template.version == 7
