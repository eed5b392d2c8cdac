"""F04, F06 and F07 of the register counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from models.registers.members import Membership
from printing.documents.data import ChangeRow, SiteRow, YearRow
from printing.records.plans import articles_of, covenant_data, plan_data
from printing.records.profile import profile_data
from printing.records.wanted import Wanted
from tests.models.figures.small_register import Small
from tests.models.samples import save, stored

END_2025 = Wanted(as_of=date(2025, 12, 31))


def test_the_file_of_a_model(small: Small) -> None:
    data = profile_data(small.keng, END_2025)
    assert data.basis == (
        "Quyết định thành lập ngày 01/03/2020; Quyết định công nhận số 12/QĐ-CAT ngày 12/05/2022"
    )
    assert data.sites == (SiteRow("Điểm Ấp Một", "Ấp Một", "2021", 0, 0, ""),)
    assert [(team.name, team.leader, team.members) for team in data.teams] == [
        ("Tổ kẻng 1", "Nguyễn Văn Đức", 2),
        ("Tổ kẻng 2", "Nguyễn Văn Đức", 1),
    ]
    assert data.leaders == "2 tổ trưởng, có tên tại mục 8"
    assert data.years == (
        YearRow(2024, "01 hoạt động", "", "Trung bình"),
        YearRow(
            2025, "02 hoạt động, 66 lượt người dự", "Cung cấp 02 tin; hòa giải thành 01 vụ", "Tốt"
        ),
    )
    assert data.rating == "Tốt (cả năm 2025)"
    assert data.changes == (
        ChangeRow("01/03/2020", "Thành lập"),
        ChangeRow("2021", "Nhân rộng tại ấp Một"),
        ChangeRow("12/05/2022", "Công nhận (Công an tỉnh)", "12/QĐ-CAT"),
        ChangeRow("01/01/2023", "Nhân rộng tại ấp Hai"),
        ChangeRow("30/06/2025", "Thôi nhân rộng tại ấp Hai"),
    )


def test_the_file_of_a_past_day_knows_nothing_later(small: Small) -> None:
    data = profile_data(small.keng, Wanted(as_of=date(2022, 12, 31)))
    assert [team.name for team in data.teams] == ["Tổ kẻng 1"]
    assert data.leaders == "Nguyễn Văn Đức; Lê Thị Bưởi"
    assert (data.years, data.rating) == ((), "")
    assert data.changes[-1].words == "Công nhận (Công an tỉnh)"


def test_the_file_of_a_team_tells_who_left(small: Small) -> None:
    buoi = Membership.get(Membership.left.is_null(False))
    buoi.left_why = "Chuyển nơi ở"
    save(buoi)
    data = profile_data(small.keng_1, END_2025)
    assert data.of_team
    assert data.basis == "Quyết định số 12/QĐ-UBND ngày 01/03/2020 của UBND xã Hưng Hội"
    assert data.kind == "thuộc mô hình “Tiếng kẻng”"
    assert data.changes == (
        ChangeRow("01/03/2020", "Thành lập", "12/QĐ-UBND"),
        ChangeRow("10/05/2025", "Lê Thị Bưởi, tổ phó, thôi tham gia (chuyển nơi ở)"),
    )
    assert [row.activities for row in data.years] == [
        "01 hoạt động",
        "01 hoạt động, 06 lượt người dự",
    ]


def test_a_dissolved_team_tells_why(small: Small) -> None:
    assert profile_data(small.chua_1, END_2025).changes == (
        ChangeRow("15/03/2025", "Giải thể: hoạt động kém hiệu quả"),
    )


@pytest.mark.parametrize(
    ("covenant", "articles"),
    [
        ("", ()),
        ("Giữ gìn trật tự.", (("", "Giữ gìn trật tự."),)),
        ("1. Một.\n2) Hai.", (("", "Một."), ("", "Hai."))),
        (
            "Điều 1. Mục đích: Giữ gìn trật tự.\n- Ở ấp.\n\nĐiều 2. Họp mỗi tháng.",
            (("Mục đích", "Giữ gìn trật tự.\n- Ở ấp."), ("", "Họp mỗi tháng.")),
        ),
    ],
)
def test_a_covenant_is_divided_into_articles(
    covenant: str, articles: tuple[tuple[str, str], ...]
) -> None:
    assert articles_of(covenant) == articles


def test_the_only_leader_stands_for_the_model(small: Small) -> None:
    assert covenant_data(small.nu, END_2025).leader.name == "Danh Thị Na"
    assert covenant_data(small.keng, END_2025).leader.name == ""
    assert covenant_data(small.keng, END_2025).area == "Ấp Một"
    assert covenant_data(small.nu, END_2025).area == "xã Hưng Hội"


def test_a_plan_is_to_launch_until_the_day_and_to_replicate_after(small: Small) -> None:
    before = plan_data(small.zalo, Wanted(as_of=date(2026, 1, 15)))
    assert (before.replication, before.launch_day) == (False, "01/02/2026")
    after = plan_data(small.zalo, Wanted(as_of=date(2026, 3, 1)))
    assert (after.replication, after.launch_day) == (True, "")
    small.zalo.funding, small.zalo.state = "Xã hội hóa", "Nhân rộng"
    again = plan_data(stored(small.zalo), Wanted(as_of=date(2026, 1, 15)))
    assert (again.replication, again.funding) == (True, "Xã hội hóa.")
