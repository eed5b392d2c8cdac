"""What is asked before a copy takes a register's place: records by number, or a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.change import change
from models.store.database import database
from models.store.opening import opened, the_office
from tests.ui.entrance.test_entrance import Opening
from tests.ui.entrance.test_other_ways import PASSWORD, Office, begin
from ui.ask import Answers, Question
from ui.entrance.restore_run import OPEN
from ui.entrance.restoring import Restoring

pytestmark = pytest.mark.usefixtures("quick")


class Heard(Answers):
    """Says no, and remembers what was asked."""

    def __init__(self, stick: Path) -> None:
        super().__init__(stick)
        self.questions: list[Question] = []

    def confirm(self, question: Question) -> bool:
        self.questions.append(question)
        return False


def asked(qtbot: QtBot, office: Office) -> Question:
    """Go as far as the question, and say no."""
    opening, asker = Opening(office.folder), Heard(office.stick)
    entrance = begin(qtbot, opening)
    made = Restoring(entrance, asker)
    page = made.page
    entrance.window.cover(page, page.steps)
    page.folder_button.click()
    qtbot.waitUntil(lambda: page.choice is not None)
    page.go_on()
    page.keys.user.setCurrentText("An")
    page.keys.password.setText(PASSWORD)
    page.go_on()
    qtbot.waitUntil(lambda: page.step == OPEN and page.next_button.isEnabled())
    opening.close()
    (question,) = asker.questions
    return question


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_records_that_are_lost_are_counted(qtbot: QtBot, office: Office) -> None:
    with opened(office.folder, "An", lambda: PASSWORD), change("Sửa đơn vị") as work:
        own = the_office()
        own.phone = "0913555214"
        work.save(own)
    question = asked(qtbot, office)
    assert question.body == (
        "Sẽ mất 1 bản ghi không có trong bản sao lưu. Sổ đang có được giữ lại trong thư mục sổ."
    )
    assert (question.typed, question.typed_label) == (
        "1",
        "Gõ số bản ghi sẽ mất (1) để phục hồi",
    )


def test_of_a_damaged_register_its_size_is_told(qtbot: QtBot, office: Office) -> None:
    file = office.folder.database
    whole = file.read_bytes()
    file.write_bytes(bytes(4096) + whole[4096:])
    size = len(whole) // 1000
    question = asked(qtbot, office)
    shown = f"{size:,}".replace(",", ".")
    assert question.body == (
        f"Sổ trên máy hỏng, không đọc được nên không biết sẽ mất những gì; tệp sổ nặng {shown} KB. "
        "Tệp ấy vẫn được giữ lại trong thư mục sổ."
    )
    assert question.typed == str(size)
    assert "bản ghi" not in question.typed_label
    assert database.is_closed()
