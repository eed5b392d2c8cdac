"""Reviews: the period's rating of a model, a team or a member, with its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from peewee import Check

from models import clock
from models.catalogues import catalogue
from models.fields import (
    Catalogued,
    Choice,
    Day,
    Link,
    LongText,
    OfficialNumber,
    PartialDateField,
    ShortText,
    WholeNumber,
    Year,
)
from models.passage import Passage
from models.problem import Problem, warning
from models.record import Record, column
from models.register import Column, Register, Section, asks_register
from models.registers.members import Membership, is_leader
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.rules.rating_year import LEAST_MONTHS, is_of_force, served_too_short
from models.store import settings
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.registers.people import Person

PARTS = ("Quý I", "Quý II", "6 tháng đầu năm", "Quý III", "Quý IV", "6 tháng cuối năm", "Cả năm")
FIRST_YEAR = 1975
EXCELLENT, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
EXCELLENT_PERCENT = "review.excellent_percent"
"""Name of the setting: most rated xuất sắc, in percent of those rated tốt; 20 unless set."""


class Review(Record):
    """One rating of one model, team or member."""

    NOUN: ClassVar[str] = "lần đánh giá"
    OWNERS: ClassVar[tuple[str, ...]] = ("team", "scheme", "member")

    team_id: int | None
    scheme_id: int | None
    member_id: int | None
    team = Link(Team, "Tổ", sorts=True)
    scheme = Link(Scheme, "Mô hình", sorts=True)
    member = Link(Membership, "Thành viên", sorts=True)
    year = Year("Năm", required=True, sorts=True)
    part = Choice(PARTS, "Kỳ", sorts=True)
    rating = Catalogued("ratings", "Xếp loại", required=True, sorts=True)
    score = WholeNumber("Điểm")
    reviewed_on = Day("Ngày họp xét", sorts=True)
    decision_number = OfficialNumber("Số quyết định", sorts=True)
    decision_date = PartialDateField("Ngày quyết định", sorts=True)
    decided_by = ShortText("Người quyết định")
    comment = LongText("Nhận xét")

    class Meta:
        """Exactly one subject is rated."""

        table_name = "review"
        constraints = [
            Check("(team_id IS NOT NULL) + (scheme_id IS NOT NULL) + (member_id IS NOT NULL) = 1")
        ]

    @property
    def subject(self) -> Record | None:
        """What is rated."""
        return self.team or self.scheme or self.member

    @property
    def rank(self) -> int:
        """Order of the parts within a year; no part means the whole year."""
        return PARTS.index(self.part) if self.part else len(PARTS)

    @property
    def period(self) -> str:
        """The period in words."""
        return f"{self.part} {self.year}" if self.part else f"Năm {self.year}"

    @property
    def title(self) -> str:
        """Subject and period."""
        subject = self.subject
        return f"{subject.title if subject else ''}, {self.period}"


def reviews_of_member(person: Person) -> Iterator[Passage]:
    """Tell how a person was rated as a member of teams."""
    member = Review.member
    live = (Membership.person == person.id) & Review.trashed_at.is_null()
    for review in Review.select(Review).join(Membership, on=member == Membership.id).where(live):
        told = f"{review.rating}, {review.period.lower()}"
        when = PartialDate.from_date(review.reviewed_on) if review.reviewed_on else None
        when = when or (PartialDate(review.year) if review.year else None)
        where = f", {review.member.team.name}" if review.member else ""
        yield Passage(when, f"Xếp loại {told}{where}", review)


def one_subject(review: Review) -> Iterator[Problem]:
    """A review rates exactly one of model, team and member."""
    subjects = (review.team, review.scheme, review.member)
    if sum(subject is not None for subject in subjects) != 1:
        yield Problem("team", "Chọn đúng một: tổ, mô hình hoặc thành viên được đánh giá.")


def year_is_sane(review: Review) -> Iterator[Problem]:
    """The year is neither before the movement nor after this year."""
    if review.year is not None and not FIRST_YEAR <= review.year <= clock.today().year + 1:
        yield Problem("year", f"Năm đánh giá không hợp lệ: {review.year}.")


def decision_is_whole(review: Review) -> Iterator[Problem]:
    """A decision has both a number and a date."""
    if bool(review.decision_number) != (review.decision_date is not None):
        yield warning("decision_number", "Quyết định thiếu số hoặc ngày. Vẫn lưu được.")


@asks_register
def excellent_are_few(review: Review) -> Iterator[Problem]:
    """Warn when those rated xuất sắc pass their share of those rated tốt (HD 01/HD-BCA-V05).

    Teams and members are counted apart, each within the year.
    """
    if review.rating != EXCELLENT:
        return
    kind = Review.member if review.member_id else Review.team
    same = (Review.year == review.year) & kind.is_null(False) & Review.trashed_at.is_null()
    ratings = column(Review.select(Review.rating).where(same & (Review.id != (review.id or 0))))
    excellent, good = ratings.count(EXCELLENT) + 1, ratings.count(GOOD)
    percent = int(settings.get(EXCELLENT_PERCENT, "20"))
    if excellent * 100 > good * percent:
        yield warning(
            "rating",
            f"Năm {review.year}: {excellent} hoàn thành xuất sắc, {good} hoàn thành tốt, "
            f"quá {percent}%. Vẫn lưu được.",
        )


def leader_not_above_team(review: Review) -> Iterator[Problem]:
    """Warn when a leader is rated above the team (HD 01/HD-BCA-V05)."""
    member = review.member
    if member is None or not is_leader(member.role) or not member.team.rating:
        return
    entries = catalogue("ratings")
    own, of_team = entries.find(review.rating), entries.find(member.team.rating)
    same_scale = own and of_team and own.extra.get("scale") == of_team.extra.get("scale")
    if own and of_team and same_scale and own.order < of_team.order:
        yield warning("rating", f"Cao hơn mức của tổ ({of_team.word}). Vẫn lưu được.")


def worked_long_enough(review: Review) -> Iterator[Problem]:
    """Warn when a member of the force worked under nine months of the year (HD 01/HD-BCA-V05)."""
    member = review.member
    if member is None or not review.year or not is_of_force(member.team):
        return
    if member.joined and served_too_short(member.joined, review.year):
        yield warning(
            "member",
            f"Tham gia {member.joined.shown}, chưa đủ {LEAST_MONTHS} tháng của năm {review.year}. "
            "Vẫn lưu được.",
        )


REVIEWS = Register(
    name="reviews",
    title="Đánh giá, xếp loại",
    model=Review,
    sections=(
        Section("Được đánh giá", (Review.team, Review.scheme, Review.member)),
        Section(
            "Kết quả",
            (Review.year, Review.part, Review.rating, Review.score, Review.reviewed_on),
        ),
        Section("Quyết định", (Review.decision_number, Review.decision_date, Review.decided_by)),
        Section("Nhận xét", (Review.comment,)),
    ),
    columns=(
        Column(Review.team, 3),
        Column(Review.scheme, 3),
        Column(Review.member, 2),
        Column(Review.year, 0.9),
        Column(Review.part, 1.6),
        Column(Review.rating, 1.6),
        Column(Review.decision_number, 1.8),
        Column(Review.decision_date, 1.5),
    ),
    search=(Review.team, Review.scheme, Review.member, Review.rating, Review.decision_number),
    rules=(
        one_subject,
        year_is_sane,
        excellent_are_few,
        leader_not_above_team,
        worked_long_enough,
        decision_is_whole,
    ),
    aliases=(
        (Review.team, ("Tên tổ",)),
        (Review.scheme, ("Tên mô hình",)),
        (Review.rating, ("Mức xếp loại", "Mức đánh giá")),
        (Review.part, ("Kỳ đánh giá",)),
    ),
)
