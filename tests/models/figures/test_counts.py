"""Sites, teams and members at past days, against figures counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from models.figures.counts import (
    members_by_scheme,
    members_by_site,
    members_by_team,
    sites_by_scheme,
    teams_by_scheme,
    teams_by_site,
)
from models.registers.schemes import Site
from models.rules.strength import Strength, strength
from tests.models.figures.small_register import Small
from tests.models.samples import save, trash


@pytest.mark.parametrize(
    ("day", "keng", "nu", "chua"),
    [
        # (sites, teams, members) of each model; nothing where the model had none.
        (date(2019, 6, 1), (0, 0, 0), (0, 1, 1), (0, 1, 1)),
        (date(2020, 2, 29), (0, 0, 0), (0, 1, 1), (1, 1, 1)),
        (date(2020, 3, 1), (0, 1, 2), (0, 1, 1), (1, 1, 1)),
        (date(2023, 1, 1), (2, 2, 4), (0, 1, 1), (1, 1, 1)),
        (date(2025, 3, 14), (2, 2, 4), (1, 1, 1), (1, 1, 1)),
        (date(2025, 3, 15), (2, 2, 4), (1, 1, 1), (0, 0, 0)),
        (date(2025, 5, 9), (2, 2, 4), (1, 1, 1), (0, 0, 0)),
        (date(2025, 5, 10), (2, 2, 3), (1, 1, 1), (0, 0, 0)),
        (date(2025, 6, 30), (1, 2, 3), (1, 1, 1), (0, 0, 0)),
    ],
)
def test_a_model_on_a_day(
    small: Small,
    day: date,
    keng: tuple[int, ...],
    nu: tuple[int, ...],
    chua: tuple[int, ...],
) -> None:
    counts = sites_by_scheme(day), teams_by_scheme(day), members_by_scheme(day)
    for scheme, wanted in ((small.keng, keng), (small.nu, nu), (small.chua, chua)):
        assert tuple(count.get(scheme.id, 0) for count in counts) == wanted, scheme.name


def test_a_person_in_two_teams_is_counted_in_each_but_is_one_person(small: Small) -> None:
    day = date(2025, 12, 31)
    assert members_by_team(day) == {
        small.keng_1.id: 2,
        small.keng_2.id: 1,
        small.nu_1.id: 1,
        small.force.id: 3,
    }
    assert members_by_scheme(day)[small.keng.id] == 3
    assert strength(day, scheme=small.keng.id) == Strength(3, 2, 2, 0)
    assert strength(day) == Strength(7, 4, 3, 1)


def test_a_dissolved_team_counts_nobody(small: Small) -> None:
    assert strength(date(2025, 3, 14), team=small.chua_1.id).memberships == 1
    assert strength(date(2025, 3, 15), team=small.chua_1.id).memberships == 0


def test_sites_take_the_teams_that_name_them(small: Small) -> None:
    site = Site.get(Site.scheme == small.keng.id, Site.started == "2021")
    small.keng_1.site = site
    save(small.keng_1)
    assert teams_by_site(date(2025, 1, 1)) == {site.id: 1}
    assert members_by_site(date(2025, 1, 1)) == {site.id: 3}


def test_the_trash_is_not_counted(small: Small) -> None:
    trash(small.keng)
    assert small.keng.id not in sites_by_scheme(date(2025, 1, 1))
    trash(small.keng_2)
    assert teams_by_scheme(date(2025, 1, 1))[small.keng.id] == 1
