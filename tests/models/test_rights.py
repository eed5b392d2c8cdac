"""Every role against every act of the models: one table says who may, the acts refuse."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import models
from models.clock import stopped_at
from models.errors import AccessError
from models.exchange.export import export_list
from models.exchange.importing import plan_import
from models.exchange.package import write_package
from models.issuing import reprints, runs, stock
from models.issuing.numbers import begin_at
from models.registers.issued import ISSUED, IssuedPaper, PrintRun
from models.registers.people import PEOPLE, Person
from models.registers.words import CatalogueWord
from models.roles import Role
from models.store import accounts, erasing, journal, retention, session, vault
from models.store.backup import set_aside
from models.store.backup.keeping import Target, back_up, try_out
from models.store.backup.log import Place
from models.store.backup.making import make_copy
from models.store.change import change
from models.store.check import findings
from models.store.doubles import all_doubles, declare_different
from models.store.folder import RegisterFolder
from models.store.merging import merge
from models.store.office_words import end_word, keep_word, words_of
from models.store.opening import opened, the_office
from models.store.query import Listing, Reader, condition
from models.store.tables import HistoryChange
from models.store.undo import redo_last, undo_last
from printing.catalogue import document
from printing.records.build import build
from printing.records.leaving import tell_leaving
from printing.records.wanted import Wanted
from tests.conftest import TODAY
from tests.faults.killing import make_register
from tests.models.issuing.papers import BOOK, DAY, PDF, held, issued, items, order
from tests.models.samples import fresh, stored
from tests.models.samples import trash as gone
from tests.models.store.deleted import LATER
from tests.models.store.first_keys import CHEAP, PASSWORD

OTHER = "câu của người khác"
OTHERS = (("Giang", Role.VIEWER), ("Hà", Role.VIEWER))
LONG_GONE = "Đã xóa từ lâu"
OLD = "before-20260101-080000"
FOR_EVERYBODY = {"create", "take_up", "change_own_password", "_note", "_make_ready"}
"""Making a register, what opening does, one's own password, notes of what was allowed before."""
ALL = frozenset(Role)
WRITERS = frozenset({Role.ADMIN, Role.OFFICER})
ADMIN = frozenset({Role.ADMIN})
OVERSEERS = frozenset({Role.ADMIN, Role.LEADER})
ASKERS = ALL - {Role.VIEWER}


@dataclass(frozen=True)
class Ground:
    """A register with a bit of everything, and places for what leaves it."""

    folder: RegisterFolder
    outside: Path
    people: tuple[Person, Person]
    paper: Any
    run: Any
    copy: Path


Act = Callable[[Ground], object]


def save(ground: Ground) -> None:
    person = fresh(ground.people[0])
    person.note = "sửa"
    with change("Sửa") as work:
        work.save(person)


def trash(ground: Ground) -> None:
    with change("Xóa") as work:
        work.trash(ground.people[0])


def erase_old(_ground: Ground) -> None:
    with stopped_at(LATER):
        erasing.erase([Person.get(Person.full_name == LONG_GONE)], "hết hạn lưu")


def office(_ground: Ground) -> None:
    own = the_office()
    own.place = "Hưng Hội mới"
    with change("Sửa đơn vị") as work:
        work.save(own)


def bring_in(ground: Ground) -> None:
    table = ground.outside / "vào.csv"
    table.write_text("Họ và tên,CCCD\nKim Thị Út,095172003308\n", encoding="utf-8")
    plan_import(table, PEOPLE)


def paper_out(_ground: Ground) -> None:
    listing = Listing(PEOPLE)
    tell_leaving(document("list-people"), Wanted(listing), "ra danh sách.pdf")


def by_citizen_id(_ground: Ground) -> None:
    Reader(Listing(PEOPLE, where=(condition(PEOPLE, "citizen_id", "095179004412"),))).count()


def own_password(ground: Ground) -> None:
    accounts.change_own_password(ground.folder, OTHER, "câu mới 26 chữ")


def users(act: str) -> Act:
    acts: dict[str, Act] = {
        "add": lambda g: accounts.add(g.folder, "Em", Role.VIEWER, OTHER),
        "end": lambda g: accounts.end(g.folder, "Giang"),
        "role": lambda _g: accounts.set_role("Giang", Role.LEADER),
        "reset": lambda g: accounts.reset_password(g.folder, "Giang", OTHER),
        "take back": lambda g: accounts.take_back(g.folder, "Hà", OTHER),
    }
    return acts[act]


