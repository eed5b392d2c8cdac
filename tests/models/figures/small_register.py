"""A register small enough to count by hand; every figure the tests hold it to was counted so.

Models: Kẻng (2020, recognised by the province from May 2022), Nữ (2019, by the ministry from
October 2024), Chùa (dissolved 15/03/2025) and Zalo (launched 01/02/2026, not recognised).
Teams: Kẻng 1, Kẻng 2 (from 2023), Nữ 1, Chùa 1 (dissolved with its model) and the force's BVANTT.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.office import Signer
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team
from models.store.opening import the_office
from models.values.partial_date import PartialDate
from tests.models.samples import stored

LEADER, DEPUTY, MEMBER = "Tổ trưởng", "Tổ phó", "Tổ viên"
HTXS = "Hoàn thành xuất sắc nhiệm vụ"
HTT = "Hoàn thành tốt nhiệm vụ"


def when(iso: str) -> PartialDate | None:
    """Read "2020-03-01", "2020" or nothing."""
    return PartialDate.from_iso(iso) if iso else None


@dataclass(frozen=True)
class Small:
    """The records that tests ask for by name."""

    keng: Scheme
    nu: Scheme
    chua: Scheme
    zalo: Scheme
    keng_1: Team
    keng_2: Team
    nu_1: Team
    chua_1: Team
    force: Team


def make() -> Small:
    """Store the register; each group of records in the order it is described above."""
    mot, hai = (
        stored(Area(name=name, kind="Ấp", households=100 + place, population=400))
        for place, name in enumerate(("Ấp Một", "Ấp Hai"))
    )
    schemes = _schemes(mot)
    teams = _teams(schemes, mot, hai)
    small = Small(*schemes, *teams)
    for scheme, area, started, ended in (
        (small.keng, mot, "2021", ""),
        (small.keng, hai, "2023-01-01", "2025-06-30"),
        (small.nu, hai, "2024-05-01", ""),
        (small.chua, mot, "2020", ""),
    ):
        site = Site(name=f"Điểm {area.name}", scheme=scheme, area=area)
        site.started, site.ended = when(started), when(ended)
        stored(site)
    _members(small, mot)
    _ratings(small)
    _deeds(small)
    return small


def read() -> Small:
    """Read the records by name from an open register that holds them."""
    return Small(*Scheme.select().order_by(Scheme.id), *Team.select().order_by(Team.id))


def _schemes(area: Area) -> tuple[Scheme, Scheme, Scheme, Scheme]:
    keng = Scheme(name="Tiếng kẻng", kind="Tiếng kẻng an ninh", state="Đang hoạt động", area=area)
    keng.recognition_level, keng.recognition_number = "Công an tỉnh", "12/QĐ-CAT"
    keng.recognition_date = when("2022-05-12")
    keng.founding_date, keng.launched = when("2020-03-01"), when("2020-06-01")
    nu = Scheme(name="Phụ nữ tự quản", kind="Câu lạc bộ nữ phòng chống tội phạm")
    nu.recognition_level, nu.recognition_number = "Bộ Công an", "512/QĐ-BCA"
    nu.recognition_date, nu.launched = when("2024-10-01"), when("2019")
    chua = Scheme(name="Chùa an toàn", state=DISSOLVED, dissolved_why="Hoạt động kém hiệu quả")
    chua.recognition_level, chua.launched = "Đơn vị, địa phương", when("2018-01-01")
    chua.dissolved_on = when("2025-03-15")
    zalo = Scheme(name="Zalo an ninh", state="Ra mắt", launched=when("2026-02-01"))
    return stored(keng), stored(nu), stored(chua), stored(zalo)


def _teams(schemes: tuple[Scheme, ...], mot: Area, hai: Area) -> list[Team]:
    keng, nu, chua, _zalo = schemes
    teams = [
        Team(name="Tổ kẻng 1", scheme=keng, area=mot, decision_date=when("2020-03-01")),
        Team(name="Tổ kẻng 2", scheme=keng, area=hai, decision_date=when("2023")),
        Team(name="CLB nữ", scheme=nu, area=hai, kind="Câu lạc bộ"),
        Team(name="Tổ chùa", scheme=chua, area=mot, dissolved_why="Hoạt động kém hiệu quả"),
        Team(name="Tổ bảo vệ ANTT ấp Một", area=mot, kind="Tổ bảo vệ an ninh, trật tự"),
    ]
    teams[0].decision_number, teams[0].decided_by = "12/QĐ-UBND", "UBND xã Hưng Hội"
    teams[3].state, teams[3].dissolved_on = DISSOLVED, when("2025-03-15")
    teams[4].statutory, teams[4].decision_date = True, when("2024-07-01")
    return [stored(team) for team in teams]


def _members(small: Small, area: Area) -> None:
    """Đức serves in two teams; Bưởi leaves on 10/05/2025; the force gets Út in June 2025."""
    people = {
        name: stored(Person(full_name=name, sex=sex, birth_date=when(born), area=area))
        for name, sex, born in (
            ("Nguyễn Văn Đức", "Nam", "1968-03-14"),
            ("Lê Thị Bưởi", "Nữ", "1975"),
            ("Thạch Sô Phol", "Nam", "1980-09"),
            ("Danh Thị Na", "Nữ", "1990-01-02"),
            ("Trần Văn Út", "Nam", "2000"),
        )
    }
    for name, team, role, joined, left in (
        ("Thạch Sô Phol", small.keng_1, MEMBER, "2020-03-01", ""),
        ("Nguyễn Văn Đức", small.keng_1, LEADER, "2020-03-01", ""),
        ("Lê Thị Bưởi", small.keng_1, DEPUTY, "2021", "2025-05-10"),
        ("Nguyễn Văn Đức", small.keng_2, LEADER, "2023", ""),
        ("Danh Thị Na", small.nu_1, "Chủ nhiệm", "", ""),
        ("Danh Thị Na", small.chua_1, MEMBER, "2019", ""),
        ("Thạch Sô Phol", small.force, LEADER, "2024-07-01", ""),
        ("Danh Thị Na", small.force, MEMBER, "2024-07-01", ""),
        ("Trần Văn Út", small.force, MEMBER, "2025-06-01", ""),
    ):
        member = Membership(person=people[name], team=team, role=role)
        member.joined, member.left = when(joined), when(left)
        stored(member)


def _ratings(small: Small) -> None:
    stored(Review(scheme=small.keng, year=2024, part="Cả năm", rating="Trung bình"))
    stored(Review(scheme=small.keng, year=2025, part="Cả năm", rating="Tốt"))
    stored(Review(scheme=small.keng, year=2025, part="6 tháng đầu năm", rating="Yếu"))
    stored(Review(scheme=small.nu, year=2025, part="", rating="Khá"))
    stored(Review(team=small.force, year=2025, part="Cả năm", rating=HTT))
    of_force = Membership.select().where(Membership.team == small.force.id)
    leader, na, _ut = of_force.order_by(Membership.id)
    stored(Review(member=leader, year=2025, part="Cả năm", rating=HTXS))
    stored(Review(member=na, year=2025, part="Cả năm", rating=HTT))


def _deeds(small: Small) -> None:
    tuning = Activity(day=date(2025, 3, 1), kind="Tuần tra", content="Tuần tra đêm", attendees=6)
    tuning.team, tuning.tips, tuning.mediations = small.keng_1, 2, 1
    stored(tuning)
    rally = Activity(day=date(2025, 8, 19), kind="Hội nghị", content="Ngày hội", attendees=60)
    rally.scheme, rally.attendees_about, rally.donations = small.keng, "hơn", "02 loa"
    stored(rally)
    stored(Activity(day=date(2025, 9, 1), kind="Họp", content="Họp ở trụ sở", attendees=9))
    stored(Activity(day=date(2024, 1, 5), kind="Tuần tra", content="Tuần tra", team=small.keng_1))


def add_signers() -> None:
    """A chief until 30/06/2025, another from the next day, a deputy all the time, a chairman."""
    office = the_office()
    for name, rank, post, started, ended in (
        ("Lê Văn Thắng", "Trung tá", "Trưởng Công an xã", "2019-03", "2025-06-30"),
        ("Phạm Quốc Hưng", "Thiếu tá", "Trưởng Công an xã", "2025-07-01", "2026-02"),
        ("Trần Thị Thúy", "Đại úy", "Phó Trưởng Công an xã", "", ""),
        ("Lê Thị Bích", "", "Chủ tịch UBND xã", "", ""),
    ):
        signer = Signer(office=office, full_name=name, rank=rank, post=post)
        signer.started, signer.ended = when(started), when(ended)
        stored(signer)
