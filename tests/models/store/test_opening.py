"""Making a register and opening it: in the one right order, refused in a sentence, closed whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.errors import AccessError, UserError, World, WorldError
from models.registers.people import PEOPLE, Person
from models.store.change import change
from models.store.check import findings
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.history import broken_links
from models.store.opening import NewRegister, create, office_of, open_register, opened, the_office
from models.store.session import user
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.faults.killing import make_register
from tests.models.samples import found, person
from tests.models.store.first_keys import CHEAP, PASSWORD
from tests.models.store.teams import beside, digest

WHOLE = ["keys.copy.json", "keys.json", "lock", "register.db", "reserve"]
NEW = NewRegister("Cà Mau", "Hưng Hội", "An", PASSWORD)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys at a cost that tests can bear."""
    make = Vault.create

    def create_cheaply(*arguments: str) -> object:
        return make(*arguments, params=CHEAP)  # type: ignore[arg-type]

    monkeypatch.setattr(Vault, "create", create_cheaply)


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path, pauses: list[float]) -> RegisterFolder:
    """A closed register of user An; wrong passwords wait no time."""
    return make_register(tmp_path / "so", empty_register)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    assert database.deferred
    assert user() == ""


def enter(folder: RegisterFolder, password: str = PASSWORD, *, read_only: bool = False) -> None:
    with opened(folder, "An", lambda: password, read_only=read_only):
        pass


def test_a_new_register_has_its_office_and_its_keys(tmp_path: Path, cheap: None) -> None:
    folder = RegisterFolder(tmp_path / "so")
    recovery = create(folder, NEW)
    assert beside(folder.database) == ["keys.copy.json", "keys.json", "lock", "register.db"]
    with opened(folder, "An", lambda: PASSWORD):
        office = the_office()
        assert office.name == "Công an xã Hưng Hội"
        assert (office.province, office.commune) == ("tỉnh Cà Mau", "xã Hưng Hội")
        assert office.created_by == user() == "An"
        assert HistoryChange.get().title == "Lập sổ Công an xã Hưng Hội"
        assert findings() == []
        assert database.connect_params["data_key"] == recovery.data_key


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (NewRegister("Cà Mau", "Hưng Hộii Xa", "An", PASSWORD), "Hưng Hộii Xa"),
        (NewRegister("Tỉnh Lạ", "Hưng Hội", "An", PASSWORD), "Tỉnh Lạ"),
        (NewRegister("Cà Mau", "Hưng Hội", "", PASSWORD), "tên"),
        (NewRegister("Cà Mau", "Hưng Hội", "An", ""), "mật khẩu"),
    ],
)
def test_what_is_wrong_with_a_new_register_is_said(
    tmp_path: Path, cheap: None, wanted: NewRegister, says: str
) -> None:
    folder = RegisterFolder(tmp_path / "so")
    with pytest.raises(UserError, match=f"(?i){says}"):
        create(folder, wanted)
    assert not folder.exists()


def test_nothing_is_left_when_making_fails(
    tmp_path: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise WorldError("Chưa lập sổ được: ổ đĩa đã đầy.", World.DISK_FULL)

    folder = RegisterFolder(tmp_path / "so")
    with monkeypatch.context() as patch:
        patch.setattr("models.store.opening.migrations.upgrade", full)
        with pytest.raises(WorldError, match="đã đầy"):
            create(folder, NEW)
    assert beside(folder.database) == ["lock"]
    create(folder, NEW)
    enter(folder)


def test_a_register_is_never_made_over_another(folder: RegisterFolder, cheap: None) -> None:
    before = digest(folder.database)
    with pytest.raises(UserError):
        create(folder, NEW)
    now = digest(folder.database)
    assert all(now[name] == seen for name, seen in before.items() if name != "lock")


def test_what_is_written_is_there_next_time(folder: RegisterFolder) -> None:
    with opened(folder, "An", lambda: PASSWORD):
        person("Nguyễn Văn Đức")
    assert beside(folder.database) == WHOLE
    with opened(folder, "An", lambda: PASSWORD):
        assert found(PEOPLE, "đức") == ["Nguyễn Văn Đức"]
        assert Person.get().created_by == "An"


def test_a_wrong_password_is_a_sentence_after_a_delay(
    folder: RegisterFolder, pauses: list[float]
) -> None:
    before = digest(folder.database)
    with pytest.raises(AccessError) as caught:
        enter(folder, "sai mật khẩu")
    assert caught.value.message.startswith("Mật khẩu chưa đúng.")
    assert len(pauses) == 1
    assert pauses[0] > 0
    now = digest(folder.database)
    assert {name: now[name] for name in before} == before
    enter(folder)


def test_an_unknown_user_hears_the_same(folder: RegisterFolder) -> None:
    sentences = set()
    for name, password in (("Bình", PASSWORD), ("An", "sai")):
        with pytest.raises(AccessError) as caught:
            open_register(folder, name, password.strip)
        sentences.add(caught.value.message)
    assert len(sentences) == 1


def test_a_second_window_is_refused_before_it_asks_for_a_password(folder: RegisterFolder) -> None:
    first = open_register(folder, "An", lambda: PASSWORD)
    with pytest.raises(WorldError, match="Sổ đang mở") as caught:
        open_register(folder, "An", pytest.fail)
    assert caught.value.kind is World.IN_USE
    assert the_office().place == "Hưng Hội"
    first.close()
    first.close()
    enter(folder)


def test_lists_are_read_beside_an_open_window(folder: RegisterFolder) -> None:
    enter(folder)
    folder.lock.unlink()
    with opened(folder, "An", lambda: PASSWORD, read_only=True):
        assert found(PEOPLE) == []
        assert list(broken_links()) == []
        with pytest.raises(WorldError), change("Thêm") as work:
            work.save(Person(full_name="Lê A"))
    assert not folder.lock.exists()


def test_a_missing_register_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as caught:
        enter(RegisterFolder(tmp_path))
    assert caught.value.kind in (World.MISSING, World.DAMAGED)
    assert beside(tmp_path / "x") in ([], ["lock"])


def test_an_error_inside_closes_the_register_whole(folder: RegisterFolder) -> None:
    with pytest.raises(RuntimeError), opened(folder, "An", lambda: PASSWORD):
        person("Nguyễn Văn Đức")
        raise RuntimeError
    assert beside(folder.database) == WHOLE
    enter(folder)


def test_the_letterhead_comes_from_the_units() -> None:
    office = office_of("ca mau", "xã hưng hội")
    assert (office.parent_line, office.agency_line) == (
        "CÔNG AN TỈNH CÀ MAU",
        "CÔNG AN XÃ HƯNG HỘI",
    )
    assert (office.place, office.symbol) == ("Hưng Hội", "CAX")


def test_a_register_without_its_office_is_damaged(folder: RegisterFolder) -> None:
    with opened(folder, "An", lambda: PASSWORD):
        database.execute_sql("DELETE FROM office")
        with pytest.raises(WorldError, match="Sổ thiếu thông tin đơn vị"):
            the_office()
