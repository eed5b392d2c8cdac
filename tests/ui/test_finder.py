"""Finding anything: only the newest words are answered."""

from __future__ import annotations

from collections.abc import Sequence

from tests.ui.fake_desk import Details, FakeDesk
from tests.ui.fake_form import TeamForm
from tests.ui.fakes import Teams
from ui.finder import Finder, Here, commands, creations, new_person
from ui.source import Bundle, Found, RegisterFacts
from ui.table.worker import Question


class Slow:
    """An asker whose answers come when a test lets them, even those nobody waits for any more."""

    def __init__(self) -> None:
        self.questions: list[Question] = []

    def ask(self, question: Question) -> None:
        self.questions.append(question)

    def begin(self, generation: int) -> None:
        """An answer may have been sent before this."""

    def stop(self) -> None:
        """Nothing runs."""


def test_an_answer_to_older_words_is_not_heard() -> None:
    slow = Slow()
    heard: list[Sequence[Found]] = []
    finder = Finder(FakeDesk(), lambda _source: slow, lambda: Here({"undo"}))

    finder.find("", heard.append)
    finder.find("hoàn tác", heard.append)
    slow.questions[0].answered([Found("Người", "Nguyễn Văn Đức")])
    assert heard == []
    slow.questions[1].answered([])
    (found,) = heard
    assert [one.title for one in found] == ["Hoàn tác", "Tìm “hoàn tác” trong nội dung"]


class People(FakeDesk):
    """A desk where people are typed, too."""

    def __init__(self) -> None:
        super().__init__()
        people = RegisterFacts("people", "Người", "người", "account-outline")
        self.registers = (*self.registers, Bundle(people, Teams(0), Details(Teams(0)), TeamForm()))


def test_beginning_a_record_of_any_register_is_offered() -> None:
    found = creations(People(), "them to")
    assert [(one.title, one.register) for one in found] == [("Thêm tổ", "teams")]
    assert creations(People(), "") == []


def test_a_name_nobody_has_is_offered_as_a_new_person() -> None:
    (among_people,) = new_person(People(), "hồng  nhung", Here())
    assert (among_people.title, among_people.detail, among_people.command) == (
        "Thêm người mới “hồng nhung”",
        "Vào sổ Người",
        "add_record:hồng nhung",
    )
    team = Here({"add_member"}, "teams", 17, "Tổ tự quản ANTT số 3")
    (member,) = new_person(People(), "hồng nhung", team)
    assert (member.detail, member.identity) == ("Vào Tổ tự quản ANTT số 3 đang mở", 17)
    assert new_person(People(), "0913 555", Here()) == []
    assert new_person(FakeDesk(), "hồng nhung", Here()) == []


def test_only_acts_that_work_where_the_box_was_opened_are_offered() -> None:
    assert [one.title for one in commands("hoàn tác", Here({"undo"}))] == ["Hoàn tác"]
    assert commands("hoàn tác", Here()) == []


def test_a_search_of_texts_ends_when_other_words_come() -> None:
    slow, desk = Slow(), FakeDesk()
    heard: list[Sequence[Found]] = []
    finder = Finder(desk, lambda _source: slow, Here)

    finder.find_in_texts("camera", heard.append)
    (question,) = slow.questions
    finder.find("to", heard.append)
    assert question.ask(desk.teams) == []
    question.answered([Found("Sổ", "Tổ số 1")])
    assert heard == []
