"""Any table at all: a trial says what the run does; what came in once comes in no second time."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import stopped_at
from models.exchange.importing import carry_out
from models.exchange.plan import State
from models.store.check import findings
from models.store.database import close_database, open_database
from models.store.history import last_link
from tests.conftest import KEY, TODAY
from tests.models.exchange.imports import HEAD, imported, planned


def cell() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.none(),
        st.sampled_from(
            ["x", "-", "-nt-", "//", "Nam", "nữ", "Kinh", "12/12", "1985", "Tổ trưởng"]
        ),
        st.sampled_from(["14/3/1985", "31/2/1985", "0913555214", "095085000001", "=1+1", "không"]),
        st.integers(0, 99_999_999_999),
        st.floats(allow_nan=False, allow_infinity=False, width=32),
        st.dates(dt.date(1900, 1, 1), dt.date(2030, 1, 1)),
        st.text(max_size=30),
    )


NAMES = st.sampled_from(
    ["Lê Văn An", "LÊ VĂN AN", "Trần Thị Bình", "Bà Trần Thị Bình", "Lý Hoà", "Lý Hòa", "", None]
)
TEAM_NAMES = st.sampled_from(["Tổ tự quản số 1", "TỔ TỰ QUẢN SỐ 01", "Tổ số 2 (Ấp Đông)", "", None])
AREA_NAMES = st.sampled_from(["Ấp Đông", "ẤP ĐÔNG", "ấp Tây, xã X", "Khóm 2", "", None])
MEMBER_ROW = st.tuples(
    cell(), NAMES, cell(), cell(), cell(), cell(), TEAM_NAMES, AREA_NAMES, cell()
)
CAPTION = st.tuples(
    st.sampled_from(["Tổ số 3 (Ấp Tây)", "I. ẤP ĐÔNG", "Tổng cộng: 3", "II. KHÓM 2"])
)


ROWS = st.lists(st.one_of(MEMBER_ROW, CAPTION), max_size=12)


@given(ROWS, st.sampled_from(["members", "people"]))
def test_any_table_is_planned_and_comes_in_once(
    tmp_path_factory: pytest.TempPathFactory,
    empty_register: Path,
    rows: list[tuple[Any, ...]],
    name: str,
) -> None:
    folder = tmp_path_factory.mktemp("messy")
    shutil.copyfile(empty_register, folder / "register.db")
    open_database(folder / "register.db", KEY)
    try:
        with stopped_at(TODAY):
            comes_in_once(folder, name, [HEAD, *([*map(storable, row)] for row in rows)])
    finally:
        close_database()


def comes_in_once(folder: Path, name: str, rows: list[Any]) -> None:
    before = last_link()
    trial = planned(folder, name, rows)
    assert last_link() == before
    plan = imported(folder, name, rows)
    assert plan.counts() == trial.counts()
    assert sum(plan.counts().values()) == 2 * plan.counts()["rows"]
    for problem in plan.problems():
        assert problem.column
        assert problem.message.endswith(".")
    again = planned(folder, name, rows)
    assert {row.state for row in again.rows if not row.stays_out} <= {State.SAME}
    assert carry_out(again) is None
    assert findings() == []


def storable(value: Any) -> Any:
    """Leave out what a sheet cannot hold."""
    return "".join(filter(str.isprintable, value)) if isinstance(value, str) else value
