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
