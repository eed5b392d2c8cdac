"""Self-management models and the sites that apply them (HD 22/HD-BCA-V05: model, điểm, tổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models.fields import (
    Catalogued,
    Choice,
    Link,
    LongText,
    OfficialNumber,
    PartialDateField,
    ShortText,
    WholeNumber,
)
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section
from models.registers.areas import Area

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEME_STATES = (
    "Khảo sát",
    "Đang xây dựng",
    "Ra mắt",
    "Đang hoạt động",
    "Củng cố",
    "Nhân rộng",
    "Tạm ngừng",
    "Đã giải thể",
)
DISSOLVED = "Đã giải thể"


class Scheme(Record):
    """A self-management model ("mô hình")."""

    NOUN: ClassVar[str] = "mô hình"

    name = ShortText("Tên mô hình", required=True)
    kind = Catalogued("scheme_kinds", "Loại mô hình", sorts=True)
    field = Catalogued("scheme_fields", "Lĩnh vực", sorts=True)
    setting = Catalogued("scheme_settings", "Loại địa bàn áp dụng")
    core = Catalogued("scheme_cores", "Đối tượng nòng cốt")
    origin = ShortText("Nơi khởi xướng")
    area = Link(Area, "Địa bàn", sorts=True)
    recognition_level = Catalogued("recognition_levels", "Cấp công nhận", sorts=True)
    recognition_number = OfficialNumber("Số quyết định công nhận")
    recognition_date = PartialDateField("Ngày quyết định công nhận", sorts=True)
    recognised_by = ShortText("Cơ quan công nhận")
    founding_number = OfficialNumber("Số quyết định thành lập")
    founding_date = PartialDateField("Ngày quyết định thành lập")
    launched = PartialDateField("Ngày ra mắt", sorts=True, planned=True)
    state = Choice(SCHEME_STATES, "Tình trạng", sorts=True)
    lead_agency = ShortText("Cơ quan chủ trì")
    partners = ShortText("Cơ quan phối hợp")
    officer = ShortText("Cán bộ Công an phụ trách")
    funding = ShortText("Nguồn kinh phí")
    covenant = LongText("Quy ước hoạt động")
    dissolved_on = PartialDateField("Ngày giải thể")
    dissolved_number = OfficialNumber("Số quyết định giải thể")
    dissolved_why = Catalogued("dissolve_reasons", "Lý do giải thể")
    note = LongText("Ghi chú")
    sites = WholeNumber("Số điểm", derived=True, sorts=True)
    teams = WholeNumber("Số tổ", derived=True, sorts=True)
    members = WholeNumber("Số thành viên", derived=True, sorts=True)
    rating = ShortText("Xếp loại", derived=True, sorts=True)

    class Meta:
        """Table name."""

        table_name = "scheme"


class Site(Record):
    """A place that applies a model ("điểm nhân rộng")."""

    NOUN: ClassVar[str] = "điểm nhân rộng"

    name = ShortText("Tên điểm", required=True)
    scheme_id: int
    scheme = Link(Scheme, "Mô hình", required=True, sorts=True)
    area = Link(Area, "Địa bàn", sorts=True)
    started = PartialDateField("Ngày nhân rộng", sorts=True)
    head = ShortText("Người phụ trách", sorts=True)
    ended = PartialDateField("Ngày thôi")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "site"


def dissolving_is_told(record: object) -> Iterator[Problem]:
    """A dissolved model or team says when and why (HD 22: "thanh loại")."""
    state = getattr(record, "state", "")
    if state == DISSOLVED and getattr(record, "dissolved_on", None) is None:
        yield Problem("dissolved_on", "Đã giải thể thì cần ngày giải thể.")
    if state == DISSOLVED and not getattr(record, "dissolved_why", ""):
        yield Problem("dissolved_why", "Đã giải thể thì cần lý do giải thể.")
    if state != DISSOLVED and getattr(record, "dissolved_on", None) is not None:
        yield warning(
            "state", "Có ngày giải thể nhưng tình trạng chưa phải Đã giải thể. Vẫn lưu được."
        )


def recognition_is_whole(scheme: Scheme) -> Iterator[Problem]:
    """A recognition decision has both a number and a date."""
    if bool(scheme.recognition_number) != (scheme.recognition_date is not None):
        yield warning(
            "recognition_number", "Quyết định công nhận thiếu số hoặc ngày. Vẫn lưu được."
        )


def site_ends_after_start(site: Site) -> Iterator[Problem]:
    """A site cannot end before it starts."""
    if site.started and site.ended and site.ended.last < site.started.first:
        yield Problem(
            "ended", f"Ngày thôi {site.ended.shown} trước ngày nhân rộng {site.started.shown}."
        )


SCHEMES = Register(
    name="schemes",
    title="Mô hình",
    model=Scheme,
    sections=(
        Section(
            "Thông tin chung",
            (
                Scheme.name,
                Scheme.kind,
                Scheme.field,
                Scheme.setting,
                Scheme.core,
                Scheme.origin,
                Scheme.area,
                Scheme.state,
            ),
        ),
        Section(
            "Công nhận",
            (
                Scheme.recognition_level,
                Scheme.recognition_number,
                Scheme.recognition_date,
                Scheme.recognised_by,
            ),
        ),
        Section("Thành lập", (Scheme.founding_number, Scheme.founding_date, Scheme.launched)),
        Section(
            "Tổ chức",
            (Scheme.lead_agency, Scheme.partners, Scheme.officer, Scheme.funding, Scheme.covenant),
        ),
        Section("Điểm nhân rộng", (Site.name, Site.area, Site.started, Site.head)),
        Section("Giải thể", (Scheme.dissolved_on, Scheme.dissolved_number, Scheme.dissolved_why)),
        Section("Ghi chú", (Scheme.note,)),
    ),
    columns=(
        Column(Scheme.name, 4),
        Column(Scheme.recognition_level, 1.8),
        Column(Scheme.launched, 1.4),
        Column(Scheme.sites, 0.8),
        Column(Scheme.teams, 0.8),
        Column(Scheme.members, 1),
        Column(Scheme.rating, 1.3),
        Column(Scheme.state, 1.6),
    ),
    search=(Scheme.name, Scheme.kind, Scheme.recognition_number, Scheme.area),
    rules=(dissolving_is_told, recognition_is_whole),
    aliases=(
        (Scheme.name, ("Mô hình", "Thuộc mô hình", "Tên mô hình tự quản")),
        (Scheme.recognition_level, ("Cấp công nhận", "Cấp")),
        (Scheme.recognition_number, ("Quyết định công nhận số", "QĐ công nhận")),
        (Scheme.recognition_date, ("Quyết định công nhận ngày",)),
        (Scheme.launched, ("Ra mắt",)),
        (Scheme.area, ("Địa bàn/đơn vị", "Ấp", "Đơn vị")),
    ),
)

SITES = Register(
    name="sites",
    title="Điểm nhân rộng",
    model=Site,
    sections=(
        Section("Thông tin chung", (Site.name, Site.scheme, Site.area, Site.head)),
        Section("Thời gian", (Site.started, Site.ended)),
        Section("Ghi chú", (Site.note,)),
    ),
    columns=(
        Column(Site.name, 3.5),
        Column(Site.scheme, 3.5),
        Column(Site.area, 2),
        Column(Site.started, 1.5),
        Column(Site.head, 2.5),
    ),
    search=(Site.name, Site.scheme, Site.area),
    rules=(site_ends_after_start,),
    aliases=(
        (Site.name, ("Điểm", "Điểm nhân rộng")),
        (Site.scheme, ("Thuộc mô hình", "Tên mô hình")),
        (Site.area, ("Ấp", "Thôn", "Khóm")),
    ),
)
