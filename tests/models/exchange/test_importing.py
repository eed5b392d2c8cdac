"""An import is one plan: a trial says what the run does, all of it happens or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import Cancelled, UserError, WorldError
from models.exchange.importing import carry_out, plan_import
from models.exchange.meanings import remember
from models.registers import register as described
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme, Site
from models.store.change import change
from models.store.check import findings
from models.store.history import last_link
from models.store.tables import HistoryChange
from models.store.undo import undo, undo_last
from tests.models.exchange import workbooks
from tests.models.exchange.imports import (
    AN,
    BINH,
    HEAD,
    Rows,
    areas,
    imported,
    messages,
    one_person,
    outcome,
    people,
    places,
    planned,
    teams,
)
from tests.models.samples import fresh, save, stored

pytestmark = pytest.mark.usefixtures("register")

PEOPLE_HEAD = ("Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "Nghề nghiệp", "Ghi chú")
KNOWN = ("Lê Văn An", "14/3/1985", "095085000001", "0913555214", "Làm ruộng", "")


def test_each_state_and_what_it_changes(tmp_path: Path) -> None:
    imported(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    rows = [
        (*KNOWN[:3], "", "", ""),
        ("Lê Văn An", "1985", "095085000001", "", "Thợ hồ", "mới"),
        ("Trần Thị Bình", "", "", "", "", ""),
        ("Lê Văn Khác", "", "095085000001", "", "", ""),
        ("Lý Tám", "31/2/1985", "", "", "", ""),
    ]
    for row, expected in zip(
        rows, ({"same": 1}, {"updated": 1}, {"new": 1}, {"doubtful": 1}, {"errors": 1}), strict=True
    ):
        plan = imported(tmp_path, "people", [PEOPLE_HEAD, row])
        assert outcome(plan) == expected
    an = one_person("Lê Văn An")
    assert (an.job, an.note, an.phone) == ("Thợ hồ", "mới", "0913555214")
    assert an.birth_date is not None and an.birth_date.iso == "1985-03-14"
    assert people() == ["Lê Văn An", "Trần Thị Bình"]


def test_an_update_is_one_entry_of_history_with_old_and_new(tmp_path: Path) -> None:
    imported(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    plan = planned(tmp_path, "people", [PEOPLE_HEAD, (*KNOWN[:4], "Thợ hồ", "")])
    assert [person.job for person in Person.select()] == ["Làm ruộng"]
    uid = carry_out(plan)
    made = HistoryChange.get(uid=uid)
    assert (made.kind, made.source, made.title) == ("import", "tệp.xlsx", "Nhập tệp.xlsx")


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    before = last_link()
    assert carry_out(planned(tmp_path, "people", [PEOPLE_HEAD, KNOWN])) is None
    assert last_link() == before


def test_a_plan_does_not_hold_when_the_register_changed(tmp_path: Path) -> None:
    plan = planned(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    save(Person(full_name="Trần Thị Bình"))
    with pytest.raises(UserError, match="Sổ đã thay đổi từ lúc đọc tệp"):
        carry_out(plan)
    assert people() == ["Trần Thị Bình"]


def test_a_whole_import_is_taken_back_and_done_again(tmp_path: Path) -> None:
    rows = [HEAD, BINH, AN]
    imported(tmp_path, "members", rows)
    assert len(undo_last().kept) == 0
    assert (people(), places(), teams(), areas()) == ([], [], [], [])
    assert findings() == []
    plan = imported(tmp_path, "members", rows)
    assert outcome(plan) == {"new": 2}
    assert len(people()) == 2
    assert findings() == []


def test_what_was_edited_since_is_kept_and_named(tmp_path: Path) -> None:
    imported(tmp_path, "members", [HEAD, BINH, AN])
    an = one_person("Lê Văn An")
    an.job = "Thợ hồ"
    save(an)
    undone = undo_last()
    assert undone.title == "Ghi mẫu"
    an = one_person("Lê Văn An")
    an.job = "Thợ nề"
    save(an)
    done = HistoryChange.select().where(HistoryChange.kind == "import").get()

    undone = undo(done)
    assert "Lê Văn An" in undone.kept
    assert people() == ["Lê Văn An"]
    assert findings() == []


def test_an_import_that_only_updates_is_taken_back(tmp_path: Path) -> None:
    known = stored(Person(full_name="Lê Văn An", citizen_id="095085000001", job="Làm ruộng"))
    imported(tmp_path, "people", [PEOPLE_HEAD, (*KNOWN[:4], "Thợ hồ", "")])
    assert fresh(known).job == "Thợ hồ"
    undo_last()
    assert (fresh(known).job, fresh(known).phone) == ("Làm ruộng", "")


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    rows = [PEOPLE_HEAD, *((f"Lê Văn {word}", "", "", "", "", "") for word in ("An", "Bê", "Cư"))]
    before = last_link()
    asked: list[str] = []
    whole = planned(tmp_path, "people", rows)
    carry_out(whole, progress=lambda *told: asked.append(told[2]))
    undo_last()
    before = last_link()
    for stop in range(len(asked)):
        count = iter(range(len(asked)))

        def progress(_done: int, _total: int, _words: str, stop: int = stop) -> None:
            if next(count) == stop:  # noqa: B023
                raise Cancelled

        plan = planned(tmp_path, "people", rows)
        with pytest.raises(Cancelled):
            carry_out(plan, progress=progress)
        assert (last_link(), people()) == (before, [])
    carry_out(plan)
    assert len(people()) == 3


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    words: list[str] = []
    path = tmp_path / "tệp.xlsx"
    planned(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    plan_import(path, described("people"), progress=lambda *told: words.append(told[2]))
    assert {"Đang đọc Trang 1", "Đang so với sổ"} <= set(words)
    for stop in dict.fromkeys(words):

        def progress(_done: int, _total: int, words: str, stop: str = stop) -> None:
            if words == stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            plan_import(path, described("people"), progress=progress)


def test_learned_headings_are_used_afterwards(tmp_path: Path) -> None:
    rows = [("Quý danh", "Sinh hồi", "Ngày sinh"), ("Lê Văn An", "1985", "không dùng")]
    with pytest.raises(UserError, match="Không thấy bảng nào của sổ Người"):
        planned(tmp_path, "people", rows)
    with change("Ghép cột"):
        remember(described("people"), ("Quý danh",), "Person.full_name")
        remember(described("people"), ("Sinh hồi",), "Person.birth_date")
        remember(described("people"), ("Ngày sinh",), "")
    plan = planned(tmp_path, "people", rows)
    assert outcome(plan) == {"new": 1}
    assert plan.columns == {"Quý danh": "Họ và tên", "Sinh hồi": "Ngày sinh"}
    assert plan.unused == ["Trang 1: Ngày sinh"]


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Đúng": [PEOPLE_HEAD, KNOWN], "Ghi chú": [("Một dòng chữ",)]}
    plan = planned(tmp_path, "people", sheets)
    assert plan.unread == ["Ghi chú: không thấy bảng"]
    head = (*PEOPLE_HEAD, "Chữ ký")
    assert planned(tmp_path, "people", [head, (*KNOWN, "")]).unused == ["Trang 1: Chữ ký"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", UserError),
        (workbooks.xlsx({"Trang": [("a", "b")]})[:300], WorldError),
        (workbooks.xls({"Trang": [("Họ và tên",)]}, password=True), UserError),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), WorldError),
        (workbooks.xlsx({"Trang": []}), UserError),
        (workbooks.xlsx({"Trang": [("Món", "Giá"), ("Gạo", 1)]}), UserError),
    ],
    ids=["empty", "cut", "password", "foreign", "no rows", "no table"],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, error: type[Exception]
) -> None:
    path = tmp_path / "tệp.xlsx"
    path.write_bytes(content)
    before = last_link()
    with pytest.raises(error) as refused:
        plan_import(path, described("people"))
    assert str(refused.value).endswith(".")
    assert last_link() == before


def test_one_bad_file_of_several_keeps_all_out(tmp_path: Path) -> None:
    good, bad = tmp_path / "tệp.xlsx", tmp_path / "hỏng.xlsx"
    planned(tmp_path, "people", [PEOPLE_HEAD, KNOWN])
    bad.write_bytes(b"")
    with pytest.raises(UserError):
        plan_import([good, bad], described("people"))


def test_sites_schemes_and_reviews_of_hand_made_lists(tmp_path: Path) -> None:
    schemes = [("Tên mô hình", "Cấp công nhận", "Ngày ra mắt", "Xếp loại năm 2025"),
               ("Camera an ninh", "Công an tỉnh", "3/2020", "Tốt")]  # fmt: skip
    sites = [("Tên điểm", "Thuộc mô hình", "Ấp"), ("Điểm số 1", "Camera an ninh", "Ấp Đông"),
             ("Điểm số 1", "Tiếng kẻng an ninh", "")]  # fmt: skip
    reviews = [("Tên tổ", "Tên mô hình", "Năm", "Kỳ", "Xếp loại"),
               ("Tổ số 1", "", 2025, "Quý I", "Khá"), ("", "Camera an ninh", 2025, "", "Tốt"),
               ("Tổ số 1", "Camera an ninh", 2025, "", "Tốt"),
               ("", "", 2025, "", "Tốt")]  # fmt: skip
    assert outcome(imported(tmp_path, "schemes", schemes)) == {"new": 1}
    assert outcome(imported(tmp_path, "sites", sites)) == {"new": 2}
    plan = imported(tmp_path, "reviews", reviews)
    assert outcome(plan) == {"new": 1, "same": 1, "errors": 2}
    assert (Scheme.select().count(), Site.select().count(), Review.select().count()) == (2, 2, 2)
    for name, rows in (("schemes", schemes), ("sites", sites), ("reviews", reviews)):
        assert set(outcome(planned(tmp_path, name, rows))) <= {"same", "errors"}


def test_a_review_of_a_member_needs_to_know_which(tmp_path: Path) -> None:
    imported(tmp_path, "members", [HEAD, BINH, (3, *BINH[1:6], "Tổ số 2", *BINH[7:])])
    head = ("Thành viên", "Tổ", "Năm", "Xếp loại")
    row = ("Trần Thị Bình", "", 2025, "Hoàn thành tốt nhiệm vụ")
    plan = planned(tmp_path, "reviews", [head, row])
    assert messages(plan) == [
        (2, "A", "Có 2 thành viên tên “Trần Thị Bình”. Ghi rõ tổ của người đó.")
    ]
    told = ("Trần Thị Bình", "Tổ số 2", *row[2:])
    assert outcome(imported(tmp_path, "reviews", [head, told])) == {"new": 1}
    rated = Review.get().member
    assert rated is not None and rated.team.name == "Tổ số 2"
    assert outcome(planned(tmp_path, "reviews", [head, told])) == {"same": 1}
