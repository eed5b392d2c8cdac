"""F05: the decision that sets up or reorganises a team, drafted for the People's Committee."""

from __future__ import annotations

from typing import Final

from printing.blocks import SignList
from printing.columns import PrintColumn
from printing.content import Article, Basis, Block, Centred, Letter, Para, Ruled, Signatures, Title
from printing.documents.data import DecisionData, MemberRow
from printing.documents.office import GAP

GOVERNMENT_LAW: Final = "Căn cứ Luật Tổ chức chính quyền địa phương số\u00a072/2025/QH15"
FORCE_LAW: Final = (
    "Căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở số\u00a030/2023/QH15"
)
COLUMNS: Final = (
    PrintColumn("Họ và tên", 3.2),
    PrintColumn("Năm sinh", 1.2, "centre"),
    PrintColumn("Nơi ở", 3),
    PrintColumn("Chức danh", 1.8, "centre"),
)


def team_decision(data: DecisionData) -> Letter:
    """F05, after model 1.2 of Nghị định 30/2020; the chairman of the commune signs.

    The law on the force at the base is cited for a statutory Tổ BVANTT only.
    """
    office, team = data.of.office, data.of.team
    act = "kiện toàn" if data.reorganised else "thành lập"
    name = team.name or f"Tổ {GAP}{GAP}"
    force = (FORCE_LAW,) if team.statutory else ()
    basis = (GOVERNMENT_LAW, *force, *data.basis, f"Theo đề nghị của {office.name}")
    return Letter(
        f"Quyết định về việc {act} {name}",
        (
            office.committee_head("QĐ", data.of.number, data.of.day),
            Title("QUYẾT ĐỊNH", f"Về việc {act} {name}"),
            Centred(f"CHỦ TỊCH ỦY BAN NHÂN DÂN {office.commune.upper()}"),
            Basis(basis),
            Centred("QUYẾT ĐỊNH:"),
            *_articles(data, act, name),
            Signatures(
                SignList(
                    (office.chairman,),
                    ("- Như Điều 3;", f"- Lưu: VT, {office.symbol}."),
                )
            ),
        ),
    )


def _articles(data: DecisionData, act: str, name: str) -> tuple[Block, ...]:
    """Who is in the team, what it does, from when it holds."""
    team, office = data.of.team, data.of.office
    named = bool(team.area) and team.area.split(",")[0].casefold() not in name.casefold()
    area = f" tại {team.area}" if named else ""
    members = data.of.members
    count = f"{len(members):02d}" if members else "……"
    duties = data.duties or (_usual_duty(data, name),)
    first, *others = duties
    return (
        Article(1, f"{act.capitalize()} {name}{area} gồm {count} ông, bà có tên sau:"),
        Ruled(COLUMNS, [_cells(row) for row in members], blank=5),
        Article(2, first),
        *map(Para, others),
        Article(
            3,
            f"Quyết định này có hiệu lực kể từ ngày ký. {office.name}, các đơn vị có liên quan "
            "và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
    )


def _usual_duty(data: DecisionData, name: str) -> str:
    """Điều 2 when the office gave no words of its own."""
    if data.of.team.statutory:
        return (
            f"{name} thực hiện nhiệm vụ của lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở "
            f"theo quy định của pháp luật và sự hướng dẫn, phân công của {data.of.office.name}."
        )
    return (
        f"{name} vận động Nhân dân thực hiện phong trào Toàn dân bảo vệ an ninh Tổ quốc, hoạt động "
        f"theo quy ước đã được thông qua và sự hướng dẫn của {data.of.office.name}."
    )


def _cells(row: MemberRow) -> tuple[str, ...]:
    """The cells of one member."""
    return (row.name, row.born[-4:], row.area, row.role)
