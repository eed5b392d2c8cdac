"""How the demo register came to be: a handful of named changes over the last weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from models import clock
from models.demo import places
from models.demo.activities import Doers, activities
from models.demo.classes import courses
from models.demo.members import Place, Roll
from models.demo.people import Crowd
from models.demo.reviews import member_reviews, scheme_reviews, team_reviews
from models.demo.service import earlier_service
from models.demo.words import chance, rows
from models.record import Record
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store import clock_check, keys, opening
from models.store.change import Change, change
from models.store.database import database
from models.values.partial_date import PartialDate

R = TypeVar("R", bound=Record)

if TYPE_CHECKING:
    from models.demo.classes import Course
    from models.registers.activities import Activity
    from models.store.folder import RegisterFolder

PROVINCE, COMMUNE = "Cà Mau", "Hưng Hội"
EXAMPLE = "Tổ tự quản ANTT số 3"
BEGUN = 42
"""Days ago that the demo register was made: what it began with is out of undo's reach."""
WEEKLY = (21, 14, 7, 1)
"""Days ago that activities and reviews were written down."""


def make(
    folder: RegisterFolder,
    user: str,
    password: str,
    further: Callable[[], object] | None = None,
    between: Callable[[], object] = lambda: None,
) -> None:
    """Make a demo register for one person; nothing is left behind when it cannot be made whole.

    Args:
        folder: where it is made.
        user: who opens it.
        password: theirs.
        further: done in the filled register, as issuing papers, which this layer cannot draw.
        between: called every now and then; may raise Cancelled.

    Raises:
        UserError: missing name or password, or a register is there already.
        WorldError: the disk failed.
    """
    with clock.stopped_at(_moment(BEGUN, 8, 5)):
        opening.create(folder, opening.NewRegister(PROVINCE, COMMUNE, user, password, "Ấp"))
    try:
        with opening.opened(folder, user, lambda: password):
            fill(between)
            between()
            if further is not None:
                further()
    except BaseException:
        for part in (folder.database, folder.keys, folder.keys_copy):
            part.unlink(missing_ok=True)
        raise


def fill(between: Callable[[], object] = lambda: None) -> None:
    """Fill the open register, which holds nothing but its office.

    Args:
        between: called every now and then; may raise Cancelled.

    Raises:
        WorldError: the disk failed; the changes before stand.
    """
    clock_check.accept_clock()  # the story begins weeks ago
    story = _Story(clock.now(), clock.today(), between)
    story.found()
    story.write_down(BEGUN - 3)
    for days in WEEKLY:
        between()
        story.happenings(days)
        story.write_down(days)
    with database.atomic():
        for model in (Team, Scheme):
            keys.rebuild(model)


def _moment(days: int, hour: int, minute: int) -> datetime:
    day = clock.now() - timedelta(days=days)
    return day.replace(hour=hour, minute=minute, second=chance(days, hour).randrange(60))


@contextmanager
def _changed(title: str, moment: datetime) -> Iterator[Change]:
    with clock.stopped_at(moment), change(title) as work:
        yield work


