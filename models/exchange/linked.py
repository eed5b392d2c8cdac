"""Records that rows name by title (area, model, site, team): found, or planned once for all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, TypeVar

from models.errors import UserError
from models.exchange import places
from models.registers.areas import Area
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.store.rows import wrong_fields
from models.text import accented, fold, has_accents, nfc, sort_key

if TYPE_CHECKING:
    from models.exchange.filling import Undoing
    from models.record import Record

N = TypeVar("N", Area, Scheme, Site, Team)

LINKABLE: Final = (Area, Scheme, Site, Team)
WORKING: Final = "Đang hoạt động"


class Ambiguous(Exception):  # noqa: N818 - a state of the row, not a failure
    """Several records bear the name that a row gives.

    Attributes:
        message: Vietnamese, for the row.
        kind: name of the kind of record.
    """

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class Linked:
    """Areas, models, sites and teams of the register and of this plan, by title.

    Attributes:
        new: what rows name that the register does not have.
    """

    def __init__(self, undoing: Undoing) -> None:
        self.new: dict[type[Record], list[Any]] = {}
        self._undoing = undoing
        self._known: dict[type[Record], dict[str, list[Any]]] = {}
        self._numbered: defaultdict[str, list[Team]] = defaultdict(list)
        self._bare: defaultdict[str, list[Area]] = defaultdict(list)
        self._mentioned: set[int] = set()

    def area(self, text: str) -> Area | None:
        """Return the area a text names, planned where it is not known; nothing for other texts.

        The kind of area must stand in the text, or the area must be known without it.
        """
        for same in self.titled(Area, nfc(text)):
            return same
        name = places.area_name(text)
        known = self._known_area(name, plain=not has_accents(text))
        if known is not None:
            return known
        return self._plan(Area(name=name, kind=places.area_kind(name))) if _whole(name) else None

    def area_named(self, text: str) -> Area:
        """Return the area of a column for areas: there every text is a name."""
        name = places.area_name(text) or nfc(text)
        return self.area(text) or self._plan(Area(name=name, kind=""))

    def area_inside(self, text: str) -> Area | None:
        """Return the area that a line names somewhere, as a title or an address does."""
        found = places.area_inside(text)
        if found:
            return self.area(found[1])
        name = places.known_inside(text, [area.name for area in self.all(Area)])
        return self._known_area(name, plain=False)

    def _known_area(self, name: str, *, plain: bool) -> Area | None:
        """Find by name; by the name without its kind, or without accents, where only one fits."""
        same = self.titled(Area, name)
        if same or not name:
            return same[0] if same else None
        found = self._bare.get(fold(name), [])
        if not plain:
            found = [area for area in found if accented(_bare(area)) == accented(name)]
        return found[0] if len(found) == 1 else None

    def scheme(self, text: str) -> Scheme:
        """Return the model of that name, planned where it is not known."""
        name = nfc(text).strip("“”\"' ")
        same = self.titled(Scheme, name)
        return same[0] if same else self._plan(Scheme(name=name, state=WORKING))

    def site(self, text: str, scheme: Scheme) -> Site:
        """Return a model's site of that name, planned where it is not known."""
        for site in self.titled(Site, nfc(text)):
            if site.scheme.title_key() == scheme.title_key():
                return site
        return self._plan(Site(name=nfc(text), scheme=scheme))

    def team(self, text: str, area: Area | None = None) -> Team:
        """Return the team a caption or cell names, or a planned one with its kind and area.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        for whole in (nfc(text), places.tidy(text)):
            found = self._one_team(whole, area)
            if found is not None:
                return found
        name, area_text = places.split_team(text)
        told = self.area(area_text) if area_text else None
        wanted = told or area
        found = self._one_team(name, wanted)
        if found is not None:
            return found
        kind, statutory = places.team_kind(name)
        team = Team(name=name, area=wanted, kind=kind, statutory=statutory, state=WORKING)
        return self._plan(team)

    def _one_team(self, name: str, area: Area | None) -> Team | None:
        same = self.titled(Team, name)
        if not same:
            same = self._numbered.get(places.without_number_word(name), [])
        exact = [team for team in same if area is not None and _same(team.area, area)]
        near = exact or [team for team in same if not _apart(team.area, area)]
        if len(near) > 1:
            message = f"Có {len(near)} tổ tên “{name}”. Ghi thêm địa bàn của tổ."
            raise Ambiguous(message, Team.__name__)
        return near[0] if near else None

    def like(self, record: Any) -> Any:  # noqa: ANN401 - one of the linkable kinds
        """Return the known record that one read from a row means, or nothing.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        if isinstance(record, Team):
            return self._one_team(record.name, record.area)
        for known in self.titled(type(record), record.title):
            if isinstance(record, Site) and _apart(record.scheme, known.scheme):
                continue
            return known
        return None

    def add(self, record: N) -> N:
        """Count a record that a row describes among the known, and plan to add it."""
        return self._plan(record, mentioned=False)

    def claim(self, record: Record) -> bool:
        """Tell whether other rows only mentioned a planned record until now; no longer so."""
        if id(record) not in self._mentioned:
            return False
        self._mentioned.discard(id(record))
        self._undoing.note(lambda: self._mentioned.add(id(record)))
        return True

    def titled(self, model: type[N], title: str) -> list[N]:
        """Return the known records of a title, whatever its case and tone placement."""
        return self._of(model).get(sort_key(title), [])

    def all(self, model: type[N]) -> list[N]:
        """Return every known record of a kind."""
        return [record for same in self._of(model).values() for record in same]

    def _of(self, model: type[N]) -> dict[str, list[N]]:
        known = self._known.get(model)
        if known is None:
            known = self._known[model] = {}
            for record in model.select().where(model.trashed_at.is_null()):
                self._file(record)
        return known

    def _plan(self, record: N, *, mentioned: bool = True) -> N:
        for _, message in wrong_fields(record):
            raise UserError(message, type(record).__name__, record.title)
        self._of(type(record))
        new = self.new.setdefault(type(record), [])
        new.append(record)
        for records in (*self._file(record), new):
            self._undoing.note(records.pop)
        if mentioned:
            self._mentioned.add(id(record))
            self._undoing.note(lambda: self._mentioned.discard(id(record)))
        return record

    def _file(self, record: Any) -> list[list[Any]]:  # noqa: ANN401 - one of the linkable kinds
        """File a record under its title, an area also under names that are used for short."""
        filed = [self._known[type(record)].setdefault(record.title_key(), [])]
        if isinstance(record, Area):
            filed += [self._bare[name] for name in {fold(_bare(record)), fold(record.name)}]
        elif isinstance(record, Team):
            filed.append(self._numbered[places.without_number_word(record.name)])
        for same in filed:
            same.append(record)
        return filed


def _whole(name: str) -> bool:
    """Tell whether a name has a kind of area and more."""
    return bool(places.area_kind(name)) and fold(name) != fold(places.area_kind(name))


def _bare(area: Area) -> str:
    """Return an area's name without its kind."""
    words = area.name.split()
    kind = area.kind.split()
    return (
        " ".join(words[len(kind) :])
        if fold(area.name).startswith(f"{fold(area.kind)} ")
        else area.name
    )


def _same(one: Record | None, other: Record | None) -> bool:
    return one is not None and other is not None and one.title_key() == other.title_key()


def _apart(one: Record | None, other: Record | None) -> bool:
    """Tell whether two are both known and differ."""
    return one is not None and other is not None and one.title_key() != other.title_key()