ACTS: dict[str, tuple[frozenset[Role], Act]] = {
    "save a form": (WRITERS, save),
    "delete": (WRITERS, trash),
    "erase for good": (ADMIN, erase_old),
    "set how long the deleted stay": (ADMIN, lambda _g: retention.set_years(10)),
    "undo": (WRITERS, lambda _g: undo_last()),
    "redo": (WRITERS, lambda _g: redo_last()),
    "import": (WRITERS, bring_in),
    "merge two people": (WRITERS, lambda g: merge(fresh(g.people[0]), fresh(g.people[1]), {})),
    "look for doubles": (WRITERS, lambda _g: all_doubles(lambda *_: [])),
    "say they are two": (WRITERS, lambda g: declare_different(*g.people)),
    "set the office": (WRITERS, office),
    "add a word": (WRITERS, lambda _g: keep_word(CatalogueWord(catalogue="posts", word="Mới"))),
    "end a word": (WRITERS, lambda _g: end_word(words_of("posts")[0])),
    "hold numbers": (WRITERS, lambda _g: runs.hold(order(), items(1), PDF)),
    "enter papers": (WRITERS, lambda g: runs.confirm(g.run)),
    "give numbers back": (WRITERS, lambda g: runs.release(g.run)),
    "void a paper": (WRITERS, lambda g: runs.void(fresh(g.paper), "Sai tên")),
    "hand a paper over": (WRITERS, lambda g: runs.hand_over([fresh(g.paper)], "", DAY)),
    "print a paper again": (WRITERS, lambda g: reprints.note([fresh(g.paper)])),
    "book spoilt sheets": (WRITERS, lambda g: stock.spoil(g.run, 1)),
    "begin a book": (WRITERS, lambda _g: begin_at(BOOK, 2027, 12)),
    "back up": (WRITERS, lambda g: back_up(g.folder, Target(g.outside, Place("USB")))),
    "try a copy out": (WRITERS, lambda g: try_out(g.folder, g.copy)),
    "package": (WRITERS, lambda g: write_package(g.outside / "g.xlsx", "câu dài khóa gói")),
    "find by what is masked": (WRITERS, by_citizen_id),
    "print the journal": (OVERSEERS, lambda _g: build(document("journal"), Wanted())),
    "unmask": (ASKERS, lambda _g: journal.unmask()),
    "print": (ALL, paper_out),
    "export": (ALL, lambda g: export_list(Listing(PEOPLE), g.outside / "ra.xlsx")),
    "clear what was set aside": (ADMIN, lambda g: set_aside.clear(g.folder, OLD)),
    "add a user": (ADMIN, users("add")),
    "end a user": (ADMIN, users("end")),
    "change a role": (ADMIN, users("role")),
    "reset a password": (ADMIN, users("reset")),
    "take a user back": (ADMIN, users("take back")),
    "change one's own password": (ALL, own_password),
}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(vault, "STANDARD_COST", CHEAP)
    with stopped_at(TODAY):
        yield
    session.set_user("")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> RegisterFolder:
    """Somebody of every role, one more to be changed, one who was ended; acts to undo and redo."""
    folder = make_register(tmp_path_factory.mktemp("rights") / "so", empty_register)
    patch = pytest.MonkeyPatch()
    patch.setattr(vault, "STANDARD_COST", CHEAP)
    with stopped_at(TODAY), opened(folder, "An", lambda: PASSWORD):
        for name, role in (*((name_of(role), role) for role in Role), *OTHERS):
            accounts.add(folder, name, role, OTHER)
        accounts.end(folder, "Hà")
        gone(stored(Person(full_name=LONG_GONE)))
        for name in ("Nguyễn Văn Đức", "Nguyen Van Duc", "Để làm lại"):
            stored(Person(full_name=name))
        undo_last()
        issued(1)
        held(2)
        make_copy(folder, folder.path.parent)
    patch.undo()
    return folder


def name_of(role: Role) -> str:
    return f"{role} ạ"


@pytest.fixture
def ground(made: RegisterFolder, tmp_path: Path) -> Iterator[Ground]:
    """A copy of it, open, with a backup and something set aside."""
    folder, outside = RegisterFolder(tmp_path / "so"), tmp_path / "ngoài"
    shutil.copytree(made.path, folder.path)
    outside.mkdir()
    (folder.path / OLD).mkdir()
    copy = next(made.path.parent.glob("*.stpbak"))
    with opened(folder, "An", lambda: PASSWORD):
        one, other = Person.select().where(Person.trashed_at.is_null()).order_by(Person.id)
        paper = IssuedPaper.get(IssuedPaper.state == ISSUED)
        run = PrintRun.select().order_by(PrintRun.id.desc()).get()
        yield Ground(folder, outside, (one, other), paper, run, copy)


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name.lower())
@pytest.mark.parametrize("act", list(ACTS))
def test_every_role_against_every_act(ground: Ground, role: Role, act: str) -> None:
    """Every role against every act: who may not changes nothing"""
    who, do = ACTS[act]
    changes = HistoryChange.select().count()
    session.set_user(name_of(role), role)
    if role in who:
        do(ground)
        return
    with pytest.raises(AccessError, match=f"“{name_of(role)}” không được "):
        do(ground)
    assert HistoryChange.select().count() == changes
    assert findings() == []


def test_every_event_asks_for_a_right_or_is_for_everybody() -> None:
    """`change` lets events pass: each must be refused where it is made."""
    found = {name for name, asks in events() if not asks}
    assert found == FOR_EVERYBODY
    assert len(list(events())) > len(FOR_EVERYBODY) + 8


def events() -> Iterator[tuple[str, bool]]:
    """Functions of the models that write an event, and whether they ask for a right."""
    texts = (
        path.read_text(encoding="utf-8") for path in Path(models.__file__).parent.rglob("*.py")
    )
    for text in (one for one in texts if "event" in one):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                words = ast.unparse(node)
                if "change(" in words and "kind='event'" in words:
                    yield node.name, "require(" in words
