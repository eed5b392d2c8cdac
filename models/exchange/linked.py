"""Records that rows name by title (area, model, team): found, or planned once for all rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

from models.catalogues import catalogue
from models.registers.areas import Area
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.text import fold, nfc, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.record import Record

N = TypeVar("N", Area, Scheme, Site, Team)

LINKABLE: Final = (Area, Scheme, Site, Team)
WORKING: Final = "Đang hoạt động"
_BRACKETED: Final = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_NUMBERED: Final = re.compile(r"^(?:[IVXLC]+|\d{1,3}|[A-Za-zĐđ])\s*[.):-]\s*(?=\S)")


class Linked:
    """Areas, models and teams of the register and of this plan, by title."""

    def __init__(self) -> None:
        self.new: dict[type[Record], list[Any]] = {}
        self._known: dict[type[Record], dict[str, list[Any]]] = {}

    def area(self, text: str) -> Area | None:
        """Return the area a text names, planned where it is not known; nothing for other texts.

        The kind of area must stand in the text, or the area must be known without it.
        """
        name = _NUMBERED.sub("", nfc(text)).split(",")[0].strip()
        known = self._find(Area, name) or self._bare_area(name)
        if known:
            return known
        kind = area_kind(name)
        return self._plan(Area(name=name, kind=kind)) if kind else None

    def area_named(self, text: str) -> Area:
        """Return the area of a column for areas: there every text is a name."""
        name = nfc(text)
        return self.area(name) or self._plan(Area(name=name, kind=""))

    def scheme(self, text: str) -> Scheme:
        """Return the model of that name, planned where it is not known."""
        name = nfc(text).strip('“”"')
        return self._find(Scheme, name) or self._plan(Scheme(name=name, state=WORKING))

    def site(self, text: str, scheme: Scheme) -> Site:
        """Return a model's site of that name, planned where it is not known."""
        for site in self._all(Site, nfc(text)):
            if site.scheme.title_key() == scheme.title_key():
                return site
        return self._plan(Site(name=nfc(text), scheme=scheme))

    def team(self, text: str, area: Area | None = None) -> Team:
        """Return the team of that name, of that area where several have it, or a planned one."""
        name, in_brackets = split_caption(text)
        wanted = (self.area(in_brackets) if in_brackets else None) or area
        same = self._all(Team, name)
        near = [team for team in same if not _apart(team.area, wanted)]
        if near:
            return near[0]
        kind, statutory = team_kind(name)
        team = Team(name=name, area=wanted, kind=kind, statutory=statutory, state=WORKING)
        return self._plan(team)

    def like(self, record: Any) -> Any:  # noqa: ANN401 - one of the linkable kinds
        """Return the known record that one read from a row means, or nothing."""
        for known in self._all(type(record), record.title):
            if isinstance(record, Team) and _apart(record.area, known.area):
                continue
            if isinstance(record, Site) and _apart(record.scheme, known.scheme):
                continue
            return known
        return None

    def add(self, record: N) -> N:
        """Count a record planned elsewhere among the known."""
        return self._plan(record)

    def _find(self, model: type[N], title: str) -> N | None:
        return next(iter(self._all(model, title)), None)

    def _bare_area(self, name: str) -> Area | None:
        """Return the only area whose name without its kind this is."""
        wanted = fold(name)
        self._all(Area, name)
        areas = [area for same in self._known[Area].values() for area in same]
        found = [area for area in areas if _without_kind(area) == wanted]
        return found[0] if len(found) == 1 else None

    def _all(self, model: type[N], title: str) -> list[N]:
        if model not in self._known:
            self._known[model] = {}
            for record in model.select().where(model.trashed_at.is_null()):
                self._known[model].setdefault(record.title_key(), []).append(record)
        return self._known[model].get(sort_key(title), [])

    def _plan(self, record: N) -> N:
        self._all(type(record), record.title)
        self._known[type(record)].setdefault(record.title_key(), []).append(record)
        self.new.setdefault(type(record), []).append(record)
        return record


def split_caption(text: str) -> tuple[str, str]:
    """Split 'I. Tổ tự quản số 01 (Ấp Sóc Đồn)' into the name and what stands in brackets."""
    tidy = _NUMBERED.sub("", nfc(text))
    found = _BRACKETED.match(tidy)
    return (found[1].strip(), found[2].strip()) if found else (tidy, "")


def area_kind(name: str) -> str:
    """Return the kind that a name begins with (Ấp, Khóm, Tổ dân phố …), or nothing."""
    return _leading(name, ((entry.word, entry.word) for entry in catalogue("area_kinds")))


def team_kind(name: str) -> tuple[str, bool]:
    """Return the kind that a team's name begins with and whether the law sets that kind up."""
    entries = catalogue("team_kinds")
    words = [(text, entry.word) for entry in entries for text in (entry.word, *entry.aliases)]
    kind = _leading(name, words)
    found = entries.find(kind) if kind else None
    return kind, bool(found and found.extra.get("basis") == "luật định")


def _leading(name: str, words: Iterable[tuple[str, str]]) -> str:
    """Return the word of the longest text that a name begins with."""
    folded = f"{fold(name)} "
    fitting = [(len(text), word) for text, word in words if folded.startswith(f"{fold(text)} ")]
    return max(fitting)[1] if fitting else ""


def _without_kind(area: Area) -> str:
    return fold(area.name).removeprefix(f"{fold(area.kind)} ")


def _apart(one: Record | None, other: Record | None) -> bool:
    """Tell whether two are both known and differ."""
    return one is not None and other is not None and one.title_key() != other.title_key()
