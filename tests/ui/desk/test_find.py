"""What the find-anything box is told by the register itself."""

from __future__ import annotations

import pytest

from models.registers.people import Person
from models.registers.teams import Team
from tests.models.samples import save
from ui.desk.desk import OfficeDesk
from ui.source import Found

pytestmark = pytest.mark.usefixtures("register")


def test_words_in_notes_are_told_under_the_name_of_the_register() -> None:
    save(Team(name="Tổ tự quản số 3", note="Đề nghị lắp thêm 02 camera."))
    save(Person(full_name="Lê Văn An", note="Giữ camera của ấp"))
    desk = OfficeDesk()
    found = {one.group: one for one in desk.find_in_texts("camera", lambda: False)}
    assert {group: one.title for group, one in found.items()} == {
        "Người": "Lê Văn An",
        "Tổ tự quản": "Tổ tự quản số 3",
    }
    assert found["Người"] == Found(
        "Người", "Lê Văn An", "Ghi chú: Giữ camera của ấp", "account-outline",
        register="people", identity=1,
    )  # fmt: skip
    desk.close()
