"""Ratings of the demo register over the years: most up to date, some due, some overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.demo.words import chance, happens, rows
from models.registers.reviews import Review
from models.registers.schemes import DISSOLVED
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from models.record import Record
    from models.registers.members import Membership
    from models.registers.schemes import Scheme
    from models.registers.teams import Team

HALF, WHOLE = "6 tháng đầu năm", "Cả năm"
FIRST = 2020
MODEL = ("Tốt", "Khá", "Trung bình", "Yếu")
BEST, GOOD, PLAIN = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
)
SCORES = {"Tốt": 90, "Khá": 78, "Trung bình": 62, "Yếu": 44, BEST: 95, GOOD: 88, PLAIN: 74}
COMMENTS = {
    "Tốt": ("Họp đều, cung cấp tin kịp thời.", "Hoạt động có nền nếp, được Nhân dân tin cậy.", ""),
    "Khá": ("Họp đều, còn ít tin có giá trị.", "Cần vận động thêm thành viên trẻ.", ""),
    "Trung bình": ("Họp chưa đều, cần củng cố.", "Ít hoạt động, thành viên đi làm xa."),
    "Yếu": ("Nhiều tháng không họp. Giao Công an xã hướng dẫn kiện toàn.",),
}
WEAK = {DISSOLVED: "Yếu", "Tạm ngừng": "Trung bình", "Củng cố": "Trung bình"}
CHAIRMAN = "Chủ tịch UBND xã Hưng Hội"


def team_reviews(teams: list[Team], today: date) -> list[Review]:
    """Return the reviews of all teams up to what each one's story asks for."""
    found: list[Review] = []
    for row, team in zip(rows("teams"), teams, strict=True):
        last = _last(row["review"], team, today)
        if last is not None and row["rating"]:
            found.extend(_reviews_of(team, row["rating"], last, today))
    return found


def _last(story: str, team: Team, today: date) -> tuple[int, str] | None:
    """Return year and part of a team's latest review."""
    if team.state == DISSOLVED:
        return 2023, WHOLE
    if story == "never":
        return None
    if story == "late":
        return today.year - 2, WHOLE
    if story == "done" and today >= date(today.year, 11, 20):
        return today.year, WHOLE
    if story == "half" and today >= date(today.year, 7, 20):
        return today.year, HALF
    return today.year - 1, WHOLE


def _reviews_of(team: Team, rating: str, last: tuple[int, str], today: date) -> Iterator[Review]:
    founded = team.decision_date.year if team.decision_date else FIRST
    source = chance("reviews", team.name)
    for year in range(max(founded + 1, FIRST), last[0] + 1):
        latest = year == last[0]
        given = rating if latest else _other(source, rating)
        if happens(source, 20) and not latest and rating in MODEL:
            yield _review(team, year, HALF, given, today)
        yield _review(team, year, last[1] if latest else WHOLE, given, today)


def _other(source: Random, rating: str) -> str:
    """Return the rating of another year, near to this one."""
    if rating not in MODEL:
        return rating
    place = MODEL.index(rating) + source.choice((0, 0, 0, 1, -1))
    return MODEL[min(max(place, 0), 2)]


def _review(subject: Record, year: int, part: str, rating: str, today: date) -> Review:
    source = chance("review", subject.title, year, part)
    review = Review(year=year, part=part, rating=rating)
    setattr(review, type(subject).__name__.lower().replace("membership", "member"), subject)
    review.score = SCORES[rating] + source.randint(-4, 4)
    review.comment = source.choice(COMMENTS.get(rating, ("",)))
    forces = rating in (BEST, GOOD, PLAIN)
    review.reviewed_on = _meeting(source, year, part, forces, today)
    decided = date(year, 7, 15) if part == HALF else date(year, 11 + (not forces), 15)
    if decided <= today and review.reviewed_on <= decided:
        first = 112 if part == HALF else 168 if forces else 185
        review.decision_number = f"{first + year % 10 * 7}/QĐ-UBND"
        review.decision_date = PartialDate.from_date(decided)
        review.decided_by = CHAIRMAN
    return review


def _meeting(source: Random, year: int, part: str, forces: bool, today: date) -> date:
    """Return the day of the meeting: before the decision of the period, never after today."""
    if part == HALF:
        return date(year, 6, 25) + timedelta(days=source.randint(0, 18))
    day = date(year, 11, 3 if forces else 6) + timedelta(days=source.randint(0, 11))
    return min(day, today - timedelta(days=1))


def member_reviews(members: list[Membership], teams: list[Review], today: date) -> list[Review]:
    """Return ratings of the BVANTT force's members: HTXS kept under a fifth, no leader over it."""
    last = {review.team_id: review for review in teams if review.rating in (BEST, GOOD, PLAIN)}
    found = []
    for member in members:
        above = last.get(member.team_id)
        if above is None or member.left is not None:
            continue
        source = chance("member", member.person.full_name, member.team.name)
        rating = GOOD if happens(source, 80) else PLAIN
        if member.role == "Tổ trưởng":
            rating = above.rating
        elif above.rating == BEST and happens(source, 35):
            rating = BEST
        review = _review(member, above.year or FIRST, WHOLE, rating, today)
        review.decision_number, review.decided_by = above.decision_number, above.decided_by
        review.decision_date, review.reviewed_on = above.decision_date, above.reviewed_on
        found.append(review)
    return found


def scheme_reviews(schemes: list[Scheme], today: date) -> list[Review]:
    """Return the yearly reviews of the models that work, and of those dissolved up to their end."""
    found = []
    for scheme in schemes:
        source = chance("scheme", scheme.name)
        end = scheme.dissolved_on.year if scheme.dissolved_on else today.year
        begun = scheme.launched.year if scheme.launched else end
        for year in range(max(begun + 1, end - 4), end + 1):
            part = _scheme_part(source, year, end, scheme, today)
            rating = source.choice(MODEL[:2])
            if year >= end - 2:
                rating = WEAK.get(scheme.state, rating)
            if part:
                found.append(_review(scheme, year, part, rating, today))
    return found


def _scheme_part(source: Random, year: int, end: int, scheme: Scheme, today: date) -> str:
    """Return the part of a year that is reviewed; nothing where this year's is still to be."""
    late = happens(source, 25)
    if year < end:
        return WHOLE
    if scheme.state == DISSOLVED or today < date(year, 7, 20):
        return ""
    return WHOLE if today >= date(year, 11, 20) and not late else HALF
