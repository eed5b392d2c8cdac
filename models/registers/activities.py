"""Activities of teams, models and the office: the log that the period's figures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models import clock
from models.fields import (
    Catalogued,
    Choice,
    Day,
    Link,
    LongText,
    ShortText,
    WholeNumber,
)
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section
from models.registers.areas import Area
from models.registers.schemes import Scheme
from models.registers.teams import Team

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOUT = ("trên", "hơn", "gần", "khoảng", "hàng")
"""Words of approximate figures, kept as reported (DOMAIN f)."""


class Activity(Record):
    """One activity on one day."""

    NOUN: ClassVar[str] = "hoạt động"
    TITLE: ClassVar[str] = "content"

    day = Day("Ngày", required=True, sorts=True)
    kind = Catalogued("activity_kinds", "Loại hoạt động", required=True, sorts=True)
    content = ShortText("Nội dung", required=True)
    team = Link(Team, "Tổ", sorts=True)
    scheme = Link(Scheme, "Mô hình", sorts=True)
    area = Link(Area, "Địa bàn", sorts=True)
    attendees = WholeNumber("Số người dự", sorts=True)
    attendees_about = Choice(ABOUT, "Số người dự: ước lượng")
    times = WholeNumber("Số lượt")
    tips = WholeNumber("Số tin cung cấp")
    mediations = WholeNumber("Số vụ hòa giải thành")
    reformed = WholeNumber("Số người được giáo dục, cảm hóa")
    surrendered = ShortText("Vũ khí, vật liệu nổ giao nộp")
    donations = ShortText("Hiện vật, tiền")
    results = LongText("Kết quả")
    partners = ShortText("Phối hợp")
    responsible = ShortText("Người phụ trách")
    evidence = ShortText("Minh chứng")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "activity"


def day_has_come(activity: Activity) -> Iterator[Problem]:
    """Warn about activities of the future."""
    if activity.day and activity.day > clock.today():
        yield warning("day", "Ngày ở tương lai. Vẫn lưu được.")


ACTIVITIES = Register(
    name="activities",
    title="Hoạt động",
    model=Activity,
    sections=(
        Section("Hoạt động", (Activity.day, Activity.kind, Activity.content)),
        Section("Của", (Activity.team, Activity.scheme, Activity.area)),
        Section(
            "Kết quả",
            (
                Activity.attendees,
                Activity.attendees_about,
                Activity.times,
                Activity.tips,
                Activity.mediations,
                Activity.reformed,
                Activity.surrendered,
                Activity.donations,
                Activity.results,
            ),
        ),
        Section(
            "Khác", (Activity.partners, Activity.responsible, Activity.evidence, Activity.note)
        ),
    ),
    columns=(
        Column(Activity.day, 1.4),
        Column(Activity.kind, 2),
        Column(Activity.content, 4),
        Column(Activity.team, 2.4),
        Column(Activity.area, 1.8),
        Column(Activity.attendees, 1),
    ),
    search=(Activity.content, Activity.kind, Activity.team, Activity.area, Activity.responsible),
    rules=(day_has_come,),
    aliases=(
        (Activity.day, ("Ngày tháng", "Thời gian")),
        (Activity.content, ("Nội dung hoạt động",)),
        (Activity.attendees, ("Số người tham dự", "Người dự")),
        (Activity.results, ("Kết quả hoạt động",)),
    ),
)
