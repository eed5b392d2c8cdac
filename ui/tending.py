"""What is begun from a team or a scheme: a review, an activity, a member, the list of members."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ui.form.page import FormPage
from ui.form_room import Errand
from ui.pages.wishes import Wish
from ui.shell import Shell
from ui.source import Option

OWNERS = {"teams": "team", "schemes": "scheme"}
"""The field of a review or an activity that says what it is of."""
MEMBERS, MEMBER_LIST = "membership", "member-list"


class Tending(QObject):
    """Opens forms that know what they are about, and goes back to where they were asked for."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.acted.connect(self._acted)

    def _acted(self, register: str, act: str, identity: int) -> None:
        name, _colon, detail = act.partition(":")
        if register not in OWNERS:
            return
        if name == "review":
            year = int(detail) if detail else self._shell.means.today().year
            self._begin("reviews", register, identity, year=year)
        elif name == "add_activity":
            self._begin("activities", register, identity, day=self._shell.means.today())
        elif name == "add_member":
            self._add_member(register, identity, detail)
        elif name == "print_members":
            wish = Wish("print", (identity,), detail=MEMBER_LIST, current=identity, total=1)
            self._shell.printing.emit(register, wish)

    def _begin(self, of: str, register: str, identity: int, **given: object) -> None:
        title = self._shell.registers[register].detail.title.whole()
        given = {OWNERS[register]: Option(identity, title), **given}
        self._shell.open_form(of, None, Errand(given, register))

    def _add_member(self, register: str, identity: int, name: str) -> None:
        """Members are typed in the form of their team: the cursor goes to the first free row."""
        form = self._shell.open_form(register, identity)
        if form is not None:
            go = partial(go_to_free_row, form, name)
            if not form.ahead.in_turn(go):
                go()


def go_to_free_row(form: FormPage, name: str) -> None:
    """Put the cursor where a member is typed; a draft that is offered is decided upon first."""
    if form.drafting.waiting is None:
        grid = form.body.grids[MEMBERS]
        free = grid.model.rowCount() - 1
        form.body.go_to(MEMBERS)
        if name:
            grid.model.rows.put(free, 0, name)
        grid.go_to(free, grid.facts.columns[1].name if name else "")
