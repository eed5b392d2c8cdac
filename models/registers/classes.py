"""Training classes with their subjects, sessions and trainees, from the plan to the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.fields import (
    Catalogued,
    Choice,
    Day,
    Dong,
    Link,
    LongText,
    OfficialNumber,
    PartialDateField,
    ShortText,
    WholeNumber,
    YesNo,
)
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section
from models.registers.people import Person
from models.rules.class_papers import paper_title, papers_on
from models.rules.passing import Asked, usual
from models.scores import Score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

PLANNED, OPEN, CLOSED = "Dự kiến", "Đang mở", "Đã bế giảng"
TO_PRINT, ISSUED, CANCELLED = "Chờ in giấy", "Đã cấp giấy", "Hủy"
CLASS_STATES = (PLANNED, OPEN, CLOSED, TO_PRINT, ISSUED, CANCELLED)
PARTS = ("Sáng", "Chiều", "Tối")
WHOLE = 100
"""Percent of all sessions."""


class TrainingClass(Record):
    """A class: who holds it, who issues its papers, what a trainee must reach."""

    NOUN: ClassVar[str] = "lớp"

    name = ShortText("Tên lớp", required=True, help_text="In đúng như trên giấy chứng nhận")
    code = ShortText("Mã lớp", sorts=True)
    kind = Catalogued("class_kinds", "Loại lớp", sorts=True)
    state = Choice(CLASS_STATES, "Tình trạng", sorts=True)
    way = Choice(("Trực tiếp", "Trực tuyến"), "Hình thức học")
    started = PartialDateField("Ngày khai giảng", sorts=True, planned=True)
    ended = PartialDateField("Ngày bế giảng", sorts=True, planned=True)
    periods = WholeNumber("Số tiết")
    place = ShortText("Địa điểm", sorts=True)
    organiser = ShortText("Cơ quan tổ chức", help_text="Để trống khi là Công an xã")
    partner = ShortText("Cơ quan phối hợp")
    issuer = ShortText("Cơ quan cấp giấy", help_text="Để trống khi là cơ quan tổ chức")
    board = ShortText("Ban tổ chức")
    head_teacher = ShortText("Chủ nhiệm lớp")
    plan_number = OfficialNumber("Số kế hoạch")
    plan_date = PartialDateField("Ngày kế hoạch")
    decision_number = OfficialNumber("Số quyết định mở lớp")
    decision_date = PartialDateField("Ngày quyết định mở lớp")
    target = WholeNumber("Chỉ tiêu học viên")
    budget = Dong("Kinh phí (đồng)")
    least_share = WholeNumber("Chuyên cần tối thiểu (%)", help_text="Đi muộn tính là có mặt")
    least_score = Score("Điểm tối thiểu")
    paper = Catalogued("class_papers", "Giấy cấp", help_text="Để trống: theo loại lớp và ngày")
    aim = LongText("Mục đích, yêu cầu")
    note = LongText("Ghi chú")
    sessions = WholeNumber("Số buổi", derived=True, sorts=True)
    enrolled = WholeNumber("Số học viên", derived=True, sorts=True)
    passed = WholeNumber("Số đạt", derived=True, sorts=True)

    class Meta:
        """Table name."""

        table_name = "training_class"

    @property
    def in_sentence(self) -> str:
        """The name as it stands inside a sentence, beginning with "lớp" or "khóa"."""
        first, _, rest = self.name.partition(" ")
        if first.lower() in ("lớp", "khóa"):
            return f"{first.lower()} {rest}"
        calm = self.name[:1].lower() + self.name[1:] if not self.name[1:2].isupper() else self.name
        return f"lớp {calm}"

    @property
    def last_day(self) -> date | None:
        """The last day the class can have been held on, as far as known."""
        known = self.ended or self.started
        return known.last if known else None

    @property
    def paper_given(self) -> str:
        """What those who pass are given: as chosen, else by kind and day."""
        return self.paper or paper_title(self.kind, self.last_day)


class Session(Record):
    """One sitting of a class, at which attendance is marked."""

    NOUN: ClassVar[str] = "buổi học"

    training_class_id: int
    training_class = Link(TrainingClass, "Lớp", required=True)
    day = Day("Ngày", sorts=True, planned=True)
    part = Choice(PARTS, "Buổi")
    label = ShortText("Tên buổi", help_text="Khi chưa biết ngày")
    held = YesNo("Đã điểm danh", derived=True)

    class Meta:
        """Table name."""

        table_name = "session"

    @property
    def title(self) -> str:
        """The part and the day, else what the sitting is called."""
        if self.day is None:
            return self.label
        shown = self.day.strftime("%d/%m/%Y")
        return f"Buổi {self.part.lower()} {shown}" if self.part else f"Ngày {shown}"

    @property
    def place(self) -> tuple[str, int, str, int]:
        """What puts the sittings of a class in order."""
        part = PARTS.index(self.part) if self.part else -1
        return self.day.isoformat() if self.day else "9", part, self.title_key(), self.id or 0


class Subject(Record):
    """One subject of a class: what is taught, by whom, for how long."""

    NOUN: ClassVar[str] = "chuyên đề"

    training_class_id: int
    training_class = Link(TrainingClass, "Lớp", required=True)
    name = ShortText("Nội dung", required=True)
    lecturer = ShortText("Báo cáo viên")
    periods = WholeNumber("Số tiết")
    day = Day("Ngày", planned=True)
    part = Choice(PARTS, "Buổi")

    class Meta:
        """Table name."""

        table_name = "subject"


class Trainee(Record):
    """One person in one class."""

    NOUN: ClassVar[str] = "học viên"
    TITLE: ClassVar[str] = "person"

    training_class_id: int
    person_id: int
    training_class = Link(TrainingClass, "Lớp", required=True, sorts=True)
    person = Link(Person, "Người", required=True, sorts=True)
    number = WholeNumber("Thứ tự trong lớp", sorts=True)
    unit = ShortText("Đơn vị", sorts=True)
    post = ShortText("Chức vụ")
    category = Catalogued("trainee_kinds", "Đối tượng", sorts=True)
    documents = YesNo("Đã ký nhận tài liệu")
    score = Score("Điểm", sorts=True)
    grade = Catalogued("grades", "Xếp loại", sorts=True)
    note = LongText("Ghi chú")
    attended = WholeNumber("Số buổi có mặt", derived=True)
    share = WholeNumber("Chuyên cần (%)", derived=True, sorts=True)
    result = ShortText("Kết quả", derived=True, sorts=True)
    reason = ShortText("Lý do chưa đạt", derived=True)

    class Meta:
        """Table name."""

        table_name = "trainee"

    @classmethod
    def key_of_title(cls, text: str) -> str:
        """Order as people are ordered."""
        return Person.key_of_title(text)


def sessions_of(key: int) -> list[Session]:
    """Return the sittings of the class with a key, in the order they are held."""
    live = (Session.training_class == key) & Session.trashed_at.is_null()
    return sorted(Session.select().where(live), key=lambda session: session.place)


def subjects_of(key: int) -> list[Subject]:
    """Return the subjects of the class with a key, as they were entered."""
    live = (Subject.training_class == key) & Subject.trashed_at.is_null()
    return list(Subject.select().where(live).order_by(Subject.id))


def rule_to_begin_with() -> Asked:
    """Return what a new class asks until told otherwise: as the one entered last, else as usual."""
    live = TrainingClass.trashed_at.is_null()
    ruled = TrainingClass.least_share.is_null(False) | TrainingClass.least_score.is_null(False)
    for last in (
        TrainingClass.select().where(live, ruled).order_by(TrainingClass.id.desc()).limit(1)
    ):
        return Asked(last.least_share, last.least_score)
    return usual()


def state_on(started: date | None, ended: date | None, today: date) -> str:
    """Return the state a class is in by its days alone."""
    if started is not None and today < started:
        return PLANNED
    return CLOSED if ended is not None and ended < today else OPEN


def days_in_order(training: TrainingClass) -> Iterator[Problem]:
    """No class closes before it opens."""
    started, ended = training.started, training.ended
    if started and ended and ended.last < started.first:
        yield Problem(
            "ended", f"Ngày bế giảng {ended.shown} trước ngày khai giảng {started.shown}."
        )


def share_is_percent(training: TrainingClass) -> Iterator[Problem]:
    """Nobody can be asked for more than every session."""
    if (training.least_share or 0) > WHOLE:
        message = f"Chuyên cần tối thiểu từ 0 đến {WHOLE}%, đang ghi {training.least_share}."
        yield Problem("least_share", message)


def paper_is_of_its_time(training: TrainingClass) -> Iterator[Problem]:
    """Warn about a paper that was not, or is no longer, given on the class's last day."""
    day = training.last_day
    if day and training.paper and training.paper not in papers_on(day):
        right = paper_title(training.kind, day)
        yield warning("paper", f"Lớp này thường cấp “{right}”. Vẫn lưu được.")


