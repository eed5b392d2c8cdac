"""Made-up names, ids and cells of the kinds that break programs; nobody real is meant."""

from __future__ import annotations

# Every tone, every shape, đ, qu and gi, open oa oe uy, names of one word and of six.
KINH_NAMES = """
Nguyễn Văn Đức|Nguyễn Văn Dục|Nguyễn Thị Ánh|Lê Thị Ảnh|Lê Thị Anh|Trần Thị Ân|Phạm Thị Ấn
Đặng Thị Ưỡng|Đỗ Đình Đăng|Đoàn Đức Đạt|Đào Duy Định|Đinh Đông Đô|Đàm Đại Đồng|Đường Đắc Đệ
Hoàng Thị Hòa|Hoàng Văn Hóa|Huỳnh Thị Họa|Hồ Thị Hỏa|Hứa Khoa|Lò Văn Khỏe|Vì Văn Khoẻ
Nguyễn Thị Thúy|Nguyễn Thị Thuý|Trần Thị Thùy|Trần Thị Thuỳ|Lê Thị Thủy|Lê Thị Thuỷ|Võ Thị Thụy
Quách Thị Quý|Quản Trọng Quỳ|Quan Quốc Quỳnh|Mai Văn Quà|Ngô Quang Quảng|Tạ Quyết|Bạch Quyên
Giang Văn Giàu|Giáp Thị Giềng|Đặng Giao|Trương Gia Giàng|Phí Văn Gìn|Cao Thị Giêng|Lại Giỏi
Vũ Thị Xuân|Vũ Thuần|Chu Thị Chuẩn|Tống Thị Luân|Khổng Minh Khuê|Khúc Thị Khuya|Phùng Khuynh
Nghiêm Thị Nghĩa|Nghê Văn Nghệ|Ngụy Như Ngà|Ngọ Văn Ngọ|Lương Thị Nguyệt|Nguyễn Nguyên Nguyên
Trịnh Thị Trang|Trình Văn Trượng|Trần Trung Trực|Triệu Thị Triều|Trang Trưởng|Tri Trí Trị
Ưng Thị Ước|Âu Thị Ửng|Ân Văn Ứng|Ông Thị Ẩn|Ôn Văn Ổn|Ung Văn Ủy|Ấu Thị Ẫm|An Văn Ẵng
Y Thị Ý|Yên Thị Yến|Yết Văn Yểu|Ý Nhi|Ỷ Lan|Uông Văn Uy|Oanh Thị Oản|Oai Văn Oải|Ích Văn Ích
Phan Thị Phượng|Phan Phước|Phương Thị Phường|Phó Đức Phụng|Phù Văn Phùng|Phí Thị Phẩm|Pham Phấn
Bùi Thị Bưởi|Bế Văn Bường|Bạch Thị Bích|Bàng Văn Bằng|Bành Bẩm|Biện Thị Biểu|Bồ Bửu|Bá Bỉnh
Cù Thị Cừ|Cung Thị Cường|Cấn Văn Cẩn|Cáp Thị Cúc|Chế Văn Chế|Chử Thị Chiêu|Chung Chước|Châu Chuyền
Dương Thị Dưỡng|Diệp Thị Diễm|Doãn Văn Doanh|Dư Thị Dự|Danh Sinh|Kim Thị Út
Sơn Thị Sà Phia|Lâm Sô Phép|Tăng Thị Mây|Thạch Thị Sa Phi|Danh Thị Hường|Lý Sa Rết
Hà Thị Hả|Hà Văn Hã|Hạ Thị Há|Hàn Thị Hạ|Hầu Văn Hẩu|Hoa Thị Hoè|Hoắc Văn Hoắc|Hùng Huyện
Kiều Thị Kiểu|Khưu Thị Khướu|Kha Văn Khả|Khâu Thị Khẩn|La Văn Lả|Lã Thị Lạ|Lạc Văn Lạc|Lỗ Lữ
Lưu Thị Lựu|Lều Thọ Lệ|Lục Thị Lụa|Ma Thị Mả|Mã Văn Mạ|Mạc Thị Má|Mẫn Thị Mận|Mông Thị Mộng
Nhâm Thị Nhẫn|Nhan Thị Nhạn|Nhữ Văn Nhượng|Ninh Thị Nịnh|Nông Thị Nồng|Nùng Nữ|Ngưu Ngữ
Sái Thị Sải|Sầm Văn Sẫm|Sử Thị Sự|Sùng A Sử|Thào Thị Mỷ|Giàng A Páo|Vàng Thị Chá|Lù Thị Pằng
Tào Thị Tảo|Tiêu Thị Tiểu|Tiết Văn Tiết|Tô Thị Tố|Tôn Nữ Thị Thu Thủy|Tôn Thất Thuyết|Từ Tữ
Thái Thị Thải|Thẩm Thị Thắm|Thân Thị Thận|Thiều Thị Thiếu|Thôi Thoại|Văn Thị Vẵn|Viên Thị Viển
Vi Thị Vĩ|Vương Thị Vượng|Xa Thị Xá|Xuân Thị Xuyến|Công Tằng Tôn Nữ Thị Hồng Phượng|Hậu
Nguyễn Phúc Bảo Quốc Khánh An|Xanh|Ẩm|Nguyễn Hoàng Hoài Hoan|Toản|Tuyền Thị Tuyển|Loan Lõa
Khương Thị Khương|Mường Thị Mường|Hương Hưng|Trương Thị Tường|Lương Thị Lượm|Cương Thị Tươi
Rượu Văn Hươu|Cừu Thị Tửu|Bưu Thị Bướu|Hiêu Thị Hiệu|Yêu Thị Yếu|Siêu Thị Siêng|Thiêng Thiềng
Chuyên Thị Chuyển|Khuyến Thị Khuyết|Huy Thị Huỵch|Tuýt Văn Tuýp|Lũy Văn Luỹ|Thỏa Thị Thoả|Tòe Toè
Ngoan Thị Ngoãn|Ngoạt Văn Ngoặt|Xoan Thị Xoắn|Hoạch Thị Hoạch|Oanh Thị Oánh|Choàng Thị Thoảng
Én Thị Én|Ếch Văn Ếch|Ốc Thị Ốc|Ớt Thị Ớt|Út Thị Ụt|Ếm Ểnh|Ái Thị Ải|Áo Ảo|Ấm Thị Ẩn|Ơn Thị Ớn
"""

