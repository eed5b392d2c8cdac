"""The headings of teams and members that the tests of this folder look for."""

from __future__ import annotations

from models.exchange.headers import Vocabulary

TEAMS = {
    "name": ["Tên tổ", "Tổ", "Tên tổ, đội", "TenTo"],
    "kind": ["Loại hình", "Loại tổ"],
    "scheme": ["Thuộc mô hình", "Tên mô hình"],
    "level": ["Cấp công nhận"],
    "area": ["Địa bàn", "Ấp", "Thôn", "Khóm", "Thôn/TDP", "Tổ dân phố"],
    "decision_number": ["Số quyết định", "Số QĐ", "QĐ số", "Quyết định thành lập số"],
    "decision_date": ["Ngày quyết định", "Ngày QĐ", "Ngày thành lập"],
    "members": ["Số thành viên", "Số TV"],
    "leader": ["Tổ trưởng"],
    "leader_phone": ["Điện thoại tổ trưởng"],
    "phone": ["Điện thoại tổ", "Điện thoại"],
    "rating": ["Xếp loại"],
    "note": ["Ghi chú"],
}
MEMBERS = {
    "name": ["Họ và tên", "Họ tên"],
    "birth": ["Ngày sinh", "Năm sinh", "Ngày tháng năm sinh"],
    "sex": ["Giới tính", "Nam/Nữ", "Nam", "Nữ", "Phái"],
    "citizen_id": ["Số CCCD", "CCCD", "CMND", "Số định danh cá nhân", "Số ĐDCN"],
    "ethnicity": ["Dân tộc"],
    "religion": ["Tôn giáo"],
    "education": ["Trình độ", "Trình độ học vấn"],
    "role": ["Chức danh", "Chức vụ", "Nhiệm vụ"],
    "phone": ["Điện thoại", "Số điện thoại"],
    "address": ["Địa chỉ", "Nơi ở", "Nơi thường trú"],
    "area": ["Ấp", "Thôn", "Khóm", "Thôn/TDP"],
    "joined": ["Ngày vào", "Ngày tham gia", "Từ ngày"],
    "note": ["Ghi chú"],
}


def teams() -> Vocabulary:
    """Vocabulary of self-management teams."""
    return Vocabulary(TEAMS)


def members() -> Vocabulary:
    """Vocabulary of their members."""
    return Vocabulary(MEMBERS)
