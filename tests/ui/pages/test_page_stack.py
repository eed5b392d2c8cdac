"""Pages over others: left in any order, and once only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.page_stack import PageStack


@pytest.fixture
def pages(qtbot: QtBot) -> PageStack:
    stack = PageStack()
    qtbot.addWidget(stack)
    stack.show_page(QWidget())
    return stack


def delete_what_is_left() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_page_that_is_gone_is_left_without_harm(pages: PageStack) -> None:
    usual, page = pages.currentWidget(), QWidget()
    leave = pages.cover(page)
    assert pages.covers(page)
    assert leave() is usual
    delete_what_is_left()
    assert not pages.covers(page)
    assert leave() is None
    assert pages.currentWidget() is usual


def test_a_page_under_another_is_left_without_a_look(pages: PageStack) -> None:
    usual, under, over = pages.currentWidget(), QWidget(), QWidget()
    leave_under, leave_over = pages.cover(under), pages.cover(over)
    assert leave_under() is None
    delete_what_is_left()
    assert pages.currentWidget() is over
    assert leave_over() is usual
    assert pages.currentWidget() is usual


def test_whoever_went_elsewhere_is_not_called_back(pages: PageStack) -> None:
    leave, elsewhere = pages.cover(QWidget()), QWidget()
    pages.show_page(elsewhere)
    assert leave() is None
    assert pages.currentWidget() is elsewhere
