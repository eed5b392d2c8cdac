"""Every act of the issue book by every role: who may not issue changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from models.errors import AccessError
from models.issuing import reprints, runs, stock
from models.issuing.numbers import begin_at
from models.registers.issued import IssuedPaper, PrintRun
from models.roles import Role
from models.store import session
from models.store.tables import HistoryChange
from tests.models.issuing.papers import BOOK, DAY, PDF, held, issued, items, order
from tests.models.samples import fresh

pytestmark = pytest.mark.usefixtures("register")
ISSUING = (Role.ADMIN, Role.OFFICER)


@pytest.fixture(autouse=True)
def nobody() -> Iterator[None]:
    yield
    session.set_user("")


Act = Callable[[PrintRun, IssuedPaper], object]
ACTS: dict[str, Act] = {
    "hold": lambda _run, _paper: runs.hold(order(), items(1), PDF),
    "confirm": lambda run, _paper: runs.confirm(run),
    "release": lambda run, _paper: runs.release(run),
    "void": lambda _run, paper: runs.void(paper, "Sai tên"),
    "hand over": lambda _run, paper: runs.hand_over([paper], "", DAY),
    "reprint": lambda _run, paper: reprints.note([paper]),
    "spoil": lambda run, _paper: stock.spoil(run, 1),
    "begin": lambda _run, _paper: begin_at(BOOK, 2027, 12),
}


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name.lower())
@pytest.mark.parametrize("act", list(ACTS))
def test_only_those_who_issue_papers_write_the_book(act: str, role: Role) -> None:
    paper, run = issued(1)[0], held(2)
    changes = HistoryChange.select().count()
    session.set_user("Trần Minh Khang", role)
    if role in ISSUING:
        ACTS[act](run, fresh(paper))
        return
    with pytest.raises(AccessError, match="“Trần Minh Khang” không được cấp giấy"):
        ACTS[act](run, fresh(paper))
    assert HistoryChange.select().count() == changes
