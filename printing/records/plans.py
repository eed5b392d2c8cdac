"""Fills F06 and F07: the covenant of a model, and the plan to launch or replicate it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from models.registers.teams import Team
from models.rules.standing import team_stands_on
from printing.documents.data import PlanData
from printing.documents.office import SCHEME_LEADER
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
    plan = _plan(scheme, wanted)
    return replace(
        plan,
        area=scheme.area.name if scheme.area is not None else plan.office.commune,
        day=None,
        articles=articles_of(scheme.covenant),
        leader=_representative(scheme, wanted.day),
    )


def plan_data(scheme: Scheme, wanted: Wanted) -> PlanData:
    """Return F07; a model launched already has a plan to be replicated, its day still open."""
    return _plan(scheme, wanted)


def _plan(scheme: Scheme, wanted: Wanted) -> PlanData:
    office, launched = office_on(wanted.day), scheme.launched
    area = in_sentence(scheme.area) if scheme.area is not None else ""
    where = ", ".join(filter(None, (area, office.commune)))
    is_past = launched is not None and launched.first < wanted.day
    return PlanData(
        office,
        scheme=scheme.name,
        area=where,
        replication=is_past or scheme.state == REPLICATED,
        day=wanted.day,
        launch_day="" if is_past else day_words(launched),
        launch_place=capital(where),
        participants=", ".join(filter(None, (scheme.lead_agency, scheme.partners))),
        funding=f"{scheme.funding.rstrip('.')}." if scheme.funding else "",
    )


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
