"""What the forms are filled from: plain frozen values, so a form can be tested without a register.

Words stand as they are printed. A date that may be partly known comes as text (14/03/2019,
03/2019, 2019); None and the empty string print as blank, or as dots where a form is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from printing.blocks import Head, Signer, SignList, place_and_date

SIGN_NOTE: Final = "(Ký, ghi rõ họ tên)"
GAP: Final = "…………"
NUMBER_GAP: Final = "        "
HEAD_OF_OFFICE: Final = Signer("TRƯỞNG CÔNG AN XÃ")
CHAIRMAN: Final = Signer("CHỦ TỊCH")
LIST_MAKER: Final = Signer("NGƯỜI LẬP BIỂU", note=SIGN_NOTE)
SCHEME_LEADER: Final = Signer("ĐẠI DIỆN MÔ HÌNH", note=SIGN_NOTE)
CHAIR: Final = Signer("CHỦ TỌA")
CLERK: Final = Signer("THƯ KÝ", note=SIGN_NOTE)


@dataclass(frozen=True)
class OfficeData:
    """The office that prints: lines of its head, words for it in a sentence, who signs."""

    parent_line: str = f"CÔNG AN TỈNH {GAP}"
    agency_line: str = f"CÔNG AN XÃ {GAP}"
    place: str = ""
    name: str = f"Công an xã {GAP}"
    commune: str = f"xã {GAP}"
    symbol: str = "CAX"
    signer: Signer = HEAD_OF_OFFICE
    chairman: Signer = CHAIRMAN
    maker: Signer = LIST_MAKER

    def head(self, kind: str = "", number: int | None = None, day: date | None = None) -> Head:
        """[HEAD]: with a `kind` such as BC the number line is set, empty for a blank form."""
        return Head(
            self.agency_line,
            self.parent_line,
            official_number(number, f"{kind}-{self.symbol}") if kind else "",
            place_date=place_and_date(self.place, day),
        )

    def minutes_head(self, number: int | None = None) -> Head:
        """[HEAD-BB]: without place and date."""
        return Head(
            self.agency_line, self.parent_line, official_number(number, f"BB-{self.symbol}")
        )

    def committee_head(self, kind: str, number: int | None, day: date | None) -> Head:
        """[HEAD-UB]: a paper drafted for the People's Committee of the commune."""
        return Head(
            f"ỦY BAN NHÂN DÂN\n{self.commune.upper()}",
            number=official_number(number, f"{kind}-UBND"),
            place_date=place_and_date(self.place, day),
        )

    def area_head(self, area: str, day: date | None = None) -> Head:
        """[HEAD-KDC]: a paper of a thôn or tổ dân phố."""
        return Head((area or f"ấp {GAP}").upper(), place_date=place_and_date(self.place, day))

    def list_signatures(self) -> SignList:
        """[SIGN-LIST]."""
        return SignList((self.maker, self.signer))

    def signature(self, *recipients: str) -> SignList:
        """[SIGN] with the Nơi nhận given and the filing line."""
        return SignList((self.signer,), (*recipients, f"- Lưu: VT, {self.symbol}."))


def official_number(number: int | None, symbol: str) -> str:
    """The line "Số: 09/BC-CAX"; numbers under 10 take a zero, none leaves room to write."""
    return f"Số: {NUMBER_GAP if number is None else f'{number:02d}'}/{symbol}"


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

    office: OfficeData = OfficeData()
    as_of: date | None = None
    day: date | None = None
    year: int | None = None
    rows: tuple[SchemeRow, ...] = ()
    summary: tuple[SummaryRow, ...] = ()
    filter_words: str = ""


@dataclass(frozen=True)
class TeamData:
    """For F03, F05, F09 and F11: one team with what belongs to it."""

    office: OfficeData = OfficeData()
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

    office: OfficeData = OfficeData()
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

    office: OfficeData = OfficeData()
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

    office: OfficeData = OfficeData()
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

    office: OfficeData = OfficeData()
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
