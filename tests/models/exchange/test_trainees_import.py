"""Lists of trainees: the class in the titles, sittings as columns, marks, scores, grades."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from models.exchange.importing import carry_out, plan_import
from models.exchange.meanings import remember
from models.exchange.session_headings import ATTENDANCE
from models.registers import register as described
from models.registers.classes import CLOSED, TrainingClass, sessions_of
from models.registers.people import Person
from models.registers.trainees import Trainee, letter_of, marks_of, trainees_of
from models.store import undo
from models.store.change import change
from models.store.check import findings
from models.values.partial_date import PartialDate
from tests.models.exchange import fire_class
from tests.models.exchange.imports import imported, messages, outcome, planned, warned
from tests.models.samples import stored

pytestmark = pytest.mark.usefixtures("register")

TITLE = ("Lớp tập huấn PCCC (từ ngày 15/9/2026 đến ngày 16/9/2026)",)
HEAD = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "15/9", "16/9", "Điểm", "Xếp loại")
AN = (1, "Lê Văn An", 1980, "Đội dân phòng Ấp Đông", "x", "x", "7,5", "Khá")
BINH = (2, "Trần Thị Bình", 1981, "Đội dân phòng Ấp Tây", "x", "P", 4, "Không đạt")


def one_class() -> TrainingClass:
    (training,) = TrainingClass.select().where(TrainingClass.trashed_at.is_null())
    found: TrainingClass = training
    return found


def sheet_of(training: TrainingClass) -> list[tuple[str, str, str]]:
    """Give name, letters of attendance ('.' for none) and grade of every trainee, in order."""
    marks = marks_of(training.id)
    sessions = sessions_of(training.id)
    lines = []
    for trainee in trainees_of(training.id):
        kept = [marks.get((trainee.id, session.id)) for session in sessions]
        letters = "".join(letter_of(one.mark) if one else "." for one in kept)
        lines.append((trainee.title, letters, trainee.grade))
    return lines


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    return fire_class.write(tmp_path)


def test_a_whole_class_comes_in_from_its_list(fire: Path) -> None:
    plan = plan_import(fire, described("trainees"))
    assert (outcome(plan), plan.problems(), plan.warnings()) == ({"new": 64}, [], [])
    assert (plan.unused, plan.unread) == ([], [])
    carry_out(plan)

    training = one_class()
    assert (training.name, training.code) == (fire_class.NAME, "PCCC 02-2025")
    assert (training.kind, training.state) == ("PCCC và CNCH", CLOSED)
    assert training.started == PartialDate(2025, 9, 15)
    assert training.ended == PartialDate(2025, 9, 17)
    assert training.place == "Hội trường UBND xã Hưng Hội"
    assert training.paper_given == "Thông báo kết quả huấn luyện nghiệp vụ PCCC, CNCH"
    assert (training.enrolled, training.sessions, training.passed) == (64, 3, 47)
    days = [session.day for session in sessions_of(training.id)]
    assert days == [dt.date(2025, 9, day) for day in (15, 16, 17)]
    assert findings() == []


def test_every_mark_score_and_grade_of_the_list_is_kept(fire: Path) -> None:
    carry_out(plan_import(fire, described("trainees")))
    training = one_class()
    trainees = trainees_of(training.id)
    assert [trainee.number for trainee in trainees] == list(range(1, 65))
    source = fire_class.rows()[5:]
    for trainee, line in zip(trainees, source, strict=True):
        row = [*line, *[None] * (11 - len(line))]
        score = str(row[8]).replace(",", ".") if row[8] is not None else None
        assert trainee.score == (float(score) if score else None)
        assert (trainee.grade, trainee.unit) == (row[9] or "", row[4])
        assert trainee.person.citizen_id == row[3]
    marks = Counter(mark.mark for mark in marks_of(training.id).values())
    assert marks == {"Có mặt": 183, "Vắng có phép": 5}
    grades = Counter(trainee.grade for trainee in trainees)
    assert grades == {"Giỏi": 16, "Khá": 11, "Trung bình": 20, "Không đạt": 12, "": 5}
    assert sheet_of(training)[30] == ("Nguyễn Chí Nhạn", "xP.", "Khá")


def test_the_same_list_again_changes_nothing(fire: Path) -> None:
    carry_out(plan_import(fire, described("trainees")))
    plan = plan_import(fire, described("trainees"))
    assert outcome(plan) == {"same": 64}
    assert (plan.new, plan.changed) == ({}, [])


def test_one_undo_takes_the_whole_class_out(fire: Path) -> None:
    carry_out(plan_import(fire, described("trainees")))
    undo.undo_last()
    for model in (TrainingClass, Trainee, Person):
        assert model.select().where(model.trashed_at.is_null()).count() == 0
    undo.redo_last()
    assert one_class().passed == 47
    assert findings() == []


def test_a_list_filled_in_later_updates_the_class(tmp_path: Path) -> None:
    blank = [(*AN[:4], None, None, None, None), (*BINH[:4], "x", None, None, None)]
    imported(tmp_path, "trainees", [TITLE, HEAD, *blank])
    assert sheet_of(one_class()) == [("Lê Văn An", "..", ""), ("Trần Thị Bình", "x.", "")]
    plan = imported(tmp_path, "trainees", [TITLE, HEAD, AN, BINH])
    assert outcome(plan) == {"updated": 2}
    assert sheet_of(one_class()) == [
        ("Lê Văn An", "xx", "Khá"),
        ("Trần Thị Bình", "xP", "Không đạt"),
    ]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        (("x", "X"), "xx"),
        (("✓", "có"), "xx"),
        (("P", "vắng có phép"), "PP"),
        (("v", "vắng"), "KK"),
        (("KP", "không phép"), "KK"),
        (("M", "đi trễ"), "MM"),
        (("P (ốm)", "M"), "PM"),
        ((1, 0), "xK"),
        (("-", "x"), ".x"),
        ((True, False), "xK"),
    ],
)
def test_marks_are_read_as_offices_write_them(
    tmp_path: Path, words: tuple[object, ...], letters: str
) -> None:
    imported(tmp_path, "trainees", [TITLE, HEAD, (*AN[:4], *words, 8, "Khá")])
    assert sheet_of(one_class())[0][1] == letters


def test_a_mark_nobody_knows_keeps_its_row_out(tmp_path: Path) -> None:
    plan = planned(tmp_path, "trainees", [TITLE, HEAD, (*AN[:4], "x", "h", 8, "Khá"), BINH])
    assert outcome(plan) == {"new": 1, "errors": 1}
    assert messages(plan) == [(3, "F", "Điểm danh không hợp lệ: h. Ghi x, P, K hoặc M.")]


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("8,5", 8.5),
        ("8.5", 8.5),
        (8.5, 8.5),
        (10, 10.0),
        ("7,5 điểm", 7.5),
        ("9/10", 9.0),
        ("7,25", 7.3),
        (dt.date(2026, 5, 8), 8.5),
        ("vắng", None),
        (None, None),
    ],
)
def test_scores_are_read_with_comma_or_dot(
    tmp_path: Path, cell: object, score: float | None
) -> None:
    imported(tmp_path, "trainees", [TITLE, HEAD, (*AN[:6], cell, "Khá")])
    (trainee,) = trainees_of(one_class().id)
    assert trainee.score == score
    assert trainee.note == ("Điểm: vắng" if cell == "vắng" else "")


@pytest.mark.parametrize("cell", [11, "75", -1, "tốt"])
def test_a_score_off_the_scale_is_refused(tmp_path: Path, cell: object) -> None:
    plan = planned(tmp_path, "trainees", [TITLE, HEAD, (*AN[:6], cell, "Khá")])
    assert outcome(plan) == {"errors": 1}
    assert [column for _, column, _ in messages(plan)] == ["G"]


def test_a_score_without_a_grade_tells_the_grade(tmp_path: Path) -> None:
    head = (*HEAD[:6], "Điểm thu hoạch")
    scores = ("4,9", "5,0", "6,9", "7,0", "8,4", "8,5")
    people = [f"Lê Văn {name}" for name in ("An", "Bảo", "Chí", "Dũng", "Em", "Giàu")]
    rows = [
        (n, name, 1980 + n, "", "x", "x", s)
        for n, (name, s) in enumerate(zip(people, scores, strict=True))
    ]
    imported(tmp_path, "trainees", [TITLE, head, *rows])
    grades = [grade for *_, grade in sheet_of(one_class())]
    assert grades == ["Không đạt", "Trung bình", "Trung bình", "Khá", "Khá", "Giỏi"]


def test_a_result_column_stands_for_the_grade(tmp_path: Path) -> None:
    head = ("TT", "Họ tên học viên", "Kết quả", "Xếp loại")
    rows = [
        (1, "Lê Văn An", "Đạt", ""),
        (2, "Trần Thị Bình", "Đạt", "Giỏi"),
        (3, "Võ Út", "Không đạt"),
    ]
    imported(tmp_path, "trainees", [TITLE, head, *rows])
    assert [grade for *_, grade in sheet_of(one_class())] == ["Đạt", "Giỏi", "Không đạt"]
    assert one_class().passed == 2


DAYS = (dt.date(2026, 9, 15), dt.date(2026, 9, 16))


@pytest.mark.parametrize(
    ("lines", "merges", "titles"),
    [
        ([("Buổi 1", "Buổi 2")], [], ["Buổi 1", "Buổi 2"]),
        ([DAYS], [], ["Ngày 15/09/2026", "Ngày 16/09/2026"]),
        ([("Ngày 15/9", "Ngày 16/9")], [], ["Ngày 15/09/2026", "Ngày 16/09/2026"]),
        ([("S 15/9", "C 15/9")], [], ["Buổi sáng 15/09/2026", "Buổi chiều 15/09/2026"]),
        (
            [("Điểm danh", None), ("15/9", "16/9")],
            ["D2:E2"],
            ["Ngày 15/09/2026", "Ngày 16/09/2026"],
        ),
        (
            [("Điểm danh", None), DAYS],
            ["D2:E2"],
            ["Ngày 15/09/2026", "Ngày 16/09/2026"],
        ),
        (
            [("Ngày 15/9/2026", None), ("Sáng", "Chiều")],
            ["D2:E2"],
            ["Buổi sáng 15/09/2026", "Buổi chiều 15/09/2026"],
        ),
    ],
)
def test_sittings_are_known_by_their_headings(
    tmp_path: Path, lines: list[tuple[object, ...]], merges: list[str], titles: list[str]
) -> None:
    first = ("STT", "Họ và tên", "Đơn vị", *lines[0], "Điểm")
    down = [f"{letter}2:{letter}3" for letter in "ABCF"] if len(lines) > 1 else []
    under = [(None, None, None, *line, None) for line in lines[1:]]
    row = (1, "Lê Văn An", "Đội 1", "x", "M", 8)
    boxes = {"Trang 1": [*merges, *down]}
    imported(tmp_path, "trainees", [TITLE, first, *under, row], merges=boxes)
    assert [session.title for session in sessions_of(one_class().id)] == titles
    assert sheet_of(one_class()) == [("Lê Văn An", "xM", "Khá")]


def mean(meaning: str, *path: str) -> None:
    with change("Ghép cột") as work:
        work.save(Person(full_name="Ai Đó"))
        remember(described("trainees"), path, meaning)


def test_a_column_left_out_by_a_person_is_no_sitting(tmp_path: Path) -> None:
    mean("", "16/9")
    imported(tmp_path, "trainees", [TITLE, HEAD, AN])
    assert sheet_of(one_class()) == [("Lê Văn An", "x", "Khá")]


def test_columns_that_a_person_took_for_sittings_are_read(tmp_path: Path) -> None:
    for heading in ("Mở đầu", "Bế mạc"):
        mean(ATTENDANCE, heading)
    head = ("STT", "Họ và tên", "Mở đầu", "Bế mạc")
    imported(tmp_path, "trainees", [TITLE, head, (1, "Lê Văn An", "x", "K")])
    assert [one.title for one in sessions_of(one_class().id)] == ["Bế mạc", "Mở đầu"]
    assert sheet_of(one_class()) == [("Lê Văn An", "Kx", "")]


def test_many_days_are_still_a_heading(tmp_path: Path) -> None:
    days = [f"{day}/9" for day in range(1, 16)]
    title = ("Lớp bồi dưỡng (từ ngày 01/9/2026 đến ngày 15/9/2026)",)
    row = (1, "Lê Văn An", *["x"] * 15, "6,5")
    imported(tmp_path, "trainees", [title, ("STT", "Họ và tên", *days, "Điểm"), row])
    assert one_class().sessions == 15
    assert trainees_of(one_class().id)[0].share == 100


def test_a_class_in_a_column_or_a_section_is_told_apart(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Lớp")
    imported(tmp_path, "trainees", [head, (1, "Lê Văn An", "Lớp một"), (2, "Võ Út", "Lớp hai")])
    rows = [("STT", "Họ và tên"), ("Lớp ba",), (1, "Lê Em"), ("Lớp bốn",), (1, "Võ Tư")]
    imported(tmp_path, "trainees", {"Trang 1": rows}, merges={"Trang 1": ["A2:B2", "A4:B4"]})
    found = [(one.training_class.name, one.title) for one in Trainee.select().order_by(Trainee.id)]
    assert found[:2] == [("Lớp một", "Lê Văn An"), ("Lớp hai", "Võ Út")]
    assert [name for name, _ in found[2:]] == ["Lớp ba", "Lớp bốn"]


def test_a_list_without_a_class_says_where_to_write_it(tmp_path: Path) -> None:
    plan = planned(tmp_path, "trainees", [("STT", "Họ và tên", "Điểm"), (1, "Lê Văn An", 8)])
    assert [words for *_, words in messages(plan)] == [
        "Chưa có lớp. Ghi “Lớp …” ở dòng tiêu đề hoặc ở cột Lớp."
    ]


def test_a_member_known_by_number_is_the_trainee(tmp_path: Path) -> None:
    known = stored(Person(full_name="Lê Văn An", citizen_id="095080000017"))
    head = ("STT", "Họ và tên", "Số CCCD", "Điểm")
    plan = imported(tmp_path, "trainees", [TITLE, head, (1, "Lê Văn An", "095080000017", 8)])
    assert outcome(plan) == {"new": 1}
    assert trainees_of(one_class().id)[0].person_id == known.id


def test_a_namesake_who_may_be_the_trainee_is_a_doubt(tmp_path: Path) -> None:
    stored(Person(full_name="Lê Văn An", birth_date=PartialDate(1980, 3, 2)))
    row = (1, "Lê Văn An", "02/03/1980", "Đội 1", "x", "x", 8, "Khá")
    plan = planned(tmp_path, "trainees", [TITLE, HEAD, row])
    assert outcome(plan) == {"doubtful": 1}
    assert "Có thể là người đã có: Lê Văn An, sinh 02/03/1980" in messages(plan)[0][2]
    assert not any(plan.new.values())


def test_one_person_twice_in_a_list_sits_once(tmp_path: Path) -> None:
    plan = imported(tmp_path, "trainees", [TITLE, HEAD, AN, (2, *AN[1:4], "x", "P", "7,5", "Khá")])
    assert outcome(plan) == {"new": 1, "same": 1}
    assert warned(plan) == [
        "Trùng với dòng 3.",
        "Khác điểm danh ở dòng 3; giữ theo dòng đó.",
    ]
    assert sheet_of(one_class()) == [("Lê Văn An", "xx", "Khá")]


def test_a_list_of_classes_comes_in(tmp_path: Path) -> None:
    head = ("STT", "Tên lớp", "Từ ngày", "Đến ngày", "Địa điểm", "Chỉ tiêu", "Kinh phí")
    rows = [
        (1, "Lớp tập huấn PCCC", "15/9/2026", "16/9/2026", "UBND xã", 60, 4_800_000),
        (2, "Lớp bồi dưỡng Tổ bảo vệ an ninh, trật tự", "1/12/2026", "3/12/2026", "", 40, ""),
    ]
    assert outcome(imported(tmp_path, "classes", [head, *rows])) == {"new": 2}
    found = {one.kind: (one.state, one.target) for one in TrainingClass.select()}
    assert found == {
        "PCCC và CNCH": ("Đã bế giảng", 60),
        "Bồi dưỡng nghiệp vụ bảo vệ ANTT": ("Dự kiến", 40),
    }
    assert outcome(planned(tmp_path, "classes", [head, *rows])) == {"same": 2}
