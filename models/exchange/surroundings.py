"""Which area and team a row belongs to when its own cells do not say: captions, titles, sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.exchange import places
from models.exchange.linked import Linked
from models.registers.teams import Team

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.filling import Undoing
    from models.exchange.plan import PlannedRow
    from models.registers.areas import Area

    Context = tuple[int, tuple[str, ...]]


class Surroundings:
    """Reads the lines around rows; rows of one section share what is found."""

    def __init__(self, linked: Linked, undoing: Undoing) -> None:
        self._linked = linked
        self._undoing = undoing
        self._areas: dict[Context, Area | None] = {}
        self._teams: dict[Context, Team | None] = {}

    def area(self, draft: Draft) -> Area | None:
        """Return the area that captions, titles or the sheet's name tell, the nearest first."""
        context = _context(draft)
        if context not in self._areas:
            self._areas[context] = self._find_area(draft.row)
            self._undoing.note(lambda: self._areas.pop(context))
        return self._areas[context]

    def team(self, draft: Draft) -> Team | None:
        """Return the team of the innermost caption that names one, else of titles and sheet.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        context = _context(draft)
        if context not in self._teams:
            self._teams[context] = self._find_team(draft)
            self._undoing.note(lambda: self._teams.pop(context))
        return self._teams[context]

    def _find_area(self, row: PlannedRow) -> Area | None:
        for caption in reversed(row.captions):
            name, area = places.split_team(caption)
            found = self._linked.area(area) if area else None
            if found is None and not places.is_team(name):
                found = self._linked.area(places.tidy(caption))
            if found is not None:
                return found
        for line in (*reversed(row.layout.titles), row.layout.sheet):
            found = self._linked.area_inside(line)
            if found is not None:
                return found
        return None

    def _find_team(self, draft: Draft) -> Team | None:
        row = draft.row
        for caption in reversed(row.captions):
            plain = places.tidy(caption)
            if places.is_team(plain) or self._linked.titled(Team, plain):
                return self._linked.team(caption, self.area(draft))
        for line in (*reversed(row.layout.titles), row.layout.sheet):
            name = places.team_inside(line)
            if name:
                return self._linked.team(name, self.area(draft))
        return None


def _context(draft: Draft) -> Context:
    return id(draft.row.layout), draft.row.captions
