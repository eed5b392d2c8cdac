"""The fields a design can hold: their names for people, and what stands there in a sample."""

from __future__ import annotations

from typing import Final

SAMPLE: Final[dict[str, tuple[str, str]]] = {
    "issuer": ("cơ quan, chức danh cấp giấy", "TRƯỞNG CÔNG AN XÃ HƯNG HỘI"),
    "lead": ("lời dẫn trước họ tên", "Chứng nhận ông"),
    "name": ("họ và tên", "Nguyễn Văn Hòa"),
    "who": ("ngày sinh, chức vụ, nơi ở", "Sinh ngày 12/04/1966, Tổ phó Tổ tự quản ANTT số 3"),
    "merit": (
        "nội dung chứng nhận",
        "Đã hoàn thành lớp “Nghiệp vụ lực lượng bảo vệ ANTT ở cơ sở”, khóa 2 năm 2026",
    ),
    "result": ("kết quả", "Xếp loại: Giỏi"),
    "decision": ("quyết định", "Quyết định số 125/QĐ-CAX ngày 16/11/2026"),
    "number": ("số vào sổ", "017/2026"),
    "place_date": ("nơi, ngày cấp", "Hưng Hội, ngày 16 tháng 11 năm 2026"),
    "office": ("chức danh người ký", "TRƯỞNG CÔNG AN XÃ"),
    "signer": ("người ký", "Thiếu tá Phạm Quốc Hưng"),
}
"""Field name to what people call it, and a sample; a design may hold any of them."""
PHOTO: Final = "photo"
PICTURES: Final = {"emblem": "Quốc huy", "seal": "con dấu", PHOTO: "ảnh người được cấp"}
LONG: Final = {
    "name": "Công Tằng Tôn Nữ Hoàng Thị Ngọc Phượng Khuê Nguyễn Đoàn Thương",
    "who": (
        "Sinh ngày 12/04/1966, Tổ trưởng Tổ bảo vệ an ninh, trật tự khóm Cái Giá Chót, "
        "xã Hưng Hội, tỉnh Cà Mau"
    ),
    "merit": (
        "Đã hoàn thành lớp “Bồi dưỡng nghiệp vụ cho lực lượng tham gia bảo vệ an ninh, trật tự "
        "ở cơ sở”, khóa 2 năm 2026, từ ngày 12/11/2026 đến ngày 14/11/2026"
    ),
}
"""Words as long as an office meets them, to see how they shrink and break."""
SAMPLE_CODE: Final = "MAU GIAY CHUNG NHAN 017/2026 SO PHONG TRAO CONG AN XA HUNG HOI BAN MAU"


def sample_data(*, long: bool = False) -> dict[str, str]:
    """Return made-up words for every field, for previews of a design alone."""
    return {name: sample for name, (_label, sample) in SAMPLE.items()} | (LONG if long else {})


def label_of_field(name: str) -> str:
    """Return what people call a field; a field of the office's own keeps its name."""
    return SAMPLE[name][0] if name in SAMPLE else name
