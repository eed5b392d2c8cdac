"""A record as it is read beside the list: facts, what belongs to it, and its history in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models import clock
from models.catalogues import catalogue
from models.masking import seen
from models.registers import register_of
from models.registers.activities import ACTIVITIES, Activity
from models.registers.classes import Subject, TrainingClass, subjects_of
from models.registers.issued import IssuedPaper
from models.registers.lives import life_of
from models.registers.members import MEMBERS, Membership
from models.registers.people import Person
from models.registers.reviews import REVIEWS, Review
from models.registers.same_people import merges_into
from models.registers.teams import Team
from models.registers.trainees import TRAINEES, Trainee
from models.roles import Right
from models.store.doubles import doubles_of
from models.store.query import Condition, Listing, Reader
from models.store.session import may
from ui.desk.facts import facts, texts
from ui.desk.history import last_edit, moment, past_of
from ui.desk.issue_book import snapshot_tab
from ui.desk.issuing import paper_warnings
from ui.desk.lists import column_facts
from ui.looks import SOON_DAYS
from ui.source import Block, CellKind, Chip, ColumnFacts, Detail, Fact, Line, Row, Tab, Warn

if TYPE_CHECKING:
    from models.register import Register

CORE = 3
MOST_ROWS = 500


class RegisterDetails:
    """Tells everything about one record of a register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def detail(self, identity: int) -> Detail | None:
        """Return the record, or nothing when it is gone."""
        model: Any = self.register.model
        record = model.get_or_none((model.id == identity) & model.trashed_at.is_null())
        if record is None:
            return None
        return Detail(
            record.title,
            _context(record),
            _chips(record),
            _warnings(record),
            (
                Tab("facts", "Thông tin", self._blocks(record)),
                *_belonging(record),
                *snapshot_tab(record),
                *_life(record),
                Tab("history", "Lịch sử", past=lambda offset: past_of(record, offset)),
            ),
            last_edit(record),
        )

    def told(self, record: Any) -> tuple[Tab, ...]:  # noqa: ANN401
        """Return what a record holds, and its history, whether or not it is in the trash."""
        return (
            Tab("facts", "Thông tin", self._blocks(record)),
            Tab("history", "Lịch sử", past=lambda offset: past_of(record, offset)),
        )

    def _blocks(self, record: Any) -> tuple[Block, ...]:  # noqa: ANN401
        blocks = [Block(facts=facts(self.register, record) + self._lent(record))]
        blocks += [Block(title, text=text) for title, text in texts(self.register, record)]
        if isinstance(record, Team):
            blocks.insert(1, _core_of(record))
        if isinstance(record, TrainingClass):
            blocks[1:1] = _subjects_of(record)
        return (*blocks, *_merged(record))

    def _lent(self, record: Any) -> tuple[Fact, ...]:  # noqa: ANN401
        """Return what the columns tell of linked records: the person behind a membership."""
        fields = [column.field for column in self.register.columns]
        return tuple(
            Fact(field.label, shown)
            for field in fields
            if self.register.path(field)
            and (shown := seen(field, self.register.value(record, field)))
            and shown != record.title
        )


def _core_of(team: Team) -> Block:
    """The first members of a team, leaders first."""
    ranks = {entry.word: entry.order for entry in catalogue("member_roles")}
    serving = Membership.select().where(
        (Membership.team == team.id) & Membership.left.is_null() & Membership.trashed_at.is_null()
    )
    members = sorted(serving, key=lambda member: (ranks.get(member.role, 99), member.id))[:CORE]
    lines = tuple(
        Line(
            member.person.full_name,
            " · ".join(part for part in (member.role, member.note) if part),
            seen(Person.phone, member.person.phone),
            ("members", member.id),
        )
        for member in members
    )
    link = f"Xem cả {team.strength} thành viên" if team.strength else ""
    return Block(
        "Nòng cốt",
        lines=lines,
        text="" if lines else "Chưa có thành viên.",
        link=link,
        opens="members",
    )


