"""The window's papers are the command line's, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.errors import UserError
from models.registers import register
from models.registers.teams import Team
from models.store.folder import RegisterFolder
from models.store.opening import NewRegister, create, opened
from models.store.query import Condition, Listing
from printing.catalogue import all_documents
from tests.models.figures.small_register import make
from ui.commands.access import VARIABLE
from ui.commands.main import run
from ui.desk.papers import OfficePapers
from ui.source import Option, PaperWish, Query

PASSWORD = "matkhau123"
AREA = (("area", "Ấp Một"),)


def listing_of(name: str, query: Query) -> Listing:
    of = register(name)
    where = tuple(Condition(of.model._meta.fields[key], (1,)) for key, _value in query.filters)
    return Listing(of, query.search, where)


def silent(_done: int, _total: int, _text: str) -> None:
    pass


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> RegisterFolder:
    folder = RegisterFolder(tmp_path_factory.mktemp("made") / "so")
    create(folder, NewRegister("Cà Mau", "Hưng Hội", "An", PASSWORD))
    with opened(folder, "An", lambda: PASSWORD):
        make()
    return folder


@pytest.fixture(scope="module")
def papers(made: RegisterFolder) -> OfficePapers:
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        return OfficePapers(listing_of)


def by_command(made: RegisterFolder, out: Path, *words: str) -> bytes:
    assert run(["print", words[0], str(out), *words[1:], "--data", str(made.path)]) == 0
    return out.read_bytes()


def by_window(made: RegisterFolder, papers: OfficePapers, wish: PaperWish) -> bytes:
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        return papers.pdf(wish, silent)


def teams(made: RegisterFolder) -> dict[str, tuple[int, str]]:
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        return {team.name: (team.id, team.uid) for team in Team.select()}


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, PASSWORD)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (PaperWish("teams", "list-teams"), ("list-teams",)),
        (PaperWish("teams", "list-teams", Query("kẻng")), ("list-teams", "--search", "kẻng")),
        (
            PaperWish("schemes", "scheme-list", as_of=date(2025, 12, 31)),
            ("F01", "--as-of", "31/12/2025"),
        ),
        (PaperWish("teams", "team-decision", blank=True), ("F05", "--blank")),
    ],
)
def test_lists_and_blank_forms(
    made: RegisterFolder, papers: OfficePapers, tmp_path: Path, wish: PaperWish,
    words: tuple[str, ...],
) -> None:  # fmt: skip
    assert by_window(made, papers, wish) == by_command(made, tmp_path / "in.pdf", *words)


def test_records_chosen(made: RegisterFolder, papers: OfficePapers, tmp_path: Path) -> None:
    known = teams(made)
    (one, uid), (other, uid2) = known["Tổ kẻng 2"], known["Tổ kẻng 1"]
    wish = PaperWish("teams", "member-list", identities=(one, other))
    words = ("member-list", "--uid", uid, "--uid", uid2)
    assert by_window(made, papers, wish) == by_command(made, tmp_path / "in.pdf", *words)


def test_the_whole_list_one_by_one(
    made: RegisterFolder, papers: OfficePapers, tmp_path: Path
) -> None:
    wish = PaperWish("teams", "member-list", Query(filters=AREA), as_of=date(2025, 12, 31))
    words = ("F03", "--where", "area=Ấp Một", "--as-of", "31/12/2025")
    assert by_window(made, papers, wish) == by_command(made, tmp_path / "in.pdf", *words)


def test_word_is_the_commands_too(
    made: RegisterFolder, papers: OfficePapers, tmp_path: Path
) -> None:
    identity, uid = teams(made)["Tổ kẻng 1"]
    wish = PaperWish("teams", "team-decision", identities=(identity,))
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        content = papers.word(wish)
        with pytest.raises(UserError, match="chỉ lưu được thành PDF"):
            papers.word(PaperWish("teams", "list-teams"))
        with pytest.raises(UserError, match="chỉ chứa một bản"):
            papers.word(PaperWish("teams", "team-decision"))
    assert content == by_command(made, tmp_path / "in.docx", "F05", "--uid", uid)


def test_records_that_are_gone(made: RegisterFolder, papers: OfficePapers) -> None:
    with pytest.raises(UserError, match="Không còn tổ nào để in"):
        by_window(made, papers, PaperWish("teams", "member-list", identities=(9999,)))


def test_too_many_one_by_one(
    made: RegisterFolder, papers: OfficePapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.papers.MOST_RECORDS", 1)
    with pytest.raises(UserError, match="nhiều nhất 1 tổ"):
        by_window(made, papers, PaperWish("teams", "member-list"))


def test_papers_are_the_catalogues_with_the_list_first(papers: OfficePapers) -> None:
    told = papers.papers("teams")
    assert [one.id for one in told] == [
        "list-teams", "member-list", "team-profile", "team-decision", "self-rating",
    ]  # fmt: skip
    assert [one.each for one in told] == ["", "tổ", "tổ", "tổ", "tổ"]
    assert [one.running for one in told] == [False, False, True, True, True]
    every = [paper.id for one in all_documents() for paper in papers.papers(one.register)]
    assert {one.id for one in all_documents()} == set(every)


def test_choices_are_found_by_words(made: RegisterFolder, papers: OfficePapers) -> None:
    with opened(made, "An", lambda: PASSWORD, read_only=True):
        found = papers.choices("teams", "keng", Query())
        everything = papers.choices("teams", " ", Query("clb"))
    assert [one.text for one in found] == ["Tổ kẻng 1", "Tổ kẻng 2"]
    assert all(isinstance(one, Option) and isinstance(one.value, int) for one in found)
    assert [one.text for one in everything] == ["CLB nữ"]


def test_the_test_sheet_names_the_printer(papers: OfficePapers) -> None:
    upright = papers.calibration("Canon", 210, 297)
    assert upright.startswith(b"%PDF")
    assert papers.calibration("Canon", 297, 210) != upright
