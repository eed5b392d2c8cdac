"""Words found in notes and other long texts, as who asks may see them."""

from __future__ import annotations

from datetime import date

import pytest

from models.registers.activities import ACTIVITIES, Activity
from models.registers.people import PEOPLE, Person
from models.registers.teams import TEAMS, Team
from models.store import mentions as looking
from models.store.change import change
from models.store.mentions import mentions
from tests.models.samples import save, stored

pytestmark = pytest.mark.usefixtures("register")

NOTE = "Phối hợp tổ hòa giải số 1 quản lý tuyến đường; đề nghị lắp thêm 02 camera ở cầu Sóc Đồn."


def told(words: str, most: int = 8) -> list[tuple[str, str, str]]:
    found = mentions(words, (TEAMS, PEOPLE, ACTIVITIES), most)
    return [(one.register, one.title, one.excerpt) for one in found]


def test_a_note_is_found_by_beginnings_of_its_words() -> None:
    team = stored(Team(name="Tổ số 3", note=NOTE))
    save(Team(name="Tổ số 4", note="Chưa có gì"))
    (found,) = mentions("camera SOC", (TEAMS, PEOPLE), 8)
    assert (found.register, found.record, found.label) == ("teams", team.id, "Ghi chú")
    assert found.excerpt == "…đường; đề nghị lắp thêm 02 camera ở cầu Sóc Đồn."
    assert told("amera") == []
    assert told("camera xe") == []
    assert told("  ") == []


def test_accents_that_are_typed_are_accents_required() -> None:
    save(Team(name="Tổ số 3", note="lắp đèn"), Team(name="Tổ số 4", note="lập đền"))
    assert [title for _register, title, _ in told("đen")] == []
    assert [title for _register, title, _ in told("đèn")] == ["Tổ số 3"]
    assert [title for _register, title, _ in told("lap den")] == ["Tổ số 4", "Tổ số 3"]


def test_the_trash_is_not_searched() -> None:
    gone = stored(Team(name="Tổ số 3", note=NOTE))
    with change("Xóa") as work:
        work.trash(gone)
    assert told("camera") == []


def test_each_register_tells_its_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "WINDOW", 2)
    save(*(Team(name=f"Tổ số {at}", note="có camera") for at in range(1, 6)))
    save(Person(full_name="Lê Văn An", note="giữ camera"))
    assert [title for _, title, _ in told("camera", 3)] == [
        "Tổ số 5", "Tổ số 4", "Tổ số 3", "Lê Văn An",
    ]  # fmt: skip


def test_nobody_waits_any_more() -> None:
    save(Team(name="Tổ số 3", note=NOTE))
    assert mentions("camera", (TEAMS,), 8, lambda: True) == []


def test_several_texts_of_a_record_tell_the_one_that_holds_the_words() -> None:
    results = "Bắt 2 vụ trộm\nthu hồi xe"
    day, kind = date(2026, 9, 1), "Tuần tra"
    save(Activity(day=day, kind=kind, content="Ra quân", results=results, note="trời mưa"))
    ((_, title, excerpt),) = told("thu hoi")
    assert (title, excerpt) == ("Ra quân", "Bắt 2 vụ trộm thu hồi xe")


def test_a_long_text_is_cut_on_both_sides() -> None:
    save(Team(name="Tổ số 3", note=f"{'dài ' * 200}camera {'thêm ' * 200}"))
    ((_, _, excerpt),) = told("camera")
    assert excerpt.startswith("…dài dài") and excerpt.endswith("…")
    assert "camera" in excerpt and len(excerpt) <= looking.LENGTH + 2
