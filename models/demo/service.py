"""Service in other forces before the demo register's teams, with its weight for the medal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.demo.words import chance, happens, pick, words
from models.registers.members import EarlierService
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.demo.members import Place
    from models.registers.people import Person

HALF_TIME_POLICE = "Công an xã bán chuyên trách"
ARMY = "Quân đội nhân dân"
UNITS = {
    HALF_TIME_POLICE: "Công an xã Hưng Hội",
    "Bảo vệ dân phố": "Khóm 1, thị trấn Châu Hưng",
    "Dân phòng": "Ấp đội dân phòng",
    "Dân quân tự vệ": "Ban Chỉ huy Quân sự xã Hưng Hội",
    "Thanh niên xung phong": "Tổng đội thanh niên xung phong tỉnh",
}
MERGED = PartialDate(2024, 6, 30)
"""Last day of the three forces that Luật 30/2023/QH15 merged."""


def earlier_service(places: list[Place]) -> list[EarlierService]:
    """Return the earlier service of those whose present one counts towards the medal."""
    found: list[EarlierService] = []
    for place in places:
        if place.team.quota is not None or place.team.name.startswith("CLB Cựu chiến binh"):
            found.extend(_service(place.person, place.team.quota is None))
    return found


def _service(person: Person, veteran: bool) -> Iterator[EarlierService]:
    source = chance("service", person.full_name, person.birth_date)
    adult = (person.birth_date.year if person.birth_date else 1980) + 18
    if veteran or happens(source, 25):
        hard = happens(source, 45)
        yield EarlierService(
            person=person,
            force=ARMY,
            unit="Đơn vị bảo vệ biên giới Tây Nam" if hard else "Huyện đội Vĩnh Lợi",
            started=PartialDate(adult, 2) if happens(source, 40) else PartialDate(adult),
            ended=PartialDate(adult + source.randint(2, 6)),
            coefficient="2" if hard else "1",
            note="Có quyết định xuất ngũ." if happens(source, 50) else "",
        )
    if not veteran and happens(source, 85):
        force = pick(source, words("jobs", "forces"))
        force = HALF_TIME_POLICE if force == ARMY else force
        begun = max(adult + 6, source.randint(2006, 2019))
        yield EarlierService(
            person=person,
            force=force,
            unit=UNITS[force],
            started=PartialDate(min(begun, 2022)),
            ended=MERGED,
            coefficient="1",
        )
