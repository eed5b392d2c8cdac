"""Two people made one, and told apart again: every row is then as it was."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.clock import stopped_at
from models.errors import UserError
from models.facts import Link
from models.record import Record
from models.register import field_id
from models.registers import RECORDS
from models.registers.members import Membership
from models.registers.people import PEOPLE, NotOnePerson, Person, PersonMerge
from models.registers.reviews import Review
from models.registers.same_people import heir, merges_into, uids_now
from models.registers.teams import Team
from models.store.change import Conflict
from models.store.check import findings
from models.store.doubles import declare_different, doubles_of
from models.store.merging import fuller_side, kept_side, links_to, merge, preview
from models.store.query import Listing, Reader, condition
from models.store.undo import last_change, redo_last, take_apart, undo, undo_last
from models.values.partial_date import PartialDate
from tests.conftest import TODAY
from tests.models.samples import found, fresh, person, save, stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")
every_link = pytest.mark.parametrize("link", list(links_to(Person)), ids=field_id)
PASSING = {"revision", "updated_at", "updated_by"}


def rows() -> dict[str, list[dict[str, Any]]]:
    """Everything the file holds of records but how often they were touched, and merges."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in PASSING}
            for row in _as_dicts(model)
        ]
        for model in RECORDS
        if model is not PersonMerge
    }


def _as_dicts(model: Any) -> Any:
    return model.select().order_by(model.id).dicts()


def pair() -> tuple[Person, Person]:
    first = person("Nguyễn Văn Đức", birth_date=PartialDate(1979), citizen_id="095079123456")
    second = person("Nguyen Van Duc", birth_date=PartialDate(1979, 3, 14), phone="0913555214")
    return first, second


def member(someone: Person, team: Team, **values: Any) -> Membership:
    return stored(Membership(person=someone, team=team, **values))


def team(name: str) -> Team:
    return stored(Team(name=name, state="Đang hoạt động"))


@every_link
def test_whatever_links_to_a_person_goes_along_and_comes_back(link: Link[Any]) -> None:
    kept, other = pair()
    hung = stored(whole(link.model, **{link.name: other}))
    before = rows()
    made = merge(kept, other, {"phone": other.phone})
    assert getattr(fresh(hung), link.object_id_name) == kept.id
    assert fresh(kept).phone == "0913555214"
    assert findings() == []
    done = take_apart(made)
    assert done.kept == ()
    assert rows() == before
    assert findings() == []


@every_link
def test_undo_and_redo_take_a_merge_back_and_do_it_again(link: Link[Any]) -> None:
    kept, other = pair()
    stored(whole(link.model, **{link.name: other}))
    before = rows()
    merge(kept, other, {"phone": other.phone})
    merged = rows()
    assert undo_last().kept == ()
    assert rows() == before
    redo_last()
    assert rows() == _same_trash(merged)
    undo_last()
    assert rows() == before
    assert findings() == []


def _same_trash(expected: dict[str, Any]) -> dict[str, Any]:
    """What is done again is told in the trash by the same title."""
    now = rows()
    for name, listed in expected.items():
        for row, other in zip(listed, now[name], strict=True):
            if row["trashed_at"]:
                row["trashed_why"] = other["trashed_why"]
    return expected


def test_every_kind_that_knows_people_is_asked() -> None:
    names = {field_id(link) for link in links_to(Person)}
    assert {"Membership.person", "EarlierService.person", "NotOnePerson.first"} <= names
    assert not any(name.startswith("PersonMerge") for name in names)
    linking = [fact for model in RECORDS for fact in model.facts() if isinstance(fact, Link)]
    people = {field_id(fact) for fact in linking if fact.rel_model is Person}
    assert people - names == {"PersonMerge.merged", "PersonMerge.kept"}


def test_the_merged_uid_keeps_meaning_the_kept_person() -> None:
    first, second = pair()
    third = person("Nguyễn Đức", birth_date=PartialDate(1979))
    merge(first, second, {})
    merge(third, fresh(first), {})
    assert heir(second.id) == third.id
    assert uids_now([second.uid, third.uid]) == {second.uid: third.uid}
    listing = Listing(PEOPLE, where=(condition(PEOPLE, "uid", second.uid),))
    assert Reader(listing).ids() == [third.id]
    assert [one.merged_id for one in merges_into(third.id)] == [first.id, second.id]


def test_a_merge_is_taken_apart_after_months_and_other_changes() -> None:
    kept, other = pair()
    first, second = team("Tổ 1"), team("Tổ 2")
    moved, later = member(other, first), member(kept, second)
    made = merge(kept, other, {"phone": other.phone, "birth_date": other.birth_date})
    someone = fresh(kept)
    someone.phone = "0907555861"
    save(someone)
    trash(fresh(moved))
    with stopped_at(TODAY + timedelta(days=200)):
        done = take_apart(made)
    assert done.kept == ("Nguyễn Văn Đức",)
    assert (fresh(kept).phone, fresh(kept).birth_date) == ("0907555861", PartialDate(1979))
    assert fresh(other).phone == "0913555214"
    assert fresh(moved).person_id == other.id
    assert fresh(later).person_id == kept.id
    assert findings() == []
    with pytest.raises(UserError, match="đã được tách lại rồi"):
        take_apart(made)


