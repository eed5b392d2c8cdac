"""Statuses read without colour, due dates say how many days."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.fakes import TODAY
from ui.looks import KINDS, LATE, SOON, WORDS, due_look, due_words, look
from ui.theme.tokens import LIGHT

TEAM_STATES = ("Khảo sát", "Ra mắt", "Đang hoạt động", "Củng cố", "Tạm ngừng", "Đã giải thể")
AWARD_STATES = ("Dự thảo", "Đã họp xét", "Bổ sung hồ sơ", "Đã trình", "Được khen", "Đã trao",
                "Không xét")  # fmt: skip
OPINION_STATES = ("Mới ghi nhận", "Đang giải quyết", "Đã trả lời tại chỗ", "Đã trả lời",
                  "Đã báo dân, kết thúc", "Đã chuyển")  # fmt: skip


def test_within_one_column_no_two_statuses_share_an_icon() -> None:
    for column in (TEAM_STATES, AWARD_STATES, OPINION_STATES):
        icons = [WORDS[word].icon for word in column]
        assert len(set(icons)) == len(icons)


def test_every_look_has_its_colours() -> None:
    for found in (*WORDS.values(), *KINDS.values(), LATE, SOON):
        assert f"{found.colour}_tint" in LIGHT


def test_gold_is_for_awards_only() -> None:
    assert {word for word, found in WORDS.items() if found.colour == "gold"} == {
        "Được khen",
        "Đã trao",
    }


def test_a_word_nobody_knows_is_plain() -> None:
    assert look("Chưa rõ").colour == "grey"
    assert look("Hoàn thành tốt nhiệm vụ", "good") == KINDS["good"]


def test_due_dates() -> None:
    def days(left: int) -> tuple[object, str]:
        day = TODAY + timedelta(days=left)
        return due_look(day, TODAY), due_words(day, TODAY)

    assert days(-8) == (LATE, "quá 8 ngày")
    assert days(0) == (SOON, "hôm nay")
    assert days(10) == (SOON, "còn 10 ngày")
    assert days(11) == (None, "còn 11 ngày")
