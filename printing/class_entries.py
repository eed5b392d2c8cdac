"""The papers of training classes in the catalogue, F28 to F36 of DOMAIN J."""

from __future__ import annotations

from typing import Any, Final

from printing.documents import class_data, class_letters, classes
from printing.entry import Document, Needs

CLASS_DOCUMENTS: Final[tuple[Document[Any], ...]] = (
    Document(
        "class-plan",
        "F28",
        "Kế hoạch mở lớp bồi dưỡng, tập huấn",
        "classes",
        Needs.RECORD,
        class_data.ClassData,
        class_letters.class_plan,
    ),
    Document(
        "trainee-list",
        "F29",
        "Danh sách học viên của lớp",
        "classes",
        Needs.RECORD,
        class_data.ClassData,
        classes.trainee_list,
        landscape=True,
    ),
    Document(
        "attendance-sheet",
        "F30",
        "Bảng điểm danh",
        "classes",
        Needs.RECORD,
        class_data.ClassData,
        classes.attendance_sheet,
        landscape=True,
    ),
    Document(
        "class-results",
        "F31",
        "Bảng kết quả học tập",
        "classes",
        Needs.RECORD,
        class_data.ClassData,
        classes.result_sheet,
        landscape=True,
    ),
    Document(
        "class-report",
        "F34",
        "Báo cáo kết quả lớp",
        "classes",
        Needs.RECORD,
        class_data.ClassData,
        class_letters.class_report,
    ),
    Document(
        "class-invitation",
        "F35",
        "Giấy mời học viên",
        "trainees",
        Needs.RECORD,
        class_data.InvitationData,
        class_letters.invitation,
    ),
    Document(
        "training-summary",
        "F36",
        "Bảng tổng hợp công tác bồi dưỡng, tập huấn",
        "classes",
        Needs.SUMMARY,
        class_data.TrainingYearData,
        classes.training_year,
        landscape=True,
        dated=True,
    ),
)