def over_target(training: TrainingClass) -> Iterator[Problem]:
    """Tell when more came than were planned."""
    if training.target and training.enrolled and training.enrolled > training.target:
        message = f"Có {training.enrolled} học viên, chỉ tiêu {training.target}. Vẫn lưu được."
        yield warning("target", message)


CLASSES = Register(
    name="classes",
    title="Lớp tập huấn",
    model=TrainingClass,
    sections=(
        Section(
            "Lớp",
            (
                TrainingClass.name,
                TrainingClass.kind,
                TrainingClass.code,
                TrainingClass.state,
                TrainingClass.started,
                TrainingClass.ended,
                TrainingClass.place,
                TrainingClass.way,
                TrainingClass.periods,
                TrainingClass.target,
            ),
        ),
        Section(
            "Cơ quan",
            (
                TrainingClass.organiser,
                TrainingClass.partner,
                TrainingClass.issuer,
                TrainingClass.board,
                TrainingClass.head_teacher,
            ),
        ),
        Section(
            "Văn bản, kinh phí",
            (
                TrainingClass.plan_number,
                TrainingClass.plan_date,
                TrainingClass.decision_number,
                TrainingClass.decision_date,
                TrainingClass.budget,
            ),
        ),
        Section(
            "Điều kiện đạt",
            (TrainingClass.least_share, TrainingClass.least_score, TrainingClass.paper),
        ),
        Section(
            "Chuyên đề",
            (Subject.name, Subject.lecturer, Subject.periods, Subject.day, Subject.part),
        ),
        Section(
            "Học viên",
            (
                Person.full_name,
                Person.birth_date,
                Person.sex,
                Person.citizen_id,
                Person.phone,
                Trainee.unit,
                Trainee.post,
            ),
        ),
        Section("Mục đích, ghi chú", (TrainingClass.aim, TrainingClass.note)),
    ),
    columns=(
        Column(TrainingClass.name, 5),
        Column(TrainingClass.started, 1.4),
        Column(TrainingClass.enrolled, 1),
        Column(TrainingClass.passed, 0.9),
        Column(TrainingClass.state, 1.6),
        Column(TrainingClass.kind, 0),
        Column(TrainingClass.ended, 0),
        Column(TrainingClass.place, 0),
        Column(TrainingClass.sessions, 0),
        Column(TrainingClass.code, 0),
    ),
    search=(
        TrainingClass.name,
        TrainingClass.code,
        TrainingClass.kind,
        TrainingClass.place,
        TrainingClass.plan_number,
    ),
    rules=(days_in_order, share_is_percent, paper_is_of_its_time, over_target),
    aliases=(
        (TrainingClass.name, ("Lớp", "Tên lớp học", "Tên lớp tập huấn", "Nội dung lớp")),
        (TrainingClass.kind, ("Loại hình lớp", "Loại")),
        (TrainingClass.started, ("Từ ngày", "Khai giảng", "Ngày mở lớp", "Thời gian")),
        (TrainingClass.ended, ("Đến ngày", "Bế giảng")),
        (TrainingClass.place, ("Nơi tổ chức",)),
        (TrainingClass.organiser, ("Đơn vị tổ chức", "Đơn vị mở lớp")),
        (TrainingClass.plan_number, ("Kế hoạch số", "Kế hoạch")),
        (TrainingClass.target, ("Chỉ tiêu",)),
        (TrainingClass.budget, ("Kinh phí",)),
    ),
)
