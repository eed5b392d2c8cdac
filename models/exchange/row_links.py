"""Which records a row links to: named in its own cells, else told by the lines around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange import places
from models.register import field_id
from models.registers.areas import Area
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.text import fold

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.filling import Filling, Undoing
    from models.exchange.linked import Linked
    from models.exchange.surroundings import Surroundings
    from models.facts import Link
    from models.record import Record


class RowLinks:
    """Resolves the links of one kind of record, row by row."""

    def __init__(
        self,
        model: type[Record],
        linked: Linked,
        around: Surroundings,
        filling: Filling,
        undoing: Undoing,
    ) -> None:
        self._model = model
        self._linked = linked
        self._around = around
        self._filling = filling
        self._undoing = undoing
        self._areas: dict[str, Area] = {}
        self._teams: dict[tuple[str, int], Team] = {}

    def of(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return the record a row links to; nothing where neither row nor surroundings tell.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        text = draft.values.get(field_id(field), "")
        if field.rel_model is Area:
            return self.area(text, draft)
        if not text:
            return None
        if field.rel_model is Scheme:
            return self._scheme(text, draft)
        if field.rel_model is Team:
            return self.team(text, draft)
        return self._site(text, draft) if field.rel_model is Site else None

    def area(self, text: str, draft: Draft) -> Area | None:
        """Return the area a cell names, else the one around; areas link to areas by cell only."""
        if not text:
            return None if self._model is Area else self._around.area(draft)
        if text not in self._areas:
            self._areas[text] = self._linked.area_named(text)
            self._undoing.note(lambda: self._areas.pop(text))
        return self._areas[text]

    def team(self, text: str, draft: Draft, area: Area | None = None) -> Team:
        """Return the team a cell names.

        Args:
            text: the cell.
            draft: its row.
            area: that of the team, where neither the name nor the lines around the row tell it.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        area = self._around.area(draft) or area
        key = text, id(area)
        if key not in self._teams:
            self._teams[key] = self._linked.team(team_name(text), area)
            self._undoing.note(lambda: self._teams.pop(key))
        return self._teams[key]

    def _scheme(self, text: str, draft: Draft) -> Scheme:
        """Return the model a row names, with the level that the row tells of it."""
        scheme = self._linked.scheme(text)
        level = draft.values.get(field_id(Scheme.recognition_level))
        if level and self._model is not Scheme:
            self._filling.complete(scheme, {"recognition_level": level})
        return scheme

    def _site(self, text: str, draft: Draft) -> Site | None:
        owner = draft.values.get(f"{self._model.__name__}.scheme")
        return self._linked.site(text, self._scheme(owner, draft)) if owner else None


def team_name(text: str) -> str:
    """Return what a cell calls a team; a bare number is read with the word for teams."""
    return f"Tổ số {fold(text).removeprefix('so ')}" if places.is_number(text) else text