def _subjects_of(training: TrainingClass) -> tuple[Block, ...]:
    """What a class teaches, in order: by whom, for how long and when."""
    lines = []
    for subject in subjects_of(training.id):
        day = Subject.day.show(subject.day)
        when = f"{subject.part} {day}".strip()
        periods = f"{subject.periods} tiết" if subject.periods else ""
        right = " · ".join(part for part in (periods, when) if part)
        lines.append(Line(subject.name, subject.lecturer, right))
    return (Block("Chuyên đề", lines=tuple(lines)),) if lines else ()


def _context(record: Any) -> str:  # noqa: ANN401
    parts = []
    area = getattr(record, "area", None)
    if area is not None:
        parts.append(area.name)
    scheme = getattr(record, "scheme", None)
    if scheme is not None:
        parts.append(f"Mô hình “{scheme.name}”")
    if isinstance(record, Membership):
        parts.append(f"{record.role or 'Thành viên'} {record.team.name}")
    if isinstance(record, Trainee):
        parts.append(record.training_class.name)
    if isinstance(record, IssuedPaper):
        parts.append(record.receiver)
    if isinstance(record, TrainingClass):
        parts += [part for part in (record.code, record.place) if part]
    if isinstance(record, Person) and record.birth_date:
        parts.insert(0, f"Sinh {record.birth_date.shown}")
    return " · ".join(parts)


def _chips(record: Any) -> tuple[Chip, ...]:  # noqa: ANN401
    chips = []
    if getattr(record, "state", ""):
        chips.append(Chip(record.state))
    rating = getattr(record, "rating", "")
    if rating:
        entry = catalogue("ratings").find(rating)
        when = _rated(record) if isinstance(record, Team) else ""
        chips.append(Chip(f"Xếp loại {rating}{when}", entry.look if entry else ""))
    if isinstance(record, Team) and record.strength is not None:
        chips.append(Chip(f"{record.strength} thành viên", "plain", "account-multiple-outline"))
    return tuple(chips)


def _rated(team: Team) -> str:
    """Say of which year a team's rating is."""
    reviews = Review.select().where((Review.team == team.id) & Review.trashed_at.is_null())
    latest = reviews.order_by(Review.year.desc()).first()
    return f" · {latest.year}" if latest is not None else ""


def _merged(record: Any) -> tuple[Block, ...]:  # noqa: ANN401
    """Return those whom a person was merged of, each with the way to tell them apart again."""
    merges = merges_into(record.id) if isinstance(record, Person) else ()
    return tuple(
        Block(
            f"Đã gộp: {merge.title}",
            text=f"Gộp {moment(merge.created_at)} · {merge.created_by}",
            link="Tách lại",
            opens=f"take_apart:{merge.id}",
        )
        for merge in merges
    )


def _life(record: Any) -> tuple[Tab, ...]:  # noqa: ANN401
    """Return a person's timeline over all registers, each line opening what tells it."""
    if not isinstance(record, Person):
        return ()
    passages = list(enumerate(life_of(record), start=1))
    registers = {at: register_of(type(passage.record)) for at, passage in passages}
    return (
        Tab(
            "life",
            "Quá trình",
            rows=tuple(
                Row(at, (passage.when.shown if passage.when else "", passage.words))
                for at, passage in passages
            ),
            columns=(
                ColumnFacts("when", "Khi nào", 1.2, kind=CellKind.DATE, sortable=False),
                ColumnFacts("words", "Việc", 4, sortable=False),
            ),
            targets={
                at: (register.name, passage.record.id)
                for at, passage in passages
                if (register := registers[at]) is not None
            },
            nothing="Chưa có việc nào được ghi.",
        ),
    )