def test_taking_apart_is_undone_unless_more_was_added() -> None:
    kept, other = pair()
    made = merge(kept, other, {})
    take_apart(made)
    assert undo_last().title == "Tách lại: Nguyen Van Duc"
    assert found(PEOPLE) == ["Nguyễn Văn Đức"]
    take_apart(made)
    row = last_change()
    assert row is not None
    member(fresh(other), team("Tổ 1"))
    with pytest.raises(UserError, match="Nguyen Van Duc đã có thêm dữ liệu sau đó"):
        undo(row)
    assert len(found(PEOPLE)) == 2


def test_two_places_in_one_team_become_one() -> None:
    kept, other = pair()
    of = team("Tổ 1")
    mine = member(kept, of, role="Thành viên", joined=PartialDate(2021))
    theirs = member(other, of, role="Tổ phó", joined=PartialDate(2019, 3), badge="12")
    review = stored(whole(Review, team=None, member=theirs))
    assert preview(kept, other).sentences == (
        "Hai người cùng đang ở Tổ 1: còn một dòng thành viên, chức danh thành viên.",
    )
    assert preview(kept, other).moved == (("thành viên", 1),)
    before = rows()
    made = merge(kept, other, {})
    joined = fresh(mine)
    assert (joined.role, joined.joined, joined.badge) == ("Thành viên", PartialDate(2019, 3), "12")
    assert joined.note == "Khi gộp còn ghi chức danh tổ phó."
    assert fresh(review).member_id == mine.id
    assert fresh(theirs).trashed_at is not None
    assert fresh(of).strength == 1
    assert findings() == []
    take_apart(made)
    assert rows() == before


def test_past_times_that_overlap_both_stay_and_are_told() -> None:
    kept, other = pair()
    of = team("Tổ 1")
    member(kept, of, joined=PartialDate(2015), left=PartialDate(2020))
    member(other, of, joined=PartialDate(2018))
    told = preview(kept, other).sentences
    assert told == ("Hai lần ở Tổ 1 trùng thời gian: giữ cả hai, xem lại sau khi gộp.",)
    merge(kept, other, {})
    assert Membership.select().where(Membership.person == kept.id).count() == 2


def test_who_was_changed_meanwhile_is_not_merged() -> None:
    kept, other = pair()
    again = fresh(other)
    again.job = "Thợ hồ"
    save(again)
    with pytest.raises(Conflict):
        merge(kept, other, {})
    with pytest.raises(UserError, match="Chọn hai người khác nhau"):
        merge(kept, kept, {})
    trash(fresh(other))
    with pytest.raises(UserError, match="đã bị xóa hoặc đã gộp"):
        merge(fresh(kept), other, {})


def test_who_was_declared_different_and_is_one_after_all() -> None:
    kept, other = pair()
    declare_different(kept, other)
    before = rows()
    made = merge(kept, other, {})
    assert NotOnePerson.select().where(NotOnePerson.trashed_at.is_null()).count() == 0
    take_apart(made)
    assert rows() == before
    assert doubles_of(fresh(kept)) == []


PLACES = st.tuples(st.integers(0, 3), st.integers(0, 1), st.booleans())
"""Person, team, and whether still there."""


@given(
    st.lists(PLACES, max_size=6, unique_by=lambda place: place[:2]),
    st.permutations(range(4)),
    st.permutations(range(3)),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merges_of_merges_come_apart_in_any_order(
    places: list[tuple[int, int, bool]], chain: list[int], order: list[int]
) -> None:
    people = [person(f"Lê {letter}", job=f"Nghề {letter}") for letter in "ABCD"]
    teams = [team(name) for name in ("Tổ 1", "Tổ 2")]
    for who, where, present in places:
        left = None if present else PartialDate(2020)
        member(people[who], teams[where], joined=PartialDate(2010 + who), left=left)
    before = rows()
    merges = []
    for source, target in pairwise(chain):
        kept, other = fresh(people[target]), fresh(people[source])
        merges.append(merge(kept, other, {"job": other.job}))
    assert [heir(people[at].id) for at in chain] == [people[chain[-1]].id] * 4
    assert findings() == []
    for at in order:
        take_apart(merges[at])
    assert rows() == before
    assert findings() == []


def test_a_record_in_the_trash_goes_along_too() -> None:
    kept, other = pair()
    gone = member(other, team("Tổ 1"))
    trash(gone)
    made = merge(kept, other, {})
    assert fresh(gone).person_id == kept.id
    take_apart(made)
    assert fresh(gone).person_id == other.id


def test_rows_that_moved_are_found_and_sorted_by_the_kept_person() -> None:
    kept, other = pair()
    row: Record = member(other, team("Tổ 1"))
    merge(kept, other, {})
    assert "nguyen van duc" in fresh(row).search_words
    assert fresh(row).sort_key == fresh(kept).sort_key


def test_the_fuller_value_is_proposed_and_the_one_more_hangs_on_is_kept() -> None:
    first, second = pair()
    sides = {fact.name: fuller_side(fact, first, second) for fact in PEOPLE.form_fields()}
    told = {"full_name": 0, "birth_date": 1, "citizen_id": 0, "phone": 1, "job": 0}
    assert {name: sides[name] for name in told} == told
    assert (kept_side(first, second), kept_side(second, first)) == (0, 1)
    member(second, team("Tổ 1"))
    assert (kept_side(first, second), kept_side(second, first)) == (1, 0)
    with stopped_at(TODAY + timedelta(hours=1)):
        for someone, job in ((first, "Làm ruộng"), (second, "Thợ hồ")):
            someone.job = job
        save(first)
    with stopped_at(TODAY + timedelta(hours=2)):
        save(second)
    assert fuller_side(Person.job, first, second) == 1
