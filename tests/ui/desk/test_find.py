"""What the find-anything box is told by the register itself."""

from __future__ import annotations

import pytest

from models.registers.areas import Area
from models.registers.people import Person
from models.registers.teams import Team
from models.roles import Role
from models.store.session import set_user
from tests.models.samples import save
from ui.desk.desk import OfficeDesk
from ui.desk.fields import offers
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


def test_what_is_named_so_comes_before_what_only_tells_of_it() -> None:
    area = Area(name="Ấp Gia Hòa", kind="Ấp")
    save(area)
    save(
        Team(name="Hộ nuôi tôm liên kết", area=area),
        Team(name="Tổ liên gia tự quản"),
        *(Team(name=f"Tổ liên kết {at}", area=area) for at in range(1, 9)),
    )
    desk = OfficeDesk()
    assert [one.title for one in desk.find("lien gia")][:3] == [
        "Tổ liên gia tự quản", "Hộ nuôi tôm liên kết", "Tổ liên kết 1",
    ]  # fmt: skip
    assert [one.text for one in offers(Team, "lien gia")][:2] == [
        "Tổ liên gia tự quản", "Hộ nuôi tôm liên kết",
    ]  # fmt: skip
    desk.close()


def test_who_is_found_by_the_end_of_a_number_is_told_with_it() -> None:
    save(
        Person(full_name="Kim Thị Út", phone="0974555330"),
        Person(full_name="Trần Thanh Thắng", phone="0913555330"),
    )
    desk = OfficeDesk()
    found = {one.title: one.detail for one in desk.find("555330")}
    assert found == {"Kim Thị Út": "0974 555 330", "Trần Thanh Thắng": "0913 555 330"}
    assert [one.detail for one in offers(Person, "kim thi ut")] == [""]
    desk.close()


def test_a_number_that_may_not_be_seen_is_told_by_its_end() -> None:
    save(Person(full_name="Kim Thị Út", phone="0974555330"))
    set_user("Bình", Role.VIEWER)
    desk = OfficeDesk()
    assert "0974" not in "".join(one.detail for one in desk.find("555330"))
    desk.close()
