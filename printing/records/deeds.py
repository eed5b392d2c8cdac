"""Words for what activities added up to, leaving out what is zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.registers.activities import Activity
from models.registers.schemes import Scheme
from models.registers.teams import Team
from printing.documents.figures import counted
from printing.records.words import listed

if TYPE_CHECKING:
    from peewee import Expression

    from models.figures.deeds import Deeds


def acts_of(subject: Scheme | Team) -> Expression:
    """Return the condition that an activity is of a team, or of a model or one of its teams."""
    if isinstance(subject, Team):
        return Activity.team == subject.id
    of_scheme = Team.select(Team.id).where(Team.scheme == subject.id, Team.trashed_at.is_null())
    return (Activity.scheme == subject.id) | Activity.team.in_(of_scheme)


def held_words(deeds: Deeds) -> str:
    """Put as "12 hoạt động, 340 lượt người dự"; nothing when nothing was done."""
    if not deeds.activities:
        return ""
    came = f", {counted(deeds.attendees)} lượt người dự" if deeds.attendees else ""
    return f"{counted(deeds.activities)} hoạt động{came}"


def result_words(deeds: Deeds) -> str:
    """Put as "03 tin; hòa giải thành 01 vụ; giáo dục, cảm hóa 02 người"; zeros are left out."""
    return listed(
        (
            f"cung cấp {counted(deeds.tips)} tin" if deeds.tips else "",
            f"hòa giải thành {counted(deeds.mediations)} vụ" if deeds.mediations else "",
            f"giáo dục, cảm hóa {counted(deeds.reformed)} người" if deeds.reformed else "",
        )
    )
