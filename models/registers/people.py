"""People: one table for members, nominees, trainees and speakers, whoever the register needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from models import clock
from models.fields import (
    BirthDate,
    Catalogued,
    Choice,
    CitizenIdField,
    Link,
    LongText,
    PartialDateField,
    PersonNameField,
    PhoneField,
    ShortText,
    YesNo,
)
from models.problem import warning
from models.record import Record
from models.register import Column, Register, Section, asks_register
from models.registers.areas import AREA_HEADINGS, Area
from models.text import name_sort_key
from models.values.citizen_id import warnings_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.problem import Problem


class Person(Record):
    """A person, kept once whatever the number of registers they stand in."""

    NOUN: ClassVar[str] = "người"
    TITLE: ClassVar[str] = "full_name"
    FULL_TEXT: ClassVar[bool] = True

    full_name = PersonNameField("Họ và tên", required=True)
    birth_date = BirthDate("Ngày sinh", sorts=True, help_text="Ngày đầy đủ hoặc chỉ năm")
    sex = Choice(("Nam", "Nữ"), "Giới tính", sorts=True)
    citizen_id = CitizenIdField("Số định danh", sorts=True, sensitive=True)
    old_id = ShortText("Số CMND cũ", sensitive=True)
    phone = PhoneField("Điện thoại", sorts=True, sensitive=True)
    area_id: int | None
    area = Link(Area, "Địa bàn", sorts=True)
    address = ShortText("Nơi ở")
    home_town = ShortText("Quê quán")
    ethnicity = Catalogued("ethnic_groups", "Dân tộc", sorts=True, sensitive=True)
    religion = Catalogued("religions", "Tôn giáo", sorts=True, sensitive=True)
    education = Catalogued("education", "Trình độ văn hóa", sorts=True)
    qualification = ShortText("Trình độ chuyên môn")
    job = ShortText("Nghề nghiệp", sorts=True)
    party_member = YesNo("Đảng viên", sorts=True)
    union_member = YesNo("Đoàn viên")
    policy = ShortText("Diện chính sách")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "person"

    @classmethod
    def key_of_title(cls, text: str) -> str:
        """Order by given name, then family and middle names."""
        return name_sort_key(text)


class EarlierService(Record):
    """Service in a force before or beside a team.

    It counts towards the medal (TT 20/2025/TT-BCA, Điều 4).
    """

    NOUN: ClassVar[str] = "quá trình công tác"

    person = Link(Person, "Người", required=True)
    force = Catalogued("forces", "Lực lượng", required=True)
    unit = ShortText("Đơn vị")
    started = PartialDateField("Từ")
    ended = PartialDateField("Đến")
    coefficient = Choice(
        ("1", "2"), "Hệ số", help_text="2: vùng đặc biệt khó khăn, biên giới, hải đảo"
    )
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "earlier_service"

    @property
    def title(self) -> str:
        """Force and person."""
        return f"{self.force}: {self.person.full_name}"


class PersonMerge(Record):
    """One person found to be another: whatever linked to the merged one was given to the kept one.

    The merged person lies in the trash as they were; `models.store.merging` takes it apart again.
    """

    NOUN: ClassVar[str] = "lần gộp"
    TITLE: ClassVar[str] = "merged"

    merged_id: int | None
    kept_id: int | None
    merged = Link(Person, "Người được gộp")
    kept = Link(Person, "Gộp vào")
    snapshot = LongText("Người được gộp khi ấy")

    class Meta:
        """Table name."""

        table_name = "person_merge"


class NotOnePerson(Record):
    """Two people who were looked at and are not one, so that nobody asks again."""

    NOUN: ClassVar[str] = "cặp không phải một người"
    TITLE: ClassVar[str] = "first"

    first_id: int | None
    second_id: int | None
    first = Link(Person, "Người thứ nhất")
    second = Link(Person, "Người thứ hai")

    class Meta:
        """Table name."""

        table_name = "not_one_person"


def age_is_usual(person: Person) -> Iterator[Problem]:
    """Warn under 18 and over 70 (Luật 30/2023/QH15, Điều 13: older only in good health)."""
    if person.birth_date is None:
        return
    age = person.birth_date.age_on(clock.today())
    if age < 18:
        yield warning("birth_date", f"Mới {age} tuổi, chưa đủ 18. Vẫn lưu được.")
    elif age > 70:
        yield warning("birth_date", f"Đã {age} tuổi, trên 70. Vẫn lưu được.")


def citizen_id_agrees(person: Person) -> Iterator[Problem]:
    """Warn when the citizen id tells another birth year, sex or an unknown province."""
    if not person.citizen_id:
        return
    year = person.birth_date.year if person.birth_date else None
    for message in warnings_against(person.citizen_id, year, person.sex or None):
        yield warning("citizen_id", message)


@asks_register
def citizen_id_is_free(person: Person) -> Iterator[Problem]:
    """Warn when another person has the same citizen id."""
    if not person.citizen_id:
        return
    for other in _others(person, Person.citizen_id == person.citizen_id):
        yield warning(
            "citizen_id", f"Số {person.citizen_id} đã có ở {other.full_name}. Vẫn lưu được."
        )


@asks_register
def may_be_known(person: Person) -> Iterator[Problem]:
    """Warn when a person of the same name, birth year and area is already there."""
    if person.birth_date is None or person.area_id is None:
        return
    same = (Person.sort_key == name_sort_key(person.full_name)) & (Person.area == person.area_id)
    for other in _others(person, same):
        differs = person.citizen_id and other.citizen_id and person.citizen_id != other.citizen_id
        differs = differs or other.id in declared_others(person.id)
        if other.birth_date and other.birth_date.year == person.birth_date.year and not differs:
            known = f"{other.full_name}, {other.birth_date.shown}"
            yield warning("full_name", f"Có thể là người đã có: {known}. Vẫn lưu được.")


def declared_others(key: int | None) -> set[int]:
    """Return the keys of those whom somebody declared not to be this person."""
    pair = NotOnePerson
    either = (pair.first == key) | (pair.second == key)
    live = either & pair.trashed_at.is_null()
    rows: Any = pair.select(pair.first, pair.second).where(live).tuples() if key else ()
    return {one for row in rows for one in row if one != key}


def _others(person: Person, condition: object) -> list[Person]:
    query = Person.select().where(condition, Person.trashed_at.is_null()).limit(5)
    return [other for other in query if other.id != person.id]


PEOPLE = Register(
    name="people",
    title="Người",
    model=Person,
    sections=(
        Section(
            "Lý lịch",
            (
                Person.full_name,
                Person.birth_date,
                Person.sex,
                Person.citizen_id,
                Person.old_id,
                Person.home_town,
            ),
        ),
        Section("Liên hệ", (Person.area, Person.address, Person.phone)),
        Section(
            "Nhân thân",
            (
                Person.ethnicity,
                Person.religion,
                Person.education,
                Person.qualification,
                Person.job,
                Person.party_member,
                Person.union_member,
                Person.policy,
            ),
        ),
        Section(
            "Quá trình công tác",
            (
                EarlierService.force,
                EarlierService.unit,
                EarlierService.started,
                EarlierService.ended,
                EarlierService.coefficient,
                EarlierService.note,
            ),
        ),
        Section("Ghi chú", (Person.note,)),
    ),
    columns=(
        Column(Person.full_name, 3.2),
        Column(Person.birth_date, 1.5),
        Column(Person.sex, 0.9),
        Column(Person.area, 2),
        Column(Person.phone, 1.7),
        Column(Person.citizen_id, 1.9),
        Column(Person.job, 0),
        Column(Person.ethnicity, 0),
        Column(Person.religion, 0),
        Column(Person.education, 0),
        Column(Person.party_member, 0),
    ),
    search=(Person.full_name, Person.citizen_id, Person.old_id, Person.phone),
    rules=(age_is_usual, citizen_id_agrees, citizen_id_is_free, may_be_known),
    aliases=(
        (
            Person.full_name,
            (
                "Họ tên",
                "HoTen",
                "Tên",
                "Họ và tên học viên",
                "Họ tên thành viên",
                "Họ tên người",
                "Tên thành viên",
                "Họ, chữ đệm và tên",
                "Họ, chữ đệm và tên khai sinh",
            ),
        ),
        (
            Person.birth_date,
            (
                "Năm sinh",
                "NTNS",
                "Ngày tháng năm sinh",
                "Ngày/năm sinh",
                "Sinh ngày",
                "Sinh năm",
                "NgaySinh",
                "N.sinh",
                "NS",
            ),
        ),
        (Person.sex, ("Giới", "Phái", "Nam/Nữ")),
        (
            Person.citizen_id,
            (
                "Số CCCD",
                "CCCD",
                "Số căn cước",
                "Số ĐDCN",
                "CMND/CCCD",
                "Số định danh cá nhân",
                "Mã định danh",
                "ĐDCN",
                "Căn cước",
                "Số thẻ căn cước",
                "Số CC",
                "CC/CCCD",
                "CMND",
                "Giấy tờ tùy thân",
            ),
        ),
        (Person.old_id, ("CMND cũ", "Số CMND")),
        (Person.phone, ("SĐT", "Số điện thoại", "ĐT", "Di động", "Số ĐT", "Tel", "Liên hệ")),
        (Person.area, AREA_HEADINGS),
        (
            Person.address,
            (
                "Địa chỉ",
                "Chỗ ở",
                "Nơi cư trú",
                "Nơi thường trú",
                "Chỗ ở hiện nay",
                "Hộ khẩu thường trú",
            ),
        ),
        (Person.education, ("Trình độ", "Học vấn", "Văn hóa", "TĐVH", "Trình độ học vấn")),
        (Person.qualification, ("Chuyên môn", "TĐCM")),
        (Person.ethnicity, ("D.tộc",)),
        (Person.religion, ("TG", "T.giáo", "Đạo")),
        (Person.policy, ("Chính sách", "Đối tượng chính sách", "Gia đình chính sách")),
        (Person.home_town, ("Nguyên quán",)),
        (Person.job, ("Nghề", "Công việc")),
        (Person.party_member, ("Đảng",)),
        (Person.note, ()),
    ),
)
