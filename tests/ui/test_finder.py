"""Finding anything: only the newest words are answered."""

from __future__ import annotations

from collections.abc import Sequence

from tests.ui.fake_desk import FakeDesk
from ui.finder import Finder
from ui.source import Found
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
    finder = Finder(FakeDesk(), lambda _source: slow)

    finder.find("", heard.append)
    finder.find("hoàn tác", heard.append)
    slow.questions[0].answered([Found("Người", "Nguyễn Văn Đức")])
    assert heard == []
    slow.questions[1].answered([])
    (found,) = heard
    assert [one.title for one in found] == ["Hoàn tác"]
