"""Numbers are held before the first sheet is printed and entered once it came out right."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import peewee
import pytest

from models.clock import stopped_at
from models.errors import UserError
from models.issuing import reprints, runs, stock
from models.issuing.clock_guard import ClockBehind
from models.issuing.numbers import begin_at, in_words, missing_numbers, next_number
from models.registers.blanks import IN, BlankMove
from models.registers.issued import ISSUED, RESERVED, VOID, IssuedCopy, IssuedPaper, PrintRun
from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.tables import HistoryChange
from models.store.undo import last_change, undo
from tests.models.issuing.papers import BOOK, DAY, PDF, book, held, issued, items, order
from tests.models.samples import fresh, save

pytestmark = pytest.mark.usefixtures("register")


def test_a_look_at_the_numbers_takes_none() -> None:
    assert [next_number(BOOK, 2026), next_number(BOOK, 2026)] == [1, 1]
    assert book() == []


def test_numbers_are_held_in_the_order_of_the_sheets_and_entered_when_right() -> None:
    run = held(3)
    assert book() == [("001/2026", RESERVED), ("002/2026", RESERVED), ("003/2026", RESERVED)]
    assert runs.open_runs() == [run]
    papers = runs.confirm(run)
    assert [paper.receiver for paper in papers] == [f"Người thứ {at}" for at in (1, 2, 3)]
    assert {state for _label, state in book()} == {ISSUED}
    assert fresh(papers[0]).printed_on == date(2026, 11, 22)
    assert runs.open_runs() == []
    assert findings() == []


def test_every_book_and_year_counts_from_one() -> None:
    issued(2)
    assert issued(1, book="Giấy khen")[0].label == "001/2026"
    assert issued(1)[0].label == "003/2026"
    with stopped_at(datetime(2026, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=7)))):
        assert issued(1, issued_on=date(2026, 12, 31))[0].label == "004/2026"
    with stopped_at(datetime(2027, 1, 1, 0, 1, tzinfo=timezone(timedelta(hours=7)))):
        assert issued(1, issued_on=date(2027, 1, 1))[0].label == "001/2027"
        assert issued(1, issued_on=date(2026, 12, 31))[0].label == "005/2026"
    assert findings() == []


def test_a_number_shown_but_taken_meanwhile_is_refused_before_anything_is_printed() -> None:
    shown = order()
    issued(2)
    with pytest.raises(
        UserError, match=r"Số 001/2026 không còn trống\. Số trống kế tiếp: 003/2026"
    ):
        runs.hold(shown, items(1), PDF)
    assert len(book()) == 2


def test_a_book_begun_on_paper_goes_on_at_its_number() -> None:
    begin_at(BOOK, 2026, 15)
    assert issued(2)[1].label == "016/2026"
    assert list(missing_numbers()) == []
    with pytest.raises(UserError, match=r"đã cấp đến số 016/2026\. Số kế tiếp: 017/2026"):
        begin_at(BOOK, 2026, 20)
    with pytest.raises(UserError, match="từ 1 trở lên"):
        begin_at(BOOK, 2027, 0)
    begin_at(BOOK, 2026, 17)


def test_after_a_jam_the_run_goes_on_where_it_stopped() -> None:
    run = held(250)
    assert len(runs.confirm(run, range(1, 57))) == 56
    stock.spoil(run, 1, "Kẹt giấy")
    assert [sheet for sheet, _paper in runs.waiting(run)][:2] == [57, 58]
    assert runs.open_runs() == [run]
    runs.confirm(run)
    labels = [label for label, _state in book()]
    assert labels == [f"{number:03d}/2026" for number in range(1, 251)]
    assert {state for _label, state in book()} == {ISSUED}
    assert findings() == []


def test_what_was_not_printed_gives_its_numbers_back() -> None:
    run = held(3)
    runs.confirm(run, {1})
    assert runs.release(run) == []
    assert book() == [("001/2026", ISSUED)]
    assert issued(1)[0].label == "002/2026"
    assert findings() == []


def test_numbers_with_others_behind_them_become_void_instead() -> None:
    first, _second = held(2), issued(1)
    assert runs.release(first) == ["001/2026", "002/2026"]
    assert book() == [("001/2026", VOID), ("002/2026", VOID), ("003/2026", ISSUED)]
    assert list(missing_numbers()) == []


def test_a_void_paper_keeps_its_number_and_its_reason() -> None:
    paper = issued(2)[0]
    with pytest.raises(UserError, match="Chưa nhập lý do hủy"):
        runs.void(paper, " ")
    runs.void(paper, "Sai tên đệm")
    assert fresh(paper).void_reason == "Sai tên đệm"
    with pytest.raises(UserError, match="Số 001/2026 đã hủy rồi: Sai tên đệm"):
        runs.void(paper, "Lần nữa")
    assert issued(1)[0].label == "003/2026"


def test_a_paper_given_again_is_a_new_entry_that_names_the_old() -> None:
    old = issued(1)[0]
    run = runs.hold(order(), items(1, reissue_of=old.id), PDF)
    assert fresh(old).state == ISSUED
    new = runs.confirm(run)[0]
    assert (new.label, fresh(new).reissue_of) == ("002/2026", old)
    assert (fresh(old).state, fresh(old).void_reason) == (VOID, "Cấp lại, số mới 002/2026")
    runs.void(new, "Rách")
    third = runs.confirm(runs.hold(order(), items(1, reissue_of=new.id), PDF))[0]
    assert (fresh(new).void_reason, fresh(third).state) == ("Rách", ISSUED)


def test_a_paper_is_handed_over_to_somebody_on_a_day() -> None:
    first, second = issued(2)
    runs.hand_over([first], "", date(2026, 11, 20))
    runs.hand_over([second], "Lê Thị Bưởi (con)", date(2026, 11, 21))
    assert fresh(first).handed_to == "Người thứ 1"
    assert fresh(second).handed_to == "Lê Thị Bưởi (con)"
    with pytest.raises(UserError, match="Ngày nhận 15/11/2026 trước ngày cấp 16/11/2026"):
        runs.hand_over([first], "", date(2026, 11, 15))
    runs.void(second, "Sai")
    with pytest.raises(UserError, match="đã hủy, chưa trao được"):
        runs.hand_over([second], "", DAY)


def test_reprints_are_counted() -> None:
    paper = issued(1)[0]
    assert [reprints.note([paper])[0].reprints for _time in range(2)] == [1, 2]
    run, sheet, data = runs.printed_data(paper)
    assert (run.template, sheet, data) == ("Giấy chứng nhận", 1, {"name": "Người thứ 1"})
    with pytest.raises(UserError, match="giữ chỗ, không in lại được"):
        reprints.note([paper, runs.waiting(held(1))[0][1]])
    assert fresh(paper).reprints == 2


def test_what_was_issued_is_neither_undone_nor_thrown_away() -> None:
    paper = issued(1)[0]
    assert last_change() is None
    newest = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    with pytest.raises(UserError, match="không hoàn tác được"):
        undo(newest)
    with pytest.raises(UserError, match="đã vào sổ, không xóa được"), change("Xóa") as work:
        work.trash(paper)
    first = held(2)
    with pytest.raises(UserError, match=r"đã có số khác\. Hủy số"), change("Xóa") as work:
        work.trash(runs.waiting(first)[0][1])
    runs.release(first)
    gone = IssuedPaper.get(IssuedPaper.trashed_at.is_null(False))
    with pytest.raises(UserError, match="đã trả lại sổ"), change("Khôi phục") as work:
        work.restore(gone)


FORBIDDEN = (
    "UPDATE issued_paper SET receiver = 'Người khác'",
    "UPDATE issued_paper SET number = 9",
    "UPDATE issued_paper SET state = 'Giữ chỗ'",
    "UPDATE issued_paper SET trashed_at = '2026'",
    "DELETE FROM issued_paper",
    "UPDATE issued_copy SET data = '{}'",
    "DELETE FROM issued_copy",
    "UPDATE print_run SET body = '[]'",
    "UPDATE content SET data = x'00'",
)


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_the_file_itself_keeps_what_was_issued(sql: str) -> None:
    issued(1)
    with pytest.raises(peewee.IntegrityError, match="do not change"):
        database.execute_sql(sql)


def test_no_number_stands_twice() -> None:
    paper = issued(1)[0]
    with pytest.raises(peewee.IntegrityError, match="UNIQUE"), database.atomic():
        again = {**paper.__data__, "id": None, "uid": "khác"}
        IssuedPaper.insert(again).execute()


def test_whoever_gets_around_the_file_is_told_of_by_the_check() -> None:
    papers = issued(4)
    database.execute_sql("DROP TRIGGER issued_paper_kept")
    database.execute_sql("DROP TRIGGER issued_paper_frozen")
    database.execute_sql("DROP TRIGGER issued_copy_kept")
    database.execute_sql("DROP TRIGGER content_frozen")
    database.execute_sql("UPDATE issued_paper SET receiver = 'Người khác' WHERE number = 4")
    for table, column in (("issued_copy", "paper_id"), ("issued_paper", "id")):
        database.execute_sql(f"DELETE FROM {table} WHERE {column} = ?", (papers[1].id,))
    database.execute_sql("UPDATE content SET data = x'00'")
    found = findings()
    assert "Sổ giấy chứng nhận năm 2026 thiếu số 2." in found
    assert "Sổ cấp giấy: giấy 004/2026 khác với nhật ký." in found
    assert any("bản PDF của Giấy chứng nhận 1–4/2026 không còn nguyên" in one for one in found)


def test_a_clock_gone_back_is_a_question() -> None:
    early = datetime(2025, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    with stopped_at(early):
        day = early.date()
        with pytest.raises(ClockBehind, match="09:30 ngày 22/11/2025, trước lần ghi sổ cuối"):
            runs.hold(order(issued_on=day), items(1), PDF)
        assert book() == []
        runs.hold(order(issued_on=day), items(1), PDF, clock_is_right=True)
    assert book() == [("001/2025", RESERVED)]


def test_blanks_are_counted_down_by_what_was_printed_and_spoilt() -> None:
    kind = "Phôi giấy chứng nhận A4"
    save(BlankMove(kind=kind, move=IN, day=DAY, sheets=100))
    run = held(3, blanks=kind)
    assert stock.left() == {kind: 100}
    stock.spoil(run, 2, "Kẹt giấy")
    runs.confirm(run)
    issued(1)
    stock.spoil(held(1), 1)
    assert stock.left() == {kind: 95}
    with pytest.raises(UserError, match="từ 1 trở lên"):
        stock.spoil(run, 0)


def test_nothing_is_held_for_nobody_and_nothing_is_entered_twice() -> None:
    with pytest.raises(UserError, match="Chưa chọn ai"):
        runs.hold(order(), [], PDF)
    run = held(1)
    runs.confirm(run)
    with pytest.raises(UserError, match="đã vào sổ hoặc đã trả số"):
        runs.confirm(run)
    assert PrintRun.select().count() == IssuedCopy.select().count() == 1


def test_missing_numbers_are_told_in_runs() -> None:
    assert in_words([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
