"""Who passes a class and why not, grade by score, papers by kind and day."""

from __future__ import annotations

from datetime import date

import pytest

from models.rules.class_papers import CERTIFICATE, paper_title, valid_to
from models.rules.passing import Asked, Shown, grade_of, outcome, present_marks

STRICT = Asked(share=80, score=5.0)
OLD = "Chứng nhận huấn luyện nghiệp vụ PCCC"
NEW = "Thông báo kết quả huấn luyện nghiệp vụ PCCC, CNCH"


@pytest.mark.parametrize(
    ("asked", "shown", "told"),
    [
        (STRICT, Shown("Khá", 7.0, 5, 6), ("Đạt", "")),
        (STRICT, Shown("", 5.0, 4, 5), ("Đạt", "")),
        (STRICT, Shown("", 4.9, 6, 6), ("Không đạt", "Điểm 4,9 dưới 5,0")),
        (STRICT, Shown("Giỏi", 9.0, 4, 6), ("Không đạt", "Chuyên cần 67% dưới 80%")),
        (STRICT, Shown("Không đạt", 9.0, 6, 6), ("Không đạt", "Xếp loại Không đạt")),
        (STRICT, Shown("", None, 6, 6), ("", "Chưa có điểm")),
        (STRICT, Shown("Đạt", None, 6, 6), ("Đạt", "")),
        (STRICT, Shown("", 8.0, 0, 0), ("", "Chưa điểm danh")),
        (Asked(), Shown("", None, 6, 6), ("", "Chưa có điểm")),
        (Asked(), Shown("Khá", 7.0, 1, 3), ("Đạt", "")),
        (Asked(share=100), Shown("", None, 2, 2), ("Đạt", "")),
        (Asked(share=100), Shown("", None, 1, 2), ("Không đạt", "Chuyên cần 50% dưới 100%")),
    ],
)
def test_a_class_asks_for_what_its_rule_says(
    asked: Asked, shown: Shown, told: tuple[str, str]
) -> None:
    assert outcome(asked, shown) == told


def test_a_share_is_compared_exactly_but_shown_whole() -> None:
    two_thirds = Shown("Đạt", None, 2, 3)
    assert two_thirds.share == 67
    assert outcome(Asked(share=67), two_thirds) == ("Không đạt", "Chuyên cần 67% dưới 67%")
    assert Shown(present=1, held=8).share == 13
    assert Shown().share is None


def test_who_comes_late_was_there() -> None:
    assert present_marks() == ("Có mặt", "Muộn")


def test_a_score_means_a_grade() -> None:
    scores = (0.0, 4.9, 5.0, 6.9, 7.0, 8.4, 8.5, 10.0)
    assert [grade_of(score) for score in scores] == [
        "Không đạt",
        "Không đạt",
        "Trung bình",
        "Trung bình",
        "Khá",
        "Khá",
        "Giỏi",
        "Giỏi",
    ]
    assert grade_of(None) == ""


def test_fire_classes_gave_a_certificate_until_july_2025_and_a_statement_since() -> None:
    fire = "PCCC và CNCH"
    assert paper_title(fire, date(2025, 6, 30)) == OLD
    assert paper_title(fire, date(2025, 7, 1)) == NEW
    assert paper_title("Pháp luật", date(2025, 6, 30)) == CERTIFICATE
    assert valid_to(OLD, date(2024, 2, 29)) == date(2029, 2, 28)
    assert valid_to(OLD, date(2025, 6, 30)) == date(2030, 6, 30)
    assert valid_to(NEW, date(2025, 7, 1)) is None
