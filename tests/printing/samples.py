"""Made-up data for every form: names, numbers and decisions are invented."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from printing.blocks import Signer
from printing.documents import data
from printing.documents.office import SIGN_NOTE, OfficeData
from tests.printing.class_samples import class_samples

OFFICE: Final = OfficeData(
    parent_line="CÔNG AN TỈNH CÀ MAU",
    agency_line="CÔNG AN XÃ HỒNG DÂN",
    place="Hồng Dân",
    name="Công an xã Hồng Dân",
    commune="xã Hồng Dân",
    symbol="CAX",
    signer=Signer(
        "KT. TRƯỞNG CÔNG AN XÃ\nPHÓ TRƯỞNG CÔNG AN XÃ", name="Nguyễn Văn Ước", rank="Trung tá"
    ),
    chairman=Signer("CHỦ TỊCH", name="Lê Thị Bích Thủy"),
    maker=Signer("NGƯỜI LẬP BIỂU", name="Trần Quốc Hưng", rank="Thượng úy"),
)
DAY: Final = date(2026, 2, 5)
AS_OF: Final = date(2026, 1, 31)

SCHEME_ROWS: Final = (
    data.SchemeRow(
        "Câu lạc bộ người hoàn lương",
        "Ấp Nội Ô",
        "14/03/2019",
        "Số 512/QĐ-BCA ngày 20/01/2022",
        "Bộ Công an",
        3,
        12,
        1204,
        "Hiệu quả",
        "Nhân rộng",
        "",
    ),
    data.SchemeRow(
        "Tuyến kênh an toàn về an ninh, trật tự",
        "Ấp Bà Gồng, ấp Thống Nhất",
        "06/2020",
        "Số 77/QĐ-BCA ngày 03/02/2023",
        "Bộ Công an",
        1,
        4,
        61,
        "Trung bình",
        "Đang hoạt động",
        "Củng cố trong quý II",
    ),
    data.SchemeRow(
        "Camera an ninh",
        "Toàn xã",
        "2021",
        "Số 15/QĐ-CAT ngày 12/05/2022",
        "Công an tỉnh",
        9,
        None,
        45,
        "Hiệu quả",
        "Đang hoạt động",
        "",
    ),
    data.SchemeRow(
        "Tổ tự quản về an ninh, trật tự chùa Hưng Thiện",
        "Ấp Tà Ben",
        "19/08/2024",
        "Số 08/QĐ-UBND ngày 19/08/2024",
        "Đơn vị, địa phương",
        1,
        2,
        18,
        "",
        "Ra mắt",
        "",
    ),
)
SUMMARY_ROWS: Final = (
    data.SummaryRow("Bộ Công an", "Câu lạc bộ người hoàn lương", 1, 3, 12, 1204, good=1),
    data.SummaryRow("Bộ Công an", "Tuyến kênh an toàn", 1, 1, 4, 61, fair=1),
    data.SummaryRow("Công an tỉnh", "Camera an ninh", 1, 9, 0, 45, good=1, note="12 cụm"),
    data.SummaryRow("Đơn vị, địa phương", "Tổ tự quản trong tôn giáo", 8, 8, 9, 118, 5, 2, 1, 1, 2),
)
MEMBERS: Final = (
    data.MemberRow(
        "Thạch Sô Phol",
        "Nam",
        "14/03/1968",
        "096068001234",
        "Khmer",
        "Phật giáo",
        "12/12",
        "Tổ trưởng",
        "Ấp Nội Ô",
        "0912345678",
        "01/07/2024",
    ),
    data.MemberRow(
        "Nguyễn Thị Kim Phượng",
        "Nữ",
        "1975",
        "096175004321",
        "Kinh",
        "Không",
        "9/12",
        "Tổ phó",
        "Ấp Nội Ô",
        "0387654321",
        "01/07/2024",
        "Đảng viên",
    ),
    data.MemberRow(
        "Danh Hoàng Minh Tuấn",
        "Nam",
        "02/09/1990",
        "096090007777",
        "Khmer",
        "Phật giáo",
        "Trung cấp",
        "Tổ viên",
        "Ấp Bà Gồng",
        "",
        "15/10/2025",
    ),
)
TEAM: Final = data.TeamRow(
    "Tổ bảo vệ an ninh, trật tự ấp Nội Ô",
    "ấp Nội Ô, xã Hồng Dân",
    "Tổ bảo vệ an ninh, trật tự",
    statutory=True,
    leader="Thạch Sô Phol",
    members=3,
)
ACTIVITIES: Final = (
    data.ActivityRow(
        "05/01/2026",
        "Tuần tra đêm khu vực chợ và bến tàu, nhắc nhở 02 nhóm thanh niên tụ tập",
        6,
        "01 tin báo; 01 vụ hòa giải",
        "Thạch Sô Phol",
    ),
    data.ActivityRow("12/01/2026", "Họp tổ định kỳ tháng 01", 14, "", "Nguyễn Thị Kim Phượng", ""),
    data.ActivityRow("20/01/2026", "Vận động giao nộp vũ khí tự chế", 32, "02 dao, 01 súng tự chế"),
)
REVIEWS: Final = (
    data.ReviewRow("Tổ BVANTT ấp Nội Ô", 9, "Hoàn thành xuất sắc nhiệm vụ", 1, 6, 2),
    data.ReviewRow(
        "Tổ BVANTT ấp Bà Gồng", 8, "Hoàn thành tốt nhiệm vụ", 1, 5, 1, 0, 1, "dưới 9 tháng"
    ),
    data.ReviewRow(
        "Tổ BVANTT ấp Thống Nhất", 8, "Hoàn thành nhiệm vụ", 0, 3, 4, 1, 0, "", "Củng cố"
    ),
)
SCHEMES: Final = data.SchemesData(
    OFFICE, AS_OF, DAY, 2025, SCHEME_ROWS, SUMMARY_ROWS, "(Lọc theo: tình trạng khác Đã giải thể)"
)
TEAM_DATA: Final = data.TeamData(
    OFFICE, TEAM, AS_OF, DAY, 2026, members=MEMBERS, activities=ACTIVITIES
)
PROFILE: Final = data.ProfileData(
    OFFICE,
    name="Mô hình “Câu lạc bộ người hoàn lương”",
    kind="Cảm hóa, giáo dục, tái hòa nhập cộng đồng",
    area="Ấp Nội Ô và 02 ấp nhân rộng",
    basis="Quyết định số 512/QĐ-BCA ngày 20/01/2022 của Bộ Công an",
    launched="14/03/2019",
    leaders="Ông Thạch Sô Phol, Chủ nhiệm; bà Nguyễn Thị Kim Phượng, Phó Chủ nhiệm",
    sites=(
        data.SiteRow("Điểm Bà Gồng", "Ấp Bà Gồng", "06/2020", 4, 402, "Trần Văn Bé"),
        data.SiteRow("Điểm Thống Nhất", "Ấp Thống Nhất", "2021", 3, 380, "Lý Thị Hoa"),
    ),
    teams=(
        data.TeamRow("Tổ số 1", "Ấp Nội Ô", leader="Thạch Sô Phol", members=214),
        data.TeamRow("Tổ số 2", "Ấp Nội Ô", leader="Danh Minh", members=208),
    ),
    covenant="Sinh hoạt mỗi quý một lần; giúp đỡ người hoàn lương vay vốn, tìm việc làm.",
    funding="Vận động xã hội hóa",
    years=(
        data.YearRow(2024, "12 buổi sinh hoạt", "Giúp 09 người có việc làm", "Hiệu quả"),
        data.YearRow(2025, "16 buổi sinh hoạt", "Giúp 14 người vay vốn 420.000.000đ", "Hiệu quả"),
    ),
    awards=(data.ChangeRow("19/08/2025", "Giấy khen", "45/QĐ-UBND, Chủ tịch UBND xã"),),
    rating="Hiệu quả (năm 2025)",
    changes=(data.ChangeRow("10/2025", "Kiện toàn Ban chủ nhiệm", "61/QĐ-UBND"),),
    number=7,
    day=DAY,
)
PLAN: Final = data.PlanData(
    OFFICE,
    "Tiếng kẻng an ninh",
    "ấp Nội Ô",
    number=4,
    day=DAY,
    launch_day="08 giờ 00, ngày 19 tháng 8 năm 2026",
    launch_place="Nhà văn hóa ấp Nội Ô, xã Hồng Dân",
    participants="Đảng ủy, Ủy ban nhân dân xã; Công an xã; các đoàn thể; 60 hộ dân",
    funding="Kinh phí từ nguồn chi thường xuyên và vận động xã hội hóa, dự kiến 4.800.000đ.",
    leader=Signer("ĐẠI DIỆN MÔ HÌNH", "Thạch Sô Phol", note=SIGN_NOTE),
)
MINUTES: Final = data.MinutesData(
    OFFICE,
    "Tổ bảo vệ an ninh, trật tự ấp Nội Ô",
    2026,
    12,
    "14 giờ 00, ngày 12 tháng 11 năm 2026",
    "16 giờ 30, ngày 12 tháng 11 năm 2026",
    "Nhà văn hóa ấp Nội Ô",
    ("Đại diện Công an xã: ông Nguyễn Văn Ước", "Chi bộ, Ban Công tác Mặt trận ấp", "09 tổ viên"),
    Signer("CHỦ TỌA", "Nguyễn Văn Ước", "Trung tá"),
    Signer("THƯ KÝ", "Nguyễn Thị Kim Phượng"),
    "Tổ tuần tra 96 lượt, cung cấp 12 tin có giá trị, hòa giải thành 05 vụ.",
    "Hoàn thành xuất sắc nhiệm vụ",
    "Các đại biểu nhất trí với kết quả tự đánh giá của tổ.",
    14,
    15,
    "Hoàn thành xuất sắc nhiệm vụ",
)
RATING: Final = data.RatingData(
    TEAM_DATA,
    criteria=(
        data.Criterion("Nắm tình hình, cung cấp tin báo", 30, 28.5, 28),
        data.Criterion("Tuần tra, giữ gìn trật tự", 40, 38, 37.5),
        data.Criterion("Sinh hoạt, học tập, báo cáo", 30, 29, 29),
    ),
    share_done=96.5,
    proposed=0,
)
REPORT: Final = data.ReportData(
    SCHEMES,
    125,
    ("Công an tỉnh Cà Mau (qua Phòng PV05)", "Ủy ban nhân dân xã Hồng Dân"),
    "Xã Hồng Dân có 09 ấp, 5.246 hộ, 21.873 nhân khẩu; tình hình an ninh, trật tự ổn định.",
    ("Công an xã đã hướng dẫn các mô hình sinh hoạt định kỳ, sơ kết 06 tháng và cả năm.",),
    ("Một số mô hình hoạt động chưa đều; sơ kết, khen thưởng có nơi chưa kịp thời.",),
    ("Tiếp tục nhân rộng mô hình hiệu quả; thanh loại mô hình hoạt động hình thức.",),
)
FILLED: Final[dict[str, Any]] = {
    "F01": SCHEMES,
    "F02": SCHEMES,
    "F03": TEAM_DATA,
    "F04": PROFILE,
    "F05": data.DecisionData(TEAM_DATA),
    "F06": PLAN,
    "F07": PLAN,
    "F08": MINUTES,
    "F09": RATING,
    "F10": data.ReviewsData(OFFICE, 2026, DAY, REVIEWS),
    "F11": TEAM_DATA,
    "F12": REPORT,
    **class_samples(OFFICE, DAY),
}
