"""What the forms are filled from: plain frozen values, so a form can be tested without a register.

Words stand as they are printed. A date that may be partly known comes as text (14/03/2019,
03/2019, 2019); None and the empty string print as blank, or as dots where a form is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from printing.blocks import Signer
from printing.documents.office import BLANK_OFFICE, CHAIR, CLERK, SCHEME_LEADER, OfficeData


@dataclass(frozen=True)
class SchemeRow:
    """A model in F01."""

    name: str
    area: str = ""
    launched: str = ""
    decision: str = ""
    level: str = ""
    sites: int | None = None
    teams: int | None = None
    members: int | None = None
    rating: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True)
class SummaryRow:
    """Models of one recognition level and kind, counted, in F02."""

    level: str
    kind: str
    schemes: int = 0
    sites: int = 0
    teams: int = 0
    members: int = 0
    good: int = 0
    fair: int = 0
    weak: int = 0
    dissolved: int = 0
    new: int = 0
    note: str = ""


@dataclass(frozen=True)
class TeamRow:
    """A team: what its papers say of it."""

    name: str = ""
    area: str = ""
    kind: str = ""
    statutory: bool = False
    scheme: str = ""
    decision: str = ""
    leader: str = ""
    members: int | None = None


@dataclass(frozen=True)
class MemberRow:
    """A member of a team; `sex` is "Nam" or "Nữ", `born` a date or a year."""

    name: str
    sex: str = ""
    born: str = ""
    citizen_id: str = ""
    ethnicity: str = ""
    religion: str = ""
    education: str = ""
    role: str = ""
    area: str = ""
    phone: str = ""
    joined: str = ""
    note: str = ""


@dataclass(frozen=True)
class SiteRow:
    """A place that applies a model, in F04."""

    name: str
    area: str = ""
    started: str = ""
    teams: int | None = None
    members: int | None = None
    head: str = ""


@dataclass(frozen=True)
class YearRow:
    """What a model or team did in a year, in F04."""

    year: int
    activities: str = ""
    results: str = ""
    rating: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """An award or a change in F04: when, what, by which decision."""

    day: str
    words: str
    decision: str = ""


@dataclass(frozen=True)
class ReviewRow:
    """A Tổ BVANTT and its members rated for a year, in F10."""

    team: str
    members: int = 0
    rating: str = ""
    excellent: int = 0
    good: int = 0
    done: int = 0
    failed: int = 0
    unrated: int = 0
    unrated_why: str = ""
    note: str = ""


@dataclass(frozen=True)
class ActivityRow:
    """An activity of a team or model, in F11."""

    day: str
    words: str
    attended: int | None = None
    results: str = ""
    responsible: str = ""
    note: str = ""


@dataclass(frozen=True)
class Criterion:
    """A line of the rating sheet F09, in points."""

    words: str
    most: float | None = None
    own: float | None = None
    checked: float | None = None


@dataclass(frozen=True)
class SchemesData:
    """For F01 and F02: the models as filtered, on a day."""

    office: OfficeData = BLANK_OFFICE
    as_of: date | None = None
    day: date | None = None
    year: int | None = None
    rows: tuple[SchemeRow, ...] = ()
    summary: tuple[SummaryRow, ...] = ()
    filter_words: str = ""


@dataclass(frozen=True)
class TeamData:
    """For F03, F05, F09 and F11: one team with what belongs to it."""

    office: OfficeData = BLANK_OFFICE
    team: TeamRow = TeamRow()
    as_of: date | None = None
    day: date | None = None
    year: int | None = None
    number: int | None = None
    members: tuple[MemberRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    filter_words: str = ""


@dataclass(frozen=True)
class DecisionData:
    """For F05: the team decided upon; `reorganised` says kiện toàn instead of thành lập."""

    of: TeamData = TeamData()
    reorganised: bool = False
    basis: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()


@dataclass(frozen=True)
class RatingData:
    """For F09: the self-rating of a team, or of one member of it."""

    of: TeamData = TeamData()
    member: MemberRow | None = None
    criteria: tuple[Criterion, ...] = ()
    share_done: float | None = None
    proposed: int | None = None


@dataclass(frozen=True)
class ProfileData:
    """For F04: the file of a model, or of a team when `of_team`."""

    office: OfficeData = BLANK_OFFICE
    of_team: bool = False
    name: str = ""
    kind: str = ""
    area: str = ""
    basis: str = ""
    launched: str = ""
    leaders: str = ""
    sites: tuple[SiteRow, ...] = ()
    teams: tuple[TeamRow, ...] = ()
    members: tuple[MemberRow, ...] = ()
    covenant: str = ""
    funding: str = ""
    years: tuple[YearRow, ...] = ()
    awards: tuple[ChangeRow, ...] = ()
    rating: str = ""
    changes: tuple[ChangeRow, ...] = ()
    number: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class PlanData:
    """For F06 and F07: a model to be launched (or replicated) and what is planned."""

    office: OfficeData = BLANK_OFFICE
    scheme: str = ""
    area: str = ""
    replication: bool = False
    number: int | None = None
    day: date | None = None
    launch_day: str = ""
    launch_place: str = ""
    participants: str = ""
    funding: str = ""
    articles: tuple[tuple[str, str], ...] = ()
    leader: Signer = SCHEME_LEADER


@dataclass(frozen=True)
class MinutesData:
    """For F08: the yearly meeting that rates a model or team."""

    office: OfficeData = BLANK_OFFICE
    subject: str = ""
    year: int | None = None
    number: int | None = None
    begun: str = ""
    ended: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    chair: Signer = CHAIR
    clerk: Signer = CLERK
    results: str = ""
    own_rating: str = ""
    opinions: str = ""
    votes_for: int | None = None
    votes_all: int | None = None
    rating: str = ""


@dataclass(frozen=True)
class ReviewsData:
    """For F10: the year's ratings of the Tổ BVANTT."""

    office: OfficeData = BLANK_OFFICE
    year: int | None = None
    day: date | None = None
    rows: tuple[ReviewRow, ...] = ()
    filter_words: str = ""


@dataclass(frozen=True)
class ReportData:
    """For F12: the yearly report on models, with F02 as its annex."""

    schemes: SchemesData = SchemesData()
    number: int | None = None
    receivers: tuple[str, ...] = ("Công an tỉnh (qua Phòng PV05)",)
    situation: str = ""
    results: tuple[str, ...] = ()
    weak_points: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
