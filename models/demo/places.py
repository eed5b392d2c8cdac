"""Areas, signers, models, sites and teams of the demo register, each from its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.demo.words import chance, in_sentence, number, rows, text, when
from models.registers.areas import Area
from models.registers.office import Office, Signer
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

COMMITTEE = "UBND xã Hưng Hội"
OFFICERS = ("Đại úy Trần Minh Khang", "Thượng úy Lê Hữu Phước", "Thiếu úy Danh Thị Ngọc Trâm")
STATUTORY = ("Tổ hòa giải", "Tổ bảo vệ an ninh, trật tự", "Tổ bảo vệ dân phố")


def signers(office: Office, today: date) -> list[Signer]:
    """Return who signs for the office, and who did before."""
    chief, deputy = "Trưởng Công an xã", "Phó Trưởng Công an xã"
    posts: Iterable[tuple[str, str, str, str, str]] = (
        ("Phạm Quốc Hưng", "Thiếu tá", chief, "2025-07-01", ""),
        ("Nguyễn Thị Thanh Thúy", "Đại úy", deputy, "2025-07-01", ""),
        ("Lê Văn Thắng", "Trung tá", chief, "2019-03", "2025-06-30"),
    )
    return [
        Signer(
            office=office,
            full_name=name,
            rank=rank,
            post=post,
            acting=post == deputy,
            started=when(started, today),
            ended=when(ended, today),
        )
        for name, rank, post, started, ended in posts
    ]


def areas(today: date) -> list[Area]:
    """Return the areas; the one merged away is linked once the others are stored."""
    return [
        Area(
            **_same(row, "name", "kind", "code", "head", "head_phone", "party_secretary", "note"),
            households=number(row["households"]),
            population=number(row["population"]),
            started=when(row["started"], today),
            ended=when(row["ended"], today),
        )
        for row in rows("areas")
    ]


def groups_of(area: str) -> str:
    """Return the ethnic groups of an area with their weights."""
    return next(row["mix"] for row in rows("areas") if row["name"] == area)


def schemes(areas: dict[str, Area], today: date) -> list[Scheme]:
    """Return the models."""
    return [_scheme(row, areas, today) for row in rows("schemes")]


def _scheme(row: dict[str, str], areas: dict[str, Area], today: date) -> Scheme:
    agency = {"lead_agency": row["lead"], "recognised_by": row["by"], "dissolved_why": row["why"]}
    return Scheme(
        **_same(row, "name", "kind", "field", "setting", "core", "origin", "state"),
        **_same(row, "partners", "officer", "funding", "dissolved_number", "note"),
        **agency,
        area=areas.get(row["area"]),
        recognition_level=row["level"],
        recognition_number=row["number"],
        recognition_date=when(row["date"], today),
        founding_number=row["founding"],
        founding_date=when(row["founded"], today),
        launched=when(row["launched"], today),
        covenant=text("covenant") if row["covenant"] else "",
        dissolved_on=when(row["dissolved"], today),
    )


def sites(schemes: dict[str, Scheme], areas: dict[str, Area], today: date) -> list[Site]:
    """Return one site for each area that applies a model, and those of models dissolved since."""
    found: dict[tuple[str, str], Site] = {}
    for row in sorted(rows("teams"), key=lambda row: row["founded"]):
        key = row["scheme"], row["area"]
        if row["scheme"] and key not in found:
            site = _site(schemes[row["scheme"]], areas[row["area"]])
            site.started, site.head = when(row["founded"], today), row["leader"]
            found[key] = site
    for row in rows("schemes"):
        if row["state"] == DISSOLVED:
            site = _site(schemes[row["name"]], areas[row["area"]])
            site.started, site.ended = when(row["launched"], today), when(row["dissolved"], today)
            found[row["name"], row["area"]] = site
    return list(found.values())


def _site(scheme: Scheme, area: Area) -> Site:
    return Site(name=_site_name(scheme.name, area.name), scheme=scheme, area=area)


def _site_name(scheme: str, area: str) -> str:
    return f"{scheme}, {in_sentence(area)}"


def teams(
    schemes: dict[str, Scheme], sites: list[Site], areas: dict[str, Area], today: date
) -> list[Team]:
    """Return the teams in the order of their rows."""
    at = {site.name: site for site in sites}
    return [_team(row, schemes, at, areas, today) for row in rows("teams")]


def _team(
    row: dict[str, str],
    schemes: dict[str, Scheme],
    sites: dict[str, Site],
    areas: dict[str, Area],
    today: date,
) -> Team:
    source = chance("team", row["name"])
    founded = when(row["founded"], today)
    decision = f"{source.randint(2, 180):02d}/QĐ-UBND"
    return Team(
        **_same(row, "name", "kind", "scope", "meeting", "dissolved_number", "note"),
        dissolved_why=row["why"],
        statutory=row["kind"] in STATUTORY,
        scheme=schemes.get(row["scheme"]),
        site=sites.get(_site_name(row["scheme"], row["area"])),
        area=areas[row["area"]],
        households=number(row["households"]),
        population=number(row["population"]),
        state=row["state"] or "Đang hoạt động",
        decision_number=row["number"] or decision,
        decision_date=founded,
        decided_by=row["decided_by"] or COMMITTEE,
        managed_by=COMMITTEE,
        quota=_quota(row),
        declared=number(row["declared"]),
        officer=source.choice(OFFICERS),
        dissolved_on=when(row["dissolved"], today),
    )


def _quota(row: dict[str, str]) -> int | None:
    """Return the number of members that the commune decided for a BVANTT team."""
    return max(6, int(row["members"])) if row["kind"] == STATUTORY[1] else None


def _same(row: dict[str, str], *names: str) -> dict[str, Any]:
    """Return the cells whose columns are called like the fields."""
    return {name: row[name] for name in names}