# Two or more writings that Vietnamese rules do not cover: hyphens, apostrophes, foreign letters.
ETHNIC_NAMES = """
Y Bla-Êban|H'Hen Niê|K'Tem|Ksor Bơ-Nguyên|Y Thịnh Niê Kđăm|H'Yam Bkrông|Rơ Châm H'Yéo|Siu H'Lan
Rmah Hen|Nay Y Der|Y Nuê Buôn Krông|Kpă Klơng|Ksor Krơn|A Brêu|Y Brớp|Đinh Hmưk|Hồ Kan Lịch
K'Sor Nham|K'Brêu|K'Vỡi|Ka Să Ha Thịnh|Lơ Mu Ha Poh|Cil Múp Ha Kriêng|Liêng Hót Ha Nuel|Bon Yô Soan
Điểu Krứ|Điểu Ong|Thị Pyưh|N'Trang Lơng|Y Čar Êñuôl|H'Ƀlô Mlô|Alăng Bhuốch|Bríu Liếc|Zơrâm Buôn
Pơloong Đê|Arất Blúi|Chamaléa Thị Thủy|Pi Năng Tắc|Katơr Thị Hà|Từ Công Phụng|Thập Liên Trưởng
Châu Sóc Kim|Danh Sô Phol|Thạch Sà Rươl|Châu Sô Khươl|Néang Sóc Phia|Chau Sa Riêng
Pờ Lóng Tơ|Phùng Phà Sửu|Lý Phủ Chòi|Tẩn Láo Lở
"""

KINH = [name for line in KINH_NAMES.strip().splitlines() for name in line.split("|")]
ETHNIC = [name for line in ETHNIC_NAMES.strip().splitlines() for name in line.split("|")]
NAMES = KINH + ETHNIC

