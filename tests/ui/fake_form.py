"""The form of the look's picture B, without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.errors import UserError
from models.problem import Problem, warning
from models.text import fold
from models.values.partial_date import PartialDate
from tests.ui.fakes import TODAY
from ui.source import NOTHING, FieldFacts, GridRow, Loaded, Option, RowsTyped, SectionFacts, Words

PEOPLE = (
    Option(1, "Thạch Thị Hồng Nhung", "1979 · Sóc Đồn · Tổ trưởng Tổ tự quản ANTT số 3"),
    Option(2, "Nguyễn Văn Hòa", "1966 · Sóc Đồn · Tổ phó Tổ tự quản ANTT số 3"),
    Option(3, "Nguyễn Văn Hòa", "1981 · Cả Vĩnh"),
    Option(4, "Nguyễn Thị Hoa", "1990 · Phú Tòng"),
)


def parse_date(text: str) -> object:
    if not text.strip():
        return None
    try:
        return PartialDate.parse(text, today=TODAY)
    except UserError as error:
        message = error.message.replace("Ngày không", "Ngày thành lập không")
        raise UserError(message, "since", text) from None


def parse_phone(text: str) -> str:
    digits = text.replace(" ", "")
    if digits and len(digits) != 10:
        raise UserError(f"Thiếu {10 - len(digits)} số: cần 10 số.", "phone", text)
    return digits


def parse_number(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.isdecimal():
        raise UserError(f"Không phải số: {text}. Nhập số nguyên.", value=text)
    return int(text)


def show(value: object) -> str:
    return "" if value is None else str(value)


def find_person(words: str) -> list[Option]:
    parts = fold(words).split()
    return [one for one in PEOPLE if all(part in fold(one.text + one.detail) for part in parts)]


def pick_person(text: str) -> object:
    return Words(text) if text.strip() else None


def told(person: object) -> str:
    return person.text if isinstance(person, Option | Words) else ""


def words(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, text) for text in texts)


def field(name: str, label: str, kind: str = "text", width: int = 0, **rest: Any) -> FieldFacts:
    return FieldFacts(name, label, kind, width=width, show=rest.pop("show", show), **rest)


SECTIONS = (
    SectionFacts(
        "Thông tin chung",
        (
            field("name", "Tên tổ", width=6, required=True),
            field("scheme", "Mô hình", "catalogue", 6, required=True,
                  options=words("Liên gia tự quản về ANTT", "Camera an ninh", "Tổ hòa giải")),
            field("area", "Ấp", "choice", 3, required=True,
                  options=words("Sóc Đồn", "Cái Giá", "Phú Tòng", "Đay Tà Ni", "Cả Vĩnh")),
            field("scope", "Phạm vi", width=3),
            field("households", "Số hộ", "whole number", 2, parse=parse_number),
            field("population", "Nhân khẩu", "whole number", 2, parse=parse_number),
            field("state", "Tình trạng", "choice", 2, options=words("Đang hoạt động", "Tạm ngừng")),
        ),
        "Tên tổ in đúng như trong quyết định.",
    ),
    SectionFacts(
        "Thành lập",
        (
            field("since", "Ngày thành lập", "date as precise as known", 4, required=True,
                  parse=parse_date),
            field("number", "Số quyết định", width=4),
            field("decided_by", "Cơ quan ban hành", "catalogue", 4,
                  options=words("UBND xã Hưng Hội"), open_ended=True),
        ),
        "Gõ 14/3/2019, 14032019 hoặc chỉ năm 2019.",
    ),
    SectionFacts(
        "Nòng cốt",
        (
            field("leader", "Tổ trưởng", "person", 5, required=True, find=find_person,
                  parse=pick_person, show=told),
            field("phone", "Điện thoại liên hệ tổ", "phone", 3, parse=parse_phone),
            field("deputy", "Tổ phó", "person", 4, find=find_person,
                  parse=pick_person, show=told),
            field("statutory", "Tổ luật định", "yes or no", 3),
            field("note", "Ghi chú", "long text"),
        ),
        "Gõ tên để tìm người đã có trong sổ.",
    ),
)  # fmt: skip

STORED = {
    "name": "Tổ tự quản ANTT số 3",
    "scheme": "Liên gia tự quản về ANTT",
    "area": "Sóc Đồn",
    "scope": "Tuyến 2 và 3",
    "households": 86,
    "population": 352,
    "state": "Đang hoạt động",
    "since": "14/03/2019",
    "number": "27/QĐ-UBND",
    "decided_by": "UBND xã Hưng Hội",
    "leader": PEOPLE[0],
    "phone": "0913 555 214",
    "deputy": PEOPLE[1],
    "statutory": False,
    "note": "Phối hợp tổ hòa giải số 1 quản lý tuyến đường vào trường tiểu học.",
}


class TeamForm:
    sections = SECTIONS

    def __init__(self) -> None:
        self.saved: list[tuple[int | None, dict[str, object], int | None]] = []
        self.refuse: Exception | None = None

    def load(
        self,
        identity: int | None,
        borrowed: Mapping[str, Sequence[int]] = NOTHING,  # noqa: ARG002
    ) -> Loaded:
        if identity is None:
            return Loaded("", {})
        return Loaded("Tổ tự quản ANTT số 3", STORED, 7)

    def check(
        self,
        identity: int | None,  # noqa: ARG002
        values: Mapping[str, object],
    ) -> list[Problem]:
        found = []
        for section in self.sections:
            for facts in section.fields:
                if facts.required and not values.get(facts.name):
                    label = facts.label[0].lower() + facts.label[1:]
                    found.append(Problem(facts.name, f"Chưa nhập {label}."))
        found += [
            Problem(name, f"Chưa có người tên “{who.text}”.")
            for name, who in values.items()
            if isinstance(who, Words)
        ]
        if values.get("leader"):
            found.append(warning("leader", "Đang là tổ phó Tổ hòa giải số 1. Vẫn lưu được."))
        return found

    def check_rows(
        self,
        grid: str,  # noqa: ARG002
        places: Sequence[int],
        rows: Sequence[GridRow],  # noqa: ARG002
        identity: int | None,  # noqa: ARG002
        values: Mapping[str, object],  # noqa: ARG002
    ) -> list[list[Problem]]:
        return [[] for _place in places]

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],
    ) -> int:
        if self.refuse is not None:
            raise self.refuse
        self.rows = rows
        self.saved.append((identity, dict(values), revision))
        return identity or 99
