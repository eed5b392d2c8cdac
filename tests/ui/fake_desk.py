"""The whole program of the look's pictures behind the window, without a database."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.text import fold
from tests.ui.fake_form import TeamForm
from tests.ui.fakes import Teams
from tests.ui.paper.fakes import FakePapers
from ui.source import (
    Align,
    Block,
    Bundle,
    CellKind,
    Chip,
    ColumnFacts,
    Detail,
    Fact,
    FilterFacts,
    Found,
    LeftUnsaved,
    Line,
    MemoryDrafts,
    MemorySettings,
    Option,
    Query,
    RegisterFacts,
    Row,
    Tab,
    Warn,
)

TEAMS = RegisterFacts(
    "teams",
    "Mô hình & tổ tự quản",
    "tổ",
    "account-group-outline",
    short="Mô hình & tổ",
    group="Sổ đăng ký",
    search_hint="Tìm tên tổ, tổ trưởng, ấp… không cần gõ dấu",
    empty="Sổ mô hình và tổ tự quản còn trống",
    filters=(
        FilterFacts("due_soon", "Cần đánh giá"),
        FilterFacts("weak", "Xếp loại yếu"),
        FilterFacts("area", "Ấp", tuple(Option(one, one) for one in ("Sóc Đồn", "Cái Giá"))),
        FilterFacts("scheme", "Mô hình", (Option("Tổ hòa giải", "Tổ hòa giải"),)),
    ),
    prints=(("list", "Danh sách tổ"), ("F03", "Danh sách thành viên tổ"), ("F05", "Quyết định")),
)
OTHERS = (
    ("nominations", "Khen thưởng", "đề nghị", "medal-outline"),
    ("classes", "Lớp tập huấn", "lớp", "school-outline"),
    ("forums", "Diễn đàn", "ý kiến", "forum-outline"),
    ("activities", "Hoạt động", "hoạt động", "flag-outline"),
)
MEMBER_COLUMNS = (
    ColumnFacts("name", "Họ và tên", 2.4),
    ColumnFacts("birth", "Ngày/năm sinh", 1.5, kind=CellKind.DATE),
    ColumnFacts("role", "Vai trò", 1.2),
    ColumnFacts("phone", "Điện thoại", 1.5, Align.LEFT),
)
MEMBERS = """
Thạch Thị Hồng Nhung|1979|Tổ trưởng|0913 555 214
Nguyễn Văn Hòa|12/04/1966|Tổ phó|0907 555 861
Lâm Sà Quên|30/09/1988|Thành viên|0388 555 072
Kim Thị Út|1972|Thành viên|0974 555 330
Danh Hoàng Phúc|05/01/1995|Thành viên|0366 555 918
Trần Thị Mỹ Hạnh|1984|Thành viên|
"""


class FilteredTeams(Teams):
    """Counts the two chips as the picture does."""

    def _found(self, query: Query) -> list[Row]:
        plain = tuple(one for one in query.filters if one[1] != "1")
        rows = super()._found(Query(query.search, plain, query.order))
        for key, _value in query.filters:
            if key == "weak":
                rows = [row for row in rows if row.cells[5] == "Yếu"]
            elif key == "due_soon":
                rows = [row for row in rows if row.cells[6][3:] == "11/2026"]
        return rows


class Details:
    def __init__(self, teams: Teams) -> None:
        self._teams = teams

    def detail(self, identity: int) -> Detail | None:
        row = next((row for row in self._teams.rows if row.id == identity), None)
        if row is None:
            return None
        name, scheme, area, _leader, strength, rating, due, since = row.cells
        members = tuple(
            Row(at, tuple(line.split("|"))) for at, line in enumerate(MEMBERS.strip().splitlines())
        )
        soon = due[3:] == "11/2026"
        warning = Warn(f"Đến hạn đánh giá: {due}", "Kỳ 6 tháng cuối năm, còn 10 ngày.",
                       action="Đánh giá", act="review")  # fmt: skip
        return Detail(
            name,
            f"Ấp {area} · Mô hình “{scheme}”",
            (
                Chip("Đang hoạt động"),
                Chip(f"Xếp loại {rating} · 6/2026", "good"),
                Chip(f"{strength} thành viên", "plain", "account-multiple-outline"),
            ),
            (warning,) if soon else (),
            (
                Tab("facts", "Thông tin", _blocks(area, since, strength)),
                Tab("members", "Thành viên", rows=members, columns=MEMBER_COLUMNS),
                Tab("reviews", "Đánh giá", nothing="Chưa có lần đánh giá nào."),
                Tab("activities", "Hoạt động"),
                Tab("awards", "Khen thưởng"),
                Tab("history", "Lịch sử"),
            ),
            "Sửa lần cuối 18/11/2026 15:20 · Trần Minh Khang",
        )


def _blocks(area: str, since: str, strength: str) -> tuple[Block, ...]:
    return (
        Block(
            facts=(
                Fact("Ngày thành lập", since),
                Fact("Quyết định công nhận", "27/QĐ-UBND, 14/03/2019"),
                Fact("Địa bàn", f"Ấp {area}, tuyến 2 và 3"),
                Fact("Quy mô", "86 hộ · 352 nhân khẩu"),
                Fact("Cơ quan quản lý", "UBND xã Hưng Hội"),
                Fact("Họp định kỳ", "Ngày 25 hằng tháng"),
            )
        ),
        Block(
            "Nòng cốt",
            lines=(
                Line(
                    "Thạch Thị Hồng Nhung", "Tổ trưởng · Chi hội trưởng Phụ nữ ấp", "0913 555 214"
                ),
                Line("Nguyễn Văn Hòa", "Tổ phó · Cựu chiến binh", "0907 555 861"),
                Line("Lâm Sà Quên", "Thành viên · Công an viên ấp", "0388 555 072"),
            ),
            link=f"Xem cả {strength} thành viên",
            opens="members",
        ),
        Block(
            "Ghi chú",
            text="Phối hợp tổ hòa giải số 1 quản lý tuyến đường vào trường tiểu học; đề nghị lắp "
            "thêm 02 camera ở cầu Sóc Đồn.",
        ),
    )


class FakeDesk:
    office = "Công an xã Hưng Hội"
    user = "Trần Minh Khang"

    def __init__(self, count: int = 57) -> None:
        self.teams = FilteredTeams(count)
        self.form = TeamForm()
        self.settings = MemorySettings()
        self.drafts = MemoryDrafts()
        self.registers: Sequence[Bundle] = (
            Bundle(TEAMS, self.teams, Details(self.teams), self.form),
            *(
                Bundle(RegisterFacts(name, title, noun, icon, group="Sổ đăng ký"), Teams(0),
                       Details(Teams(0)))
                for name, title, noun, icon in OTHERS
            ),
        )  # fmt: skip
        self.keeping: Sequence[Bundle] = ()
        self.done: list[str] = []
        self.papers = FakePapers(self.done)
        self._trash: list[Row] = []

    def unsaved(self) -> Sequence[LeftUnsaved]:
        return ()

    def remove(self, register: str, identities: Sequence[int]) -> str:  # noqa: ARG002
        gone = [row for row in self.teams.rows if row.id in identities]
        self._trash = gone
        self.teams.rows = [row for row in self.teams.rows if row.id not in identities]
        self.done.append(f"remove {list(identities)}")
        first = f": {gone[0].cells[0]}" if len(gone) == 1 else ""
        return f"Đã xóa {len(gone)} tổ{first}."

    def set_field(
        self,
        register: str,  # noqa: ARG002
        identities: Sequence[int],
        name: str,
        value: object,
        tell: Callable[[int, int, str], None],  # noqa: ARG002
    ) -> str:
        self.done.append(f"set {name} of {list(identities)} to {value}")
        return f"Đã đổi {name} của {len(identities)} tổ."

    def undo(self) -> str:
        if not self._trash:
            return ""
        self.teams.rows = sorted(self.teams.rows + self._trash, key=lambda row: row.id)
        words = f"Đã khôi phục {len(self._trash)} tổ."
        self._trash = []
        return words

    def undo_change(self, identity: int) -> str:
        self.done.append(f"undo {identity}")
        return ""

    def restore(self, identities: Sequence[int]) -> str:
        self.done.append(f"restore {list(identities)}")
        return ""

    def next_turns(self) -> tuple[str, str]:
        return ("Xóa tổ" if self._trash else "", "")

    def redo(self) -> str:
        return ""

    def find(self, words: str) -> Sequence[Found]:
        parts = fold(words).split()
        teams = [
            Found("Sổ", row.cells[0], f"Tổ trưởng {row.cells[3]} · ấp {row.cells[2]}",
                  "account-group-outline", "Mô hình & tổ", "teams", row.id)
            for row in self.teams.rows
            if parts and all(part in fold(" ".join(row.cells)) for part in parts)
        ]  # fmt: skip
        return teams[:6]

    def find_in_texts(self, words: str, stopped: Callable[[], bool]) -> Sequence[Found]:
        self.done.append(f"texts {words}")
        noted = self.teams.rows[1]
        found = Found("Mô hình & tổ", noted.cells[0], f"Ghi chú: có {words}", register="teams",
                      identity=noted.id)  # fmt: skip
        return [] if stopped() or words == "không có" else [found]

    def close(self) -> None:
        self.done.append("close")
