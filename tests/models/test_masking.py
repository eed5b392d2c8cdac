"""No way out of the register shows sensitive data to whoever may not see them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.errors import AccessError
from models.exchange.export import export_list
from models.masking import DOTS, hides, masked, seen
from models.registers import REGISTERS, register
from models.registers.classes import TrainingClass
from models.registers.members import Membership
from models.registers.people import PEOPLE, Person
from models.registers.teams import Team
from models.registers.trainees import Trainee
from models.roles import Role
from models.store import journal
from models.store.history import broken_links
from models.store.query import Condition, Listing, Reader
from models.store.session import set_user
from models.store.tables import HistoryChange
from printing.records.classes import trainee_row
from printing.records.people import member_row
from tests.models.samples import stored, whole

pytestmark = pytest.mark.usefixtures("register")

SECRETS = ("095179004412", "0913 555 214", "0913555214", "Khơ-me", "Phật giáo", "381200345")


@pytest.fixture
def person() -> Person:
    return stored(
        Person(
            full_name="Thạch Thị Hồng Nhung",
            citizen_id="095179004412",
            old_id="381200345",
            phone="0913555214",
            ethnicity="Khơ-me",
            religion="Phật giáo",
            address="Ấp Sóc Đồn, số 12",
        )
    )


@pytest.fixture
def membership(person: Person) -> Membership:
    team = stored(Team(name="Tổ tự quản ANTT số 3", phone="0913555214"))
    return stored(Membership(person=person, team=team, role="Tổ trưởng"))


@pytest.fixture(params=[Role.LEADER, Role.VIEWER], ids=["leader", "viewer"])
def onlooker(request: pytest.FixtureRequest, membership: Membership) -> Iterator[Role]:
    set_user("Dung", request.param)
    yield request.param
    set_user("An")


def texts_of(name: str) -> str:
    known = register(name)
    fields = known.exchange_fields()
    reader = Reader(Listing(known))
    rows = [*reader.all_rows(fields), *reader.values(fields, reader.ids())]
    return "\n".join(str(cell) for row in rows for cell in row)


def exported(name: str, folder: Path) -> str:
    path = folder / "ra.xlsx"
    export_list(Listing(register(name)), path)
    sheet = load_workbook(io.BytesIO(path.read_bytes())).active
    assert sheet is not None
    return "\n".join(str(cell) for row in sheet.values for cell in row)


@pytest.mark.parametrize("known", REGISTERS, ids=[known.name for known in REGISTERS])
def test_no_list_and_no_workbook_shows_them(onlooker: Role, tmp_path: Path, known: object) -> None:
    name = known.name  # type: ignore[attr-defined]
    found = texts_of(name) + exported(name, tmp_path)
    assert not [secret for secret in SECRETS if secret in found]


def test_no_paper_of_a_team_or_class_shows_them(
    membership: Membership,
) -> None:
    seat = stored(Trainee(person=membership.person, training_class=stored(whole(TrainingClass))))
    assert member_row(membership).citizen_id == trainee_row(seat).citizen_id == SECRETS[0]
    set_user("Dung", Role.VIEWER)
    assert member_row(membership).citizen_id == trainee_row(seat).citizen_id == f"{DOTS}412"
    hidden = f"{member_row(membership)} {trainee_row(seat)}"
    assert not [secret for secret in SECRETS if secret in hidden]


def test_whoever_may_sees_them(membership: Membership, tmp_path: Path) -> None:
    for look in (texts_of("people"), exported("people", tmp_path)):
        assert not [secret for secret in SECRETS[:1] + SECRETS[3:] if secret not in look]
        assert DOTS not in look


def test_the_end_of_a_number_stays_in_sight(onlooker: Role, person: Person) -> None:
    assert seen(Person.citizen_id, person.citizen_id) == f"{DOTS}412"
    assert seen(Person.phone, person.phone) == f"{DOTS}214"
    assert seen(Person.ethnicity, person.ethnicity) == DOTS
    assert seen(Person.full_name, person.full_name) == "Thạch Thị Hồng Nhung"
    assert seen(Person.phone, "") == ""


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("Kinh", "•••"), ("123456", "•••"), ("1234567", "•••567")]
)
def test_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_nobody_is_found_by_what_is_hidden(onlooker: Role) -> None:
    def found(words: str, name: str = "people") -> int:
        return Reader(Listing(register(name), words)).count()

    assert found("hong nhung") == found("thach thi", "members") == 1
    for words in ("095179004412", "4412", "214", "0913 555 214", "381200345"):
        assert found(words) == found(words, "members") == 0
    assert found("so 3", "teams") == 1
    set_user("An")
    assert found("4412") == found("214") == found("4412", "members") == 1


def test_nobody_is_picked_out_by_what_is_hidden(onlooker: Role) -> None:
    for field, value in ((Person.ethnicity, "Khơ-me"), (Person.citizen_id, "095179004412")):
        with pytest.raises(AccessError, match="không được xem dữ liệu nhạy cảm"):
            Reader(Listing(PEOPLE, where=(Condition(field, (value,)),)))


def test_a_leader_may_ask_and_it_is_told(onlooker: Role) -> None:
    if onlooker is Role.VIEWER:
        with pytest.raises(AccessError, match="không được hiện dữ liệu nhạy cảm"):
            journal.unmask()
        assert hides(Person.phone)
        return
    journal.unmask()
    assert not hides(Person.phone)
    last = HistoryChange.select().order_by(HistoryChange.id.desc()).get()
    assert (last.title, last.user, last.kind) == ("Hiện dữ liệu nhạy cảm", "Dung", "event")
    assert list(broken_links()) == []
