"""The screen of an import, for `tests.ui.screenshots`: rows to put right, and a doubt answered."""

from __future__ import annotations

from itertools import product

from models.demo.story import EXAMPLE
from models.registers.members import Membership
from models.registers.teams import Team
from tests.ui.screens import Stage, Steps
from tests.ui.workplaces import workbook
from ui.wizards.import_page import ImportPage

HEADS = ("HỌ VÀ TÊN", "NĂM SINH", "Nam/Nữ", "SỐ CMND", "SĐT", "TỔ", "CHỨC VỤ", "GHI CHÚ 2")
WRONG = {
    5: ("Phan Văn Đực", "31/02/1963", "Nam", "095063001922", "0913 555 700", EXAMPLE, "Thành viên"),
    17: ("Sơn Thị Hạnh", "1974", "Nữ", "3651178820", "0399 555 412", EXAMPLE, "Tổ trưởng"),
    21: ("", "1980", "Nam", "095080004410", "", EXAMPLE, "Thành viên"),
    29: ("Thạch Chanh Đa", "1969", "Nam", "095069003307", "0918 555 2", EXAMPLE, "Tổ trưởng"),
    42: ("Lý Thị Sa", "12/13/1990", "Nữ", "095190006125", "0945 555 981", EXAMPLE, "Tổ trưởng"),
    56: ("Trần Thị Lành", "1982", "Nữ", "", "0907 555 26", EXAMPLE, "Thành viên"),
}
DOUBTFUL = (10, 65, 88)
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Thạch", "Sơn", "Kim", "Lâm", "Huỳnh", "Võ")
GIVEN = ("Văn Bảy", "Thị Mười", "Văn Tám", "Thị Sáu", "Văn Lượm", "Thị Nga", "Văn Hường",
         "Thị Xuân", "Văn Đông", "Thị Hạ", "Văn Thu", "Thị Tư")  # fmt: skip


def rows() -> list[tuple[str, ...]]:
    """A list of members as an office keeps it: most right, some wrong, three who may be known."""
    names = [f"{family} {given}" for family, given in product(FAMILIES, GIVEN)]
    found: list[tuple[str, ...]] = [
        (name, f"{1 + at % 28:02}/{1 + at % 12:02}/{1960 + at % 35}", "Nam" if "Văn" in name
         else "Nữ", "", f"0913 555 {at:03}", EXAMPLE, "Thành viên", "")
        for at, name in enumerate(names[:118])
    ]  # fmt: skip
    for at, row in WRONG.items():
        found[at] = (*row, "")
    elsewhere = Membership.team != Team.get(Team.name == EXAMPLE).id
    others = [one.person for one in Membership.select().where(elsewhere)]
    known = [one for one in others if one.birth_date is not None and one.birth_date.is_full]
    for at, person in zip(DOUBTFUL, known[:: len(known) // 3], strict=False):
        born = person.birth_date.shown if person.birth_date else ""
        found[at] = (person.full_name, born, "", "", f"0978 555 {at:03}", EXAMPLE, "Thành viên", "")
    return found


def importing(here: Stage) -> ImportPage:
    """Rows to be put right, the cursor in the first wrong cell."""
    path = workbook(here.folder / "DS-thanh-vien-2026.xlsx", HEADS, *rows())
    here.answers._answers.append(path)
    here.register("members").acts.run("import")
    here.wait(lambda: isinstance(here.shown, ImportPage))
    page = here.shown
    assert isinstance(page, ImportPage)
    page.flaws.table.setFocus()
    return page


def doubting(here: Stage) -> None:
    """A row beside whom it may mean."""
    page = importing(here)
    for _row in range(page.flaws.model.rowCount()):
        if not page.flaws.doubt.isVisible():
            page.acts.run("next_flaw")
    here.wait(page.flaws.doubt.isVisible)


def fixing(here: Stage) -> None:
    """A cell that is being typed into."""
    page = importing(here)
    page.flaws.table.edit(page.flaws.table.currentIndex())
    here.wait(page.flaws.table.is_open)


IMPORTING: Steps = {
    "j-nhap-tu-excel": importing,
    "j-nhap-tu-excel-hoi-nguoi": doubting,
    "j-nhap-tu-excel-sua-o": fixing,
}
