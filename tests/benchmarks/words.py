"""Word lists for invented people: common Vietnamese, Khmer and Hoa words, weighed as heard."""

from __future__ import annotations

import random
from collections.abc import Callable


def weighed(text: str) -> Callable[[random.Random], str]:
    """Return a drawer of words; a word is followed by its weight."""
    parts = text.split()
    words, weights = parts[::2], [float(weight) for weight in parts[1::2]]
    words = [word.replace("_", " ") for word in words]
    total, bounds = 0.0, []
    for weight in weights:
        total += weight
        bounds.append(total)
    return lambda chance: chance.choices(words, cum_weights=bounds)[0]


FAMILY = weighed(
    "Nguyễn 38 Trần 11 Lê 9.5 Phạm 7 Huỳnh 3 Hoàng 2.2 Phan 4.5 Võ 2.4 Vũ 1.5 Đặng 2.1 Bùi"
    " 2 Đỗ 1.4 Hồ 1.3 Ngô 1.3 Dương 1.4 Lý 1.2 Đinh 0.9 Trương 1.5 Lâm 1.1 Mai 0.6 Cao 0.5"
    " Châu 0.6 Tạ 0.3 Thạch 1.6 Sơn 1.2 Kim 0.9 Danh 0.6 Đào 0.5 Hà 0.4 Lương 0.5 Lưu 0.4 Tô"
    " 0.4 Thái 0.3 Quách 0.3 Trịnh 0.4 La 0.2 Tăng 0.3 Diệp 0.15 Ông 0.05 Âu 0.04 Giang 0.1"
    " Khưu 0.05 Mạc 0.03 Tiêu 0.04"
)
MIDDLE = {
    "Nam": weighed(
        "Văn 30 Hữu 6 Đức 4 Thành 5 Minh 6 Ngọc 2.5 Thanh 4 Quốc 5 Hoàng 4 Công 2 Đình 2 Xuân 2"
        " Trung 1.5 Tấn 2 Chí 1.5 Phước 1.5 Gia 1.5 Anh 1.5 Duy 1.8 Bá 0.6 Thế 1 Quang 2 Viết"
        " 0.5 Hồng 0.8 Kim 0.5 Trọng 1 Khắc 0.4 Nhật 1 Sà 0.2 Sa 0.2 Ngọc_Minh 0.4 Văn_Út 0.2"
        " Đăng 1"
    ),
    "Nữ": weighed(
        "Thị 40 Thị_Ngọc 3 Thị_Kim 3.5 Thị_Thu 2.5 Thị_Thanh 2.5 Thị_Mỹ 2 Ngọc 6 Kim 4 Thanh 3"
        " Thùy 2 Mỹ 2 Bích 1.5 Hồng 2 Thu 2 Phương 2 Minh 2 Cẩm 1.5 Tuyết 1 Như 1.5 Quỳnh 1.2"
        " Khánh 1 Ánh 0.7 Thị_Hồng 2 Thị_Bích 1.2 Thị_Cẩm 1 Diễm 0.8 Hoài 0.5 Bảo 0.8 Gia 0.6 Sà"
        " 0.1 Trúc 0.6"
    ),
}
GIVEN = {
    "Nam": weighed(
        "Hùng 3.3 Dũng 2.8 Tuấn 3.3 Minh 2.6 Đức 1.7 Thành 2.4 Nam 1.8 Long 1.8 Hải 2 Sơn 1.8"
        " Hiếu 1.9 Phúc 2 Tâm 1.4 Tài 1.7 Lộc 1.5 Thắng 1.6 Bình 1.7 Khánh 1.1 Hòa 1.3 Hoà 0.2"
        " Phong 1.5 Quân 1 Vinh 1.2 Toàn 1.3 Trung 1.5 Trí 0.9 Nghĩa 1.1 Nhân 1 Danh 0.8 Đạt 1.5"
        " Khoa 1 Huy 2 Quang 1.3 Tùng 0.9 Lâm 0.9 Cường 1.7 An 1.4 Út 0.9 Tám 0.4 Bảy 0.4 Năm"
        " 0.3 Sáu 0.3 Hiền 0.4 Liêm 0.4 Thiện 0.7 Tín 0.8 Phát 1 Thịnh 0.9 Hậu 0.8 Linh 0.8 Luân"
        " 0.4 Lợi 0.7 Mẫn 0.2 Ngọc 0.4 Duy 1 Phú 0.9 Quý 0.7 Sang 0.9 Tân 0.7 Thái 0.8 Thanh 1"
        " Thuận 0.8 Tiến 1.2 Tú 0.8 Việt 0.8 Vũ 1.1 Xuyên 0.1 Kiệt 0.9 Khang 0.8 Đông 0.5 Chiến"
        " 0.7 Công 0.5 Dục 0.03 Đực 0.1 Rích 0.05 Sóc 0.03"
    ),
    "Nữ": weighed(
        "Lan 2 Hoa 1.8 Mai 2 Hương 2.2 Linh 2.6 Trang 2.2 Thảo 2 Hà 1.5 Hạnh 1.6 Hiền 1.7 Hằng"
        " 1.4 Nga 1.2 Nhung 1.2 Oanh 1 Phương 2 Phượng 1.2 Thủy 1.4 Thuỷ 0.2 Thúy 1.2 Thuý 0.2"
        " Tuyết 1.3 Yến 1.5 Vân 1.4 Xuân 1 Ngọc 1.5 Loan 1.3 Liên 1.2 Lệ 0.8 Kiều 0.9 Dung 1.2"
        " Diễm 0.6 Đào 0.7 Cúc 0.9 Bích 0.6 Anh 1.6 Thư 1.5 Trinh 1 Trâm 1 Trúc 0.9 Tiên 1.2 Thu"
        " 1.2 Thoa 0.7 Thơm 0.3 Sương 0.6 Quyên 1 Quỳnh 0.9 Nhi 1.5 Như 1.2 My 1 Minh 0.5 Lý 0.5"
        " Hoà 0.1 Hòa 0.4 Giang 0.6 Gấm 0.2 Em 0.5 Út 0.7 Ba 0.2 Tư 0.2 Chi 0.8 Châu 0.7 An 0.6"
        " Ánh 0.5 Vy 1 Uyên 0.8 Huệ 0.6"
    ),
}
JOB = weighed(
    "Làm_ruộng 26 Làm_vườn 6 Buôn_bán 14 Công_nhân 12 Nội_trợ 9 Làm_thuê 8 Học_sinh 9"
    " Sinh_viên 3 Giáo_viên 2 Cán_bộ_xã 1 Tài_xế 2 Thợ_hồ 3 Thợ_may 1.5 Nuôi_tôm 3 Hưu_trí 2"
    " Kinh_doanh 3 Y_sĩ 0.3 Bộ_đội 0.4 Đánh_bắt_thủy_sản 1 Sửa_xe 0.8 Thợ_điện 0.6 Già_yếu 4"
    " Tu_sĩ 0.15 Luật_sư 0.02"
)
ETHNICITY = weighed("Kinh 78 Khmer 17 Hoa 4.6 Chăm 0.25 Mường 0.08 Tày 0.06 Ê-đê 0.01")
RELIGION = weighed(
    "Không 55 Phật_giáo 32 Công_giáo 7 Cao_Đài 3 Phật_giáo_Hòa_Hảo 2 Tin_lành 0.9 Hồi_giáo 0.1"
)
EDUCATION = weighed("5/12 18 7/12 14 9/12 27 10/12 6 12/12 30 2/12 5")
MOBILE = weighed(
    "090 4 091 7 093 4 094 6 096 7 097 8 098 7 086 4 088 3 089 3 070 3 077 3 079 3 081 3"
    " 082 3 083 3 084 3 085 3 032 3 033 4 034 4 035 4 036 4 037 4 038 4 039 4 056 1 058 1"
)
PROVINCE = weighed("094 70 096 5 095 6 092 4 079 5 084 3 089 2 001 1 038 1 040 1 052 0.5 075 1")
