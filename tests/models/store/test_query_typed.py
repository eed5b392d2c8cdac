"""Whatever has been typed so far finds what stands in the search text, whichever way it takes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.registers.people import PEOPLE, Person
from models.roles import RIGHTS, Role
from models.store import early, search, sizes, way
from models.store.query import Listing, Reader
from models.text import fold
from tests.models.store.crowd import FAMILIES, GIVEN, MIDDLES, everybody

NAMES = [*FAMILIES, *MIDDLES, *GIVEN]


@st.composite
def searches(draw: st.DrawFn) -> str:
    """Draw what a clerk may have typed so far: words with accents or not, numbers in pieces."""
    parts = st.sampled_from([*NAMES, *map(fold, NAMES), "0950", "0913", "555", "91 3", "2"])
    typed = " ".join(draw(st.lists(parts, min_size=1, max_size=4)))
    return typed[draw(st.integers(0, 2)) : draw(st.integers(1, len(typed) + 1))]


REACHES = st.builds(early.Reach, st.sampled_from([1, 20, 9999]), st.sampled_from([1, 5, 9999]))
REACHED = st.fixed_dictionaries(dict.fromkeys(("GLIMPSE", "EARLY"), REACHES))
COUNTED = st.fixed_dictionaries(
    dict.fromkeys(("FEW", "HELD", "MANY", "SPREAD", "SCARCE"), st.sampled_from([0, 5, 9999]))
)


@given(
    typed=searches(),
    bars=st.tuples(COUNTED, REACHED),
    part=st.tuples(st.booleans(), st.integers(0, 9)),
    role=st.sampled_from([Role.ADMIN, Role.VIEWER]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_typed_finds_what_the_stored_text_holds(
    crowd: None, typed: str, bars: tuple[dict[str, Any], ...], part: tuple[bool, int], role: Role
) -> None:
    descending, start = part
    wanted = search.terms(typed)
    expected = [
        one.id
        for one in sorted(everybody(), key=lambda one: (one.sort_key, one.id), reverse=descending)
        if all(_holds(one, term, role) for term in wanted)
    ]
    with pytest.MonkeyPatch.context() as patch:
        for place, some in zip((sizes, way), bars, strict=True):
            for name, bar in some.items():
                patch.setattr(place, name, bar)
        patch.setattr("models.store.session._session.rights", RIGHTS[role])
        reader = Reader(Listing(PEOPLE, typed, descending=descending))
        assert reader.ids(start, 7) == expected[start : start + 7]
        assert reader.ids() == expected
        assert reader.count() == len(expected)


def _holds(someone: Person, term: search.Term, role: Role) -> bool:
    """Read the search text without any index; numbers only as one who may see them."""
    if term.is_number and role is Role.ADMIN and term.folded in someone.search_numbers:
        return True
    return term.folded in someone.search_words and term.accents in someone.search_accents
