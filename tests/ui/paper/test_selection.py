"""What is chosen to print."""

from __future__ import annotations

from datetime import date

from tests.ui.paper.fakes import PAPERS
from ui.paper.selection import Ground, Options, Scope, Selection
from ui.source import PaperWish, Query

QUERY = Query("kẻng")


def documents(selection: Selection) -> list[str]:
    return [paper.id for paper, _wish in selection.wanted()]


def test_an_unknown_paper_marks_the_first() -> None:
    assert Selection(PAPERS, Ground("teams", QUERY), "F99").marked == "list"


def test_the_current_record_comes_first_and_several_rows_before_it() -> None:
    assert Selection(PAPERS, Ground("teams", current=7)).scopes() == (Scope.CURRENT, Scope.LIST)
    several = Selection(PAPERS, Ground("teams", current=7, selected=(7, 8)))
    assert several.scopes() == (Scope.SELECTED, Scope.CURRENT, Scope.LIST)
    assert several.wish("list").identities == (7, 8)
    assert several.wish("F03").identities == (7, 8)


def test_lists_follow_the_screen_and_records_are_named() -> None:
    selection = Selection(PAPERS, Ground("teams", QUERY, current=7))
    assert selection.wish("list") == PaperWish("teams", "list", QUERY)
    assert selection.wish("F03") == PaperWish("teams", "F03", QUERY, (7,))


def test_an_empty_register_still_prints_blank_forms() -> None:
    selection = Selection(PAPERS, Ground("teams", total=0), "F03")
    assert selection.scopes() == ()
    assert selection.lacks_records("F03")
    assert documents(selection) == []
    selection.change(Options(Scope.PICKED, blank=True))
    assert documents(selection) == ["F03"]
    assert selection.wish("F03") == PaperWish("teams", "F03", blank=True)


def test_one_paper_follows_the_mark_and_several_stay() -> None:
    selection = Selection(PAPERS, Ground("teams", current=7))
    selection.mark("F03")
    assert documents(selection) == ["F03"]
    selection.check("list", on=True)
    selection.mark("F05")
    assert documents(selection) == ["list", "F03"]
    selection.check("list", on=False)
    selection.check("F03", on=False)
    selection.mark("list")
    assert documents(selection) == []


def test_options_are_each_papers_own() -> None:
    selection = Selection(PAPERS, Ground("teams", QUERY, current=7), "F03")
    selection.change(Options(Scope.PICKED, (3, 4)))
    selection.change_day(date(2025, 2, 1))
    assert selection.wish("F03") == PaperWish("teams", "F03", QUERY, (3, 4), date(2025, 2, 1))
    assert selection.wish("F05") == PaperWish("teams", "F05", QUERY, (7,))