@dataclass(slots=True)
class _Story:
    """What is known while the register is filled."""

    now: datetime
    today: date
    between: Callable[[], object]
    areas: dict[str, Area] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    members: list[Membership] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)

    def found(self) -> None:
        """Store all that stands still: office, areas, models, teams, people."""
        self._found_areas()
        self.between()
        schemes = self._found_schemes()
        teams = list(self.teams.values())
        of_teams = team_reviews(teams, self.today)
        self.reviews = of_teams + scheme_reviews(schemes, self.today)
        self.write_down(BEGUN - 1)
        self.between()
        roll = Roll(Crowd(self.today), self.areas)
        self._people(roll, roll.call(teams))
        self.reviews += member_reviews(self.members, of_teams, self.today)
        self.between()
        leaders = {row["name"]: row["leader"] for row in rows("teams")}
        doers = Doers(teams, list(self.areas.values()), leaders)
        self.activities = activities(doers, self.today)
        self._plan_classes()

    def _found_areas(self) -> None:
        with _changed("Thêm 3 người ký của đơn vị", _moment(BEGUN, 8, 20)) as work:
            work.add_many(places.signers(opening.the_office(), self.today))
        areas = places.areas(self.today)
        self.areas = {area.name: area for area in areas}
        with _changed(f"Thêm {len(areas)} địa bàn", _moment(BEGUN, 8, 40)) as work:
            work.add_many(areas)
        for row in rows("areas"):
            if row["merged_into"]:
                area = self.areas[row["name"]]
                area.merged_into = self.areas[row["merged_into"]]
                with _changed(f"Sáp nhập {area.name}", _moment(BEGUN, 9, 10)) as work:
                    work.save(area)

    def _found_schemes(self) -> list[Scheme]:
        schemes = places.schemes(self.areas, self.today)
        named = {scheme.name: scheme for scheme in schemes}
        with _changed(f"Thêm {len(schemes)} mô hình", _moment(BEGUN, 9, 45)) as work:
            work.add_many(schemes)
        sites = places.sites(named, self.areas, self.today)
        with _changed(f"Thêm {len(sites)} điểm nhân rộng", _moment(BEGUN, 10, 30)) as work:
            work.add_many(sites)
        teams = places.teams(named, sites, self.areas, self.today)
        long = next(team for team in teams if team.name == "Tổ tiếng kẻng an ninh")
        long.note = _chronicle()
        with _changed(f"Thêm {len(teams)} tổ", _moment(BEGUN - 1, 8, 15)) as work:
            work.add_many(teams)
        self.teams = {team.name: team for team in teams}
        return schemes

    def _people(self, roll: Roll, filled: list[Place]) -> None:
        people = roll.people
        title = f"Thêm {len(people)} người, {len(filled)} lượt thành viên"
        with _changed(title, _moment(BEGUN - 2, 14, 5)) as work:
            work.add_many(people)
            self.members = [place.membership() for place in filled]
            work.add_many(self.members)
            work.add_many(earlier_service(filled))

    def _plan_classes(self) -> None:
        self.courses = courses(self.members, self.today)
        with _changed(f"Thêm {len(self.courses)} lớp tập huấn", _moment(BEGUN - 2, 15, 30)) as work:
            for records in ("training", "subjects", "sessions"):
                work.add_many(_gathered(self.courses, records))

    def _teach(self, days: int) -> None:
        """Store the trainees and the attendance written down so many days ago."""
        for course in self.courses:
            if course.entered == days:
                words = f"Nhập {len(course.trainees)} học viên, {course.training.name}"
                with _changed(words, _moment(days, 17, 5)) as work:
                    work.add_many(course.trainees)
                    work.add_many(course.attendance)

    def write_down(self, days: int) -> None:
        """Store the reviews and activities that had happened so many days ago and are not in."""
        day = self.today - timedelta(days=days)
        held, self.reviews = _parted(self.reviews, "reviewed_on", day)
        done, self.activities = _parted(self.activities, "day", day)
        if held:
            with _changed(f"Ghi {len(held)} lần đánh giá", _moment(days, 9, 20)) as work:
                work.add_many(held)
        if done:
            with _changed(f"Thêm {len(done)} hoạt động", _moment(days, 16, 10)) as work:
                work.add_many(done)
        self._teach(days)

    def happenings(self, days: int) -> None:
        """Do the small changes of one week."""
        act = {21: self._note, 14: self._leave, 7: self._trash, 1: self._join}[days]
        act(_moment(days, 8, 30))
        if days == WEEKLY[1]:
            self._twice(_moment(days, 8, 45))

    def _note(self, moment: datetime) -> None:
        team = Team.get_by_id(self.teams[EXAMPLE].id)
        team.phone = "0913555214"
        with _changed(f"Sửa {team.name}", moment) as work:
            work.save(team)

    def _leave(self, moment: datetime) -> None:
        name = "Tổ tự quản khu chợ Phú Tòng"
        of_team = [member for member in self.members if member.team.name == name]
        serving = [member.id for member in of_team if member.left is None]
        member = Membership.get_by_id(serving[-1])
        member.left, member.left_why = PartialDate.from_date(moment.date()), "Chuyển nơi ở"
        with _changed(f"Cho thôi {member.title}, {name}", moment) as work:
            work.save(member)

    def _twice(self, moment: datetime) -> None:
        """Enter people who are there already, as a hasty list brings them in."""
        people = [
            Person(
                full_name=row["full_name"],
                birth_date=PartialDate.from_iso(row["birth"]),
                sex=row["sex"],
                ethnicity=row["ethnicity"],
                citizen_id=row["citizen_id"],
                phone=row["phone"],
                job=row["job"],
                area=self.areas[row["area"]],
            )
            for row in rows("doubles")
        ]
        with _changed(f"Thêm {len(people)} người dự họp dân", moment) as work:
            work.add_many(people)

    def _trash(self, moment: datetime) -> None:
        with _changed("Thêm người: Trần Thị Mỹ Hạnh", moment - timedelta(minutes=12)) as work:
            again = Person(full_name="Trần Thị Mỹ Hạnh", sex="Nữ", area=self.areas["Ấp Sóc Đồn"])
            work.save(again)
        with _changed("Xóa người: Trần Thị Mỹ Hạnh", moment) as work:
            work.trash(again, "Nhập hai lần")

    def _join(self, moment: datetime) -> None:
        team = self.teams["Tổ tự quản khu chợ Phú Tòng"]
        person = Person(
            full_name="Trịnh Gia Khiêm",
            birth_date=PartialDate(1989, 8, 15),
            sex="Nam",
            ethnicity="Hoa",
            phone="0907555482",
            area=team.area,
            job="Buôn bán",
        )
        with _changed(f"Thêm Trịnh Gia Khiêm vào {team.name}", moment) as work:
            work.save(person)
            joined = PartialDate.from_date(moment.date())
            work.save(Membership(person=person, team=team, role="Thành viên", joined=joined))


def _parted(records: list[R], name: str, day: date) -> tuple[list[R], list[R]]:
    """Return the records of days up to one, and those after it."""
    before = [record for record in records if getattr(record, name) <= day]
    return before, [record for record in records if getattr(record, name) > day]


def _gathered(courses: list[Course], name: str) -> list[Record]:
    """Return one kind of record of all classes."""
    found = [getattr(course, name) for course in courses]
    return [one for part in found for one in (part if isinstance(part, list) else [part])]


def _chronicle() -> str:
    """Return a very long note: eleven years of a team, quarter by quarter."""
    source = chance("chronicle")
    lines = []
    for year in range(2015, 2026):
        for quarter in ("I", "II", "III", "IV"):
            met, tips, rung = source.randint(2, 3), source.randint(0, 4), source.randint(0, 2)
            lines.append(
                f"Quý {quarter} năm {year}: họp {met} buổi, cung cấp {tips} tin về an ninh,"
                f" trật tự, đánh kẻng báo động {rung} lần; tổ trưởng và thành viên thay nhau trực"
                " đêm, nhắc nhở các hộ khóa cửa, cất xe, không để gia súc ra lộ."
            )
    return "\n".join(lines)
