"""A training class as the forms are tried with it: two days, four sittings, five trainees."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from printing.documents.class_data import (
    ClassData,
    InvitationData,
    KindRow,
    SubjectRow,
    TraineeRow,
    TrainingYearData,
)
from printing.documents.office import OfficeData


def _trainee(name: str, born: str, sex: str, marks: str, share: int, **rest: str) -> TraineeRow:
    letters = tuple(mark.strip(".") for mark in marks)
    unit = "Tổ bảo vệ an ninh, trật tự ấp Nội Ô"
    return TraineeRow(name, born, sex, unit=unit, marks=letters, share=share, **rest)


TRAINEES: Final = (
    _trainee(
        "Thạch Sô Phol",
        "14/03/1968",
        "Nam",
        "xxxx",
        100,
        citizen_id="096068001234",
        post="Tổ trưởng",
        phone="0912345678",
        score="9,0",
        grade="Giỏi",
        result="Đạt",
    ),
    _trainee("Lê Thị Hoa", "1975", "Nữ", "xMxx", 100, score="7,5", grade="Khá", result="Đạt"),
    _trainee("Danh Minh", "02/1990", "Nam", "xxPx", 75, result="", note="Vắng kiểm tra"),
    _trainee(
        "Trần Văn Bé",
        "1983",
        "Nam",
        "KKxx",
        50,
        score="8,0",
        grade="Khá",
        result="Không đạt",
        why="Chuyên cần 50% dưới 75%",
    ),
    _trainee(
        "Kim Thị Út", "1972", "Nữ", "xx.x", 75, score="4,5", grade="Không đạt", result="Không đạt"
    ),
)


def class_data(office: OfficeData, day: date) -> ClassData:
    """Give a class of the office."""
    return ClassData(
        office,
        name="lớp bồi dưỡng nghiệp vụ bảo vệ an ninh, trật tự ở cơ sở",
        days="từ ngày 12/01/2026 đến ngày 13/01/2026",
        place="Hội trường UBND xã Hồng Dân",
        way="Trực tiếp",
        partner="UBND xã Hồng Dân",
        head_teacher="Đại úy Lê Thị Bích Thủy",
        whom="Tổ bảo vệ an ninh, trật tự",
        target=45,
        periods=16,
        budget=18_500_000,
        aim="Trang bị kiến thức, kỹ năng cần thiết cho học viên.",
        rule="chuyên cần từ 75% số buổi, điểm từ 5,0",
        paper="Giấy chứng nhận",
        plan="Kế hoạch số 04/KH-CAX ngày 02/01/2026",
        year=2026,
        number=9,
        day=day,
        sessions=(("12/01", "Sáng"), ("12/01", "Chiều"), ("13/01", "Sáng"), ("13/01", "Chiều")),
        subjects=(
            SubjectRow("Nắm tình hình ở cơ sở", 8, "Trung tá Nguyễn Văn Ước", "sáng 12/01/2026"),
            SubjectRow("Phòng cháy, chữa cháy", 8, "Thượng úy Trần Quốc Hưng", "sáng 13/01/2026"),
        ),
        trainees=TRAINEES,
    )


def class_samples(office: OfficeData, day: date) -> dict[str, Any]:
    """Give the data of the forms of training, by form number."""
    of = class_data(office, day)
    year = TrainingYearData(
        office,
        2025,
        date(2025, 12, 14),
        day,
        (
            KindRow("DT01", "Bồi dưỡng nghiệp vụ bảo vệ ANTT", 3, 142, 130, 12, 130),
            KindRow("DT02", "Bảo vệ cơ quan, doanh nghiệp", 2, 61, 60, 1, 60),
            KindRow("DT02", "Tổ chức quần chúng", 3, 1204, 1180, 0, 0),
            KindRow("DT03", "PCCC và CNCH", 12, 768, 702, 66, 0),
            KindRow("", "Pháp luật", 1, 80, 80),
        ),
    )
    named = dict.fromkeys(("F28", "F29", "F30", "F31", "F34"), of)
    return {**named, "F35": InvitationData(of, TRAINEES[0]), "F36": year}
