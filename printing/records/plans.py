"""Fills F06 and F07: the covenant of a model, and the plan to launch or replicate it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from models.registers.teams import Team
from models.rules.standing import team_stands_on
from printing.documents.data import SCHEME_LEADER, PlanData
from printing.records.office import office_on
from printing.records.people import leaders, serving
from printing.records.words import capital, day_words, in_sentence

if TYPE_CHECKING:
    from datetime import date

    from models.registers.schemes import Scheme
    from printing.blocks import Signer
    from printing.records.wanted import Wanted

REPLICATED: Final = "Nhân rộng"
HEADED: Final = re.compile(r"Điều\s+\d+\s*[.:]?\s*(?P<head>[^.:]{1,60})[.:]\s*(?P<rest>\S.*)")
NUMBERED: Final = re.compile(r"(?:Điều\s+)?\d+\s*[.):]\s*")


def covenant_data(scheme: Scheme, wanted: Wanted) -> PlanData:
    """Return F06: the model's own articles, else the usual ones the office may change."""
    return replace(
        _plan(scheme, wanted),
        area=scheme.area.name if scheme.area is not None else wanted_commune(wanted.day),
        day=None,
        articles=articles_of(scheme.covenant),
        leader=_representative(scheme, wanted.day),
    )


def plan_data(scheme: Scheme, wanted: Wanted) -> PlanData:
    """Return F07; a model that is being replicated has a plan for that."""
    return _plan(scheme, wanted)


def _plan(scheme: Scheme, wanted: Wanted) -> PlanData:
    office = office_on(wanted.day)
    area = in_sentence(scheme.area) if scheme.area is not None else ""
    where = ", ".join(filter(None, (area, office.commune)))
    return PlanData(
        office,
        scheme=scheme.name,
        area=where,
        replication=scheme.state == REPLICATED,
        day=wanted.day,
        launch_day=day_words(scheme.launched),
        launch_place=capital(where),
        participants=", ".join(filter(None, (scheme.lead_agency, scheme.partners))),
        funding=scheme.funding,
    )


def wanted_commune(day: date) -> str:
    """Name the commune, for a model that works in all of it."""
    return office_on(day).commune


def articles_of(covenant: str) -> tuple[tuple[str, str], ...]:
    """Divide the words of a covenant into articles: (heading, text), one a line.

    A line "Điều 2. Nhiệm vụ: …" or "2. …" loses its number, since articles are numbered anew; a
    line without one goes on with the article before it.
    """
    articles: list[list[str]] = []
    for line in filter(None, map(str.strip, covenant.splitlines())):
        headed, numbered = HEADED.match(line), NUMBERED.match(line)
        if headed:
            articles.append([headed["head"].strip(), headed["rest"].strip()])
        elif numbered or not articles:
            articles.append(["", line[numbered.end() :] if numbered else line])
        else:
            articles[-1][1] = f"{articles[-1][1]}\n{line}".strip()
    return tuple((heading, text) for heading, text in articles)


def _representative(scheme: Scheme, day: date) -> Signer:
    """Return who signs for a model: the leader of its team where it has one team only."""
    teams = list(Team.select().where(Team.scheme == scheme.id, team_stands_on(day)).limit(2))
    leader = leaders(serving(teams[0], day)) if len(teams) == 1 else ""
    return replace(SCHEME_LEADER, name="" if "," in leader else leader)
