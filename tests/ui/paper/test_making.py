"""Papers are made one at a time, those looked at first; what nobody wants any more is stopped."""

from __future__ import annotations

import pytest

from models.errors import Cancelled, UserError
from tests.ui.paper.fakes import FakePapers
from tests.ui.readings import HandRunner
from ui.paper.making import MOST_KEPT, Maker
from ui.source import PaperWish

LIST, F03, F05 = (PaperWish("teams", name) for name in ("list", "F03", "F05"))


@pytest.fixture
def runner() -> HandRunner:
    return HandRunner()


@pytest.fixture
def papers() -> FakePapers:
    return FakePapers()


@pytest.fixture
def maker(runner: HandRunner, papers: FakePapers) -> Maker:
    return Maker(papers, runner, lambda _task, _words: None)


def made(maker: Maker) -> list[str]:
    return [wish.document for wish in (LIST, F03, F05) if maker.pdf(wish) is not None]


def test_one_after_the_other_in_the_order_wanted(maker: Maker, runner: HandRunner) -> None:
    maker.want([F03, LIST, F03])
    assert len(runner.waiting) == 1
    runner.step()
    assert made(maker) == ["F03"]
    runner.step()
    assert made(maker) == ["list", "F03"]
    assert runner.waiting == []


def test_what_is_made_is_not_made_again(
    maker: Maker, runner: HandRunner, papers: FakePapers
) -> None:
    maker.want([LIST])
    runner.step()
    maker.want([LIST, F03])
    runner.step()
    assert papers.done == ["paper list []", "paper F03 []"]


def test_what_nobody_wants_any_more_is_stopped(maker: Maker, runner: HandRunner) -> None:
    maker.want([LIST, F03])
    maker.want([F05])
    runner.step()
    assert made(maker) == []
    assert maker.error(LIST) is None
    runner.step()
    assert made(maker) == ["F05"]
    assert runner.waiting == []


def test_what_is_being_made_goes_on_when_it_is_wanted_still(
    maker: Maker, runner: HandRunner
) -> None:
    maker.want([LIST, F03])
    maker.want([F03, LIST])
    runner.step()
    assert made(maker) == ["list"]


def test_a_person_can_stop_it(maker: Maker, runner: HandRunner) -> None:
    maker.want([LIST])
    runner.waiting[0][0].stop()
    runner.step()
    assert isinstance(maker.error(LIST), Cancelled)
    assert maker.known(LIST)
    maker.again()
    maker.want([LIST])
    runner.step()
    assert made(maker) == ["list"]


def test_a_failure_does_not_keep_from_the_next(
    maker: Maker, runner: HandRunner, papers: FakePapers
) -> None:
    papers.refuse["list"] = UserError("Không có gì.")
    told: list[bool] = []
    maker.changed.connect(lambda: told.append(maker.known(LIST)))
    maker.want([LIST, F03])
    runner.step()
    assert told == [True]
    runner.step()
    assert made(maker) == ["F03"]


def test_nothing_comes_after_the_end(maker: Maker, runner: HandRunner) -> None:
    told: list[None] = []
    maker.changed.connect(lambda: told.append(None))
    maker.want([LIST, F03])
    maker.close()
    runner.step()
    assert (told, runner.waiting, made(maker)) == ([], [], [])


def test_the_oldest_are_forgotten(maker: Maker, runner: HandRunner) -> None:
    wishes = [PaperWish("teams", "F05", identities=(key,)) for key in range(MOST_KEPT + 5)]
    for wish in wishes:
        maker.want([wish])
        runner.step()
    maker.want([wishes[-1]])
    kept = [wish for wish in wishes if maker.pdf(wish) is not None]
    assert kept == wishes[-MOST_KEPT:]