# A cell as a list holds it, and the name, address, rank and note that stand in it.
NAME_CELLS: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("Bà Nguyễn Thị Nguyệt", "Nguyễn Thị Nguyệt", "Bà", None, None),
    ("Ông Trương Thanh Châu", "Trương Thanh Châu", "Ông", None, None),
    ("ÔNG:  NGUYỄN   VĂN A", "Nguyễn Văn A", "Ông", None, None),
    ("Ô. Nguyễn Văn A", "Nguyễn Văn A", "Ông", None, None),
    ("Ông Ba", "Ba", "Ông", None, None),
    ("Ông Thị Nga", "Ông Thị Nga", None, None, None),
    ("Ông/bà Lê A", "Lê A", "Ông/bà", None, None),
    ("Ông (bà): Lê A", "Lê A", "Ông/bà", None, None),
    ("Anh Lê Văn Tư", "Lê Văn Tư", "Anh", None, None),
    ("Anh Thư", "Anh Thư", None, None, None),
    ("Chị Út", "Út", "Chị", None, None),
    ("Em", "Em", None, None, None),
    ("Đ/c Nguyễn Văn A", "Nguyễn Văn A", "Đồng chí", None, None),
    ("đ/c: nguyễn văn a", "Nguyễn Văn A", "Đồng chí", None, None),
    ("\u00d0/C Nguyễn Văn A", "Nguyễn Văn A", "Đồng chí", None, None),
    ("Đồng chí Đại úy Trần B", "Trần B", "Đồng chí", "Đại úy", None),
    ("Thượng uý Lê Bình", "Lê Bình", None, "Thượng úy", None),
    ("Trung tá, Ông Lê Bình", "Lê Bình", "Ông", "Trung tá", None),
    ("HẠ SỸ LÊ BÌNH", "Lê Bình", None, "Hạ sĩ", None),
    ("Binh nhì Lê Bình", "Lê Bình", None, "Binh nhì", None),
    ("Trung Úy", "Trung Úy", None, None, None),
    ("Trung Tá Lan", "Lan", None, "Trung tá", None),
    ("Hoà thượng Thích Thiện A", "Thích Thiện A", "Hòa thượng", None, None),
    ("Linh mục Phêrô Lê B", "Phêrô Lê B", "Linh mục", None, None),
    ("Nguyễn Văn A (Tổ trưởng)", "Nguyễn Văn A", None, None, "Tổ trưởng"),
    ("Nguyễn Văn A(Tổ trưởng)", "Nguyễn Văn A", None, None, "Tổ trưởng"),
    ("Nguyễn Văn A (Tổ trưởng", "Nguyễn Văn A", None, None, "Tổ trưởng"),
    ("Nguyễn Văn A [SN 1980] (Tư)", "Nguyễn Văn A", None, None, "SN 1980; Tư"),
    ("Nguyễn Văn A ()", "Nguyễn Văn A", None, None, None),
    ("Nguyễn Văn A, Tổ phó", "Nguyễn Văn A", None, None, "Tổ phó"),
    ("Nguyễn Văn A - Tổ phó", "Nguyễn Văn A", None, None, "Tổ phó"),
    ("1. Nguyễn Văn A;", "Nguyễn Văn A", None, None, None),
    ("- Nguyễn Văn A", "Nguyễn Văn A", None, None, None),
    ("12) Đ/c Đại úy Lê B (Phó)", "Lê B", "Đồng chí", "Đại úy", "Phó"),
    ("Y Bla - Êban", "Y Bla-Êban", None, None, None),
    ("nguye\u0302\u0303n va\u0306n a", "Nguyễn Văn A", None, None, None),
    ("\ufeffNguyễn\u00a0Văn A", "Nguyễn Văn A", None, None, None),
]

