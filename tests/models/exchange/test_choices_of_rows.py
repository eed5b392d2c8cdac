"""Whom a person chose among the file's own people holds only while that row tells of the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange.importing import reading_of
from models.exchange.plan import State
from models.exchange.reading import Reading
from models.registers import register as described
from models.registers.areas import Area
from tests.models.exchange import workbooks
from tests.models.samples import stored

pytestmark = pytest.mark.usefixtures("register")

HEAD = ("Họ và tên", "Ngày sinh", "Giới tính", "Ấp")
TU = ("Kim Văn Tư", "1/1/1970", "Nam", "Ấp Đông")
OTHER = ("Kim Văn Tư", "1/1/1970", "Nam", "")
SOMEBODY = ("Trần Thị Bình", "2/2/1980", "Nữ", "Ấp Đông")


def quiet(_done: int, _total: int, _words: str) -> None:
    pass


def written(path: Path, *rows: tuple[str, ...]) -> None:
    path.write_bytes(workbooks.xlsx({"Trang 1": [HEAD, *rows]}))


def states(reading: Reading) -> list[State]:
    return [row.state for row in reading.plan(quiet).rows]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """The third row, taken for whom the first tells of."""
    for name in ("Ấp Đông", "Ấp Tây"):
        stored(Area(name=name, kind="Ấp"))
    written(tmp_path / "tệp.xlsx", TU, SOMEBODY, OTHER)
    reading = reading_of(tmp_path / "tệp.xlsx", described("people"))
    reading.read(quiet)
    row = reading.plan(quiet).rows[2]
    assert row.doubt is not None
    reading.same([(row, row.doubt.people[0].identity)])
    assert states(reading)[2] is not State.DOUBTFUL
    return reading


def test_a_file_whose_rows_were_sorted_since_asks_again(reading: Reading, tmp_path: Path) -> None:
    written(tmp_path / "tệp.xlsx", SOMEBODY, TU, OTHER)
    reading.read(quiet)
    rows = reading.plan(quiet).rows
    assert [row.state for row in rows] == [State.NEW, State.NEW, State.DOUBTFUL]
    assert rows[2].doubt is not None
    assert [who.row for who in rows[2].doubt.people] == [3]


def test_many_cells_typed_together_are_one_decision_even_of_one_row(reading: Reading) -> None:
    rows = reading.plan(quiet).rows
    reading.type_into([(rows[0], "A", "Kim Văn Tú"), (rows[0], "B", "1971"), (rows[1], "C", "Nam")])

    def typed() -> list[dict[str, str]]:
        found = (row.choice for row in reading.plan(quiet).rows)
        return [dict(choice.typed) if choice is not None else {} for choice in found]

    assert typed() == [{"A": "Kim Văn Tú", "B": "1971"}, {"C": "Nam"}, {}]
    assert reading.undo()
    assert typed() == [{}, {}, {}]