def _warnings(record: Any) -> tuple[Warn, ...]:  # noqa: ANN401
    if isinstance(record, TrainingClass):
        told = f"{record.enrolled or 0} học viên, {record.sessions or 0} buổi"
        words = "Điểm danh, ghi kết quả, thêm học viên"
        return (Warn(words, told, "blue", "school-outline", "Mở lớp", "open"),)
    if isinstance(record, Person):
        return _doubles(record)
    if isinstance(record, IssuedPaper):
        return paper_warnings(record)
    due = record.review_due if isinstance(record, Team) else None
    if due is None or (due - clock.today()).days > SOON_DAYS:
        return ()
    left = (due - clock.today()).days
    when = f"quá {-left} ngày" if left < 0 else "hôm nay" if left == 0 else f"còn {left} ngày"
    colour, icon = ("red", "alert-circle") if left < 0 else ("orange", "clock-outline")
    title, words = f"Đến hạn đánh giá: {due:%d/%m/%Y}", f"Kỳ năm {due.year}, {when}."
    action = "Đánh giá" if may(Right.WRITE) else ""
    return (Warn(title, words, colour, icon, action, f"review:{due.year}"),)


def _doubles(person: Person) -> tuple[Warn, ...]:
    """Say who this person may be."""
    doubles = doubles_of(person) if may(Right.WRITE) else []
    if not doubles:
        return ()
    first = doubles[0]
    more = f" và {len(doubles) - 1} người khác" if len(doubles) > 1 else ""
    title = f"Có thể trùng với {first.second.full_name}{more}"
    words = f"{first.likeness.words}."
    return (Warn(title, words, "orange", "account-search-outline", "So sánh", "twins"),)


def _belonging(record: Any) -> tuple[Tab, ...]:  # noqa: ANN401
    """Return the lists that belong to a record."""
    return tuple(_tab(lot, record) for lot in _LOTS if lot.link.rel_model is type(record))


@dataclass(frozen=True, eq=False, slots=True)
class _Lot:
    """Records that belong to another by a link: a tab of its page.

    `told` names the columns that the page itself already tells.
    """

    key: str
    title: str
    register: Register
    link: Any
    told: frozenset[str]
    nothing: str
    acts: tuple[str, ...] = ()


_LOTS = (
    _Lot(
        "members",
        "Thành viên",
        MEMBERS,
        Membership.team,
        frozenset({"team"}),
        "Chưa có thành viên.",
        ("add_member", "print_members"),
    ),
    _Lot(
        "members",
        "Tham gia",
        MEMBERS,
        Membership.person,
        frozenset({"full_name", "birth_date", "sex", "phone", "citizen_id"}),
        "Chưa ở tổ nào.",
    ),
    _Lot(
        "reviews",
        "Đánh giá",
        REVIEWS,
        Review.team,
        frozenset({"team", "scheme", "member"}),
        "Chưa có lần đánh giá nào.",
        ("review",),
    ),
    _Lot(
        "reviews",
        "Đánh giá",
        REVIEWS,
        Review.scheme,
        frozenset({"team", "scheme", "member"}),
        "Chưa có lần đánh giá nào.",
        ("review",),
    ),
    _Lot(
        "activities",
        "Hoạt động",
        ACTIVITIES,
        Activity.team,
        frozenset({"team", "area"}),
        "Chưa ghi hoạt động nào.",
        ("add_activity",),
    ),
    _Lot(
        "trainees",
        "Học viên",
        TRAINEES,
        Trainee.training_class,
        frozenset({"training_class"}),
        "Chưa có học viên.",
    ),
    _Lot(
        "learned",
        "Tập huấn",
        TRAINEES,
        Trainee.person,
        frozenset({"full_name", "birth_date", "sex", "phone", "citizen_id", "area", "address"}),
        "Chưa học lớp nào.",
    ),
)


def _tab(lot: _Lot, owner: Any) -> Tab:  # noqa: ANN401
    shown = [c for c in lot.register.columns if c.share > 0 and c.field.name not in lot.told]
    listing = Listing(lot.register, where=(Condition(lot.link, (owner.id,)),))
    rows = Reader(listing).rows([column.field for column in shown], 0, MOST_ROWS)
    many = owner.strength if isinstance(owner, Team) and lot.key == "members" else len(rows)
    return Tab(
        lot.key,
        f"{lot.title} {many}" if many else lot.title,
        rows=tuple(Row(key, tuple(cells)) for key, *cells in rows),
        targets={key: (lot.register.name, key) for key, *_cells in rows},
        columns=tuple(map(column_facts, shown)),
        nothing=lot.nothing,
        acts=lot.acts if may(Right.WRITE) else (),
    )