# What a form or a cell gives, the number meant, and whether zeros were put back.
ID_CELLS: list[tuple[str | float, str, bool]] = [
    ("095086275324", "095086275324", False),
    (" 095 086 275 324 ", "095086275324", False),
    ("095.086.275.324", "095086275324", False),
    ("095-086-275-324", "095086275324", False),
    ("'095086275324", "095086275324", False),
    ("’095086275324", "095086275324", False),
    ("０９５０８６２７５３２４", "095086275324", False),
    ("095086\u00a0275324\u200b", "095086275324", False),
    ("095086275324.0", "095086275324", False),
    (95061558789, "095061558789", True),
    (95061558789.0, "095061558789", True),
    ("95061558789", "095061558789", True),
    ("95061558789,00", "095061558789", True),
    ("9.5061558789E10", "095061558789", True),
    ("9,5061558789E+10", "095061558789", True),
    (1085000001, "001085000001", True),
    (8185000001.0, "008185000001", True),
    ("385123456", "385123456", False),
    (385123456, "385123456", False),
    ("12345678", "012345678", True),
    (12345678, "012345678", True),
]
BAD_ID_CELLS: list[tuple[str | float, str]] = [
    ("09506155878", "Số CCCD cần 12 số, đang có 11."),
    ("99061558789", "Số CCCD cần 12 số, đang có 11."),
    ("1085000001", "Số CCCD cần 12 số, đang có 10."),
    (3085000001, "Số CCCD cần 12 số, đang có 10."),
    ("01234567", "Số CCCD cần 12 số, đang có 8."),
    ("1234567", "Số CCCD cần 12 số, đang có 7."),
    ("0950862753241", "Số CCCD cần 12 số, đang có 13."),
    ("1,2E+11", "Số CCCD bị Excel rút gọn, mất số: 1,2E+11. Nhập lại đủ số."),
    ("9.50616E+10", "Số CCCD bị Excel rút gọn, mất số: 9.50616E+10. Nhập lại đủ số."),
    ("0950A6275324", "Số CCCD chỉ gồm chữ số: 0950A6275324."),
    ("095086275324/095086275325", "Số CCCD chỉ gồm chữ số: 095086275324/095086275325."),
    ("٠٩٥٠٨٦٢٧٥٣٢٤", "Số CCCD chỉ gồm chữ số: ٠٩٥٠٨٦٢٧٥٣٢٤."),
    ("", "Chưa nhập số CCCD."),
    ("--", "Chưa nhập số CCCD."),
    (95061558789.5, "Số CCCD không hợp lệ: 95061558789.5."),
    (float("nan"), "Số CCCD không hợp lệ: nan."),
    (-95061558789, "Số CCCD chỉ gồm chữ số: -95061558789."),
]

# The same for phones.
PHONE_CELLS: list[tuple[str | float, str, bool]] = [
    ("0913555214", "0913555214", False),
    ("0913 555 214", "0913555214", False),
    ("0913.555.214", "0913555214", False),
    ("0913-555-214", "0913555214", False),
    ("(0913) 555214", "0913555214", False),
    ("'0913555214", "0913555214", False),
    ("+84 913 555 214", "0913555214", False),
    ("+84(0)913555214", "0913555214", False),
    ("0084913555214", "0913555214", False),
    ("84913555214", "0913555214", False),
    ("0300084000", "0300084000", False),
    ("842725968", "0842725968", True),
    (842725968, "0842725968", True),
    (775281328, "0775281328", True),
    (913555214.0, "0913555214", True),
    ("913555214.0", "0913555214", True),
    ("9.13555214E8", "0913555214", True),
    ("0321373813", "0321373813", False),
    ("0563737138", "0563737138", False),
    ("01201234567", "0701234567", True),
    ("01211234567", "0791234567", True),
    ("01221234567", "0771234567", True),
    ("01231234567", "0831234567", True),
    ("01291234567", "0821234567", True),
    ("01621234567", "0321234567", True),
    ("01691234567", "0391234567", True),
    ("01861234567", "0561234567", True),
    ("01991234567", "0591234567", True),
    (1681234567, "0381234567", True),
    ("+841681234567", "0381234567", True),
    ("0291 3821234", "02913821234", False),
    ("(024) 38251234", "02438251234", False),
    (2913821234, "02913821234", True),
    ("+84 291 3821234", "02913821234", False),
    ("0692341193", "0692341193", False),
]
BAD_PHONE_CELLS: list[tuple[str | float, str]] = [
    ("091355521", "Thiếu 1 số: cần 10 số."),
    ("09135552", "Thiếu 2 số: cần 10 số."),
    ("413555214", "Thiếu 1 số: cần 10 số."),
    ("113", "Thiếu 7 số: cần 10 số."),
    ("09135552145", "Thừa 1 số: cần 10 số."),
    ("01611234567", "Thừa 1 số: cần 10 số."),
    ("0291382123", "Thiếu 1 số: cần 11 số."),
    ("029138212345", "Thừa 1 số: cần 11 số."),
    (
        "0113555214",
        "Đầu số không đúng: 0113555214. Di động bắt đầu bằng 03, 05, 07, 08, 09, máy bàn bằng 02.",
    ),
    ("không có", "Số điện thoại chỉ gồm chữ số: không có."),
    ("9,1E+08", "Số điện thoại bị Excel rút gọn, mất số: 9,1E+08. Nhập lại đủ số."),
    ("", "Chưa nhập số điện thoại."),
    (0.5, "Số điện thoại không hợp lệ: 0.5."),
]
