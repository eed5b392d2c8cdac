"""The rule checker itself: a paper drawn by hand passes, and every planted fault is named."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from printing.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, width
from printing.page import finished, new_canvas
from printing.styles import MM, PORTRAIT
from tests.printing.rules import MOTTO, NATION, problems

WORDS = "Thực hiện Kế hoạch số 45/KH-CAT, Công an xã Hồng Dân báo cáo như sau gồm"


@dataclass(frozen=True)
class Paper:
    """The measures of a paper drawn without the engine; the defaults follow the decree."""

    left: float = 30.0
    right: float = 20.0
    top: float = 20.0
    last_line: float = 30.0
    body: float = 14.0
    indent: float = 12.7
    spacing: float = 1.2
    colour: float = 0.0
    face: str = REGULAR
    nation: float = 13.0
    nation_face: str = BOLD
    motto_rule: float = 1.0
    agency_face: str = BOLD
    agency_rule: float = 0.4
    number: str = "Số: 09/BC-CAX"
    place_date: str = "Hồng Dân, ngày 05 tháng 02 năm 2026"
    date_face: str = ITALIC
    kind: float = 14.0
    about_rule: float = 0.4
    first_number: str = ""
    second_number: str = "2"
    recipients_face: str = BOLD_ITALIC
    filing: float = 11.0
    office: float = 14.0
    alone: bool = False


class Hand:
    """Draws a Paper on two pages with plain canvas calls."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.canvas = new_canvas(PORTRAIT, "Báo cáo")

    def text(self, x: float, y: float, words: str, face: str, size: float) -> None:
        self.canvas.setFillGray(self.paper.colour)
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, y, words)

    def centred(self, x: float, y: float, words: str, face: str, size: float) -> float:
        wide = width(words, face, size)
        self.text(x - wide / 2, y, words, face, size)
        return wide

    def rule(self, x: float, y: float, length: float) -> None:
        self.canvas.line(x - length / 2, y, x + length / 2, y)

    def draw(self) -> bytes:
        paper = self.paper
        middle = (30 * MM + (210 - 20) * MM) / 2
        self._head(paper)
        if paper.first_number:
            self.centred(middle, 285 * MM, paper.first_number, REGULAR, 13)
        self.centred(middle, 240 * MM, "BÁO CÁO", BOLD, paper.kind)
        about = self.centred(middle, 234 * MM, "Kết quả công tác quý I", BOLD, 14)
        self.rule(middle, 232 * MM, about * paper.about_rule)
        y = self._body(paper, 220 * MM)
        self.text(paper.left * MM, paper.last_line * MM, "Dòng cuối", REGULAR, 13)
        self.canvas.showPage()
        self.centred(middle, 285 * MM, paper.second_number, REGULAR, 13)
        if not paper.alone:
            y = self._body(paper, 270 * MM)
        self._sign(paper, y)
        return finished(self.canvas)

    def _head(self, paper: Paper) -> None:
        right, left = (190 - 48) * MM, 60 * MM
        y = 297 * MM - paper.top * MM - 0.75 * paper.nation
        self.centred(right, y, NATION, paper.nation_face, paper.nation)
        motto = self.centred(right, y - 17, MOTTO, BOLD, 14)
        self.rule(right, y - 20, motto * paper.motto_rule)
        self.centred(left, y, "CÔNG AN TỈNH CÀ MAU", REGULAR, 13)
        agency = self.centred(left, y - 17, "CÔNG AN XÃ HỒNG DÂN", paper.agency_face, 13)
        self.rule(left, y - 20, agency * paper.agency_rule)
        self.centred(left, y - 40, paper.number, REGULAR, 13)
        self.centred(right, y - 40, paper.place_date, paper.date_face, 14)

    def _body(self, paper: Paper, y: float) -> float:
        for line in range(4):
            x = paper.left * MM + (paper.indent * MM if line == 0 else 0)
            end = (210 - paper.right) * MM
            words = WORDS.split()
            bare = sum(width(word, paper.face, paper.body) for word in words)
            gap = (end - x - bare) / (len(words) - 1)
            for word in words:
                self.text(x, y, word, paper.face, paper.body)
                x += width(word, paper.face, paper.body) + gap
            y -= paper.body * 1.15 * paper.spacing
        return y

    def _sign(self, paper: Paper, y: float) -> None:
        self.text(30 * MM, y - 30, "Nơi nhận:", paper.recipients_face, 12)
        self.text(30 * MM, y - 43, "- Lưu: VT.", REGULAR, paper.filing)
        self.centred(150 * MM, y - 30, "TRƯỞNG CÔNG AN XÃ", BOLD, paper.office)


GOOD = Paper()


def test_a_paper_by_the_decree_passes() -> None:
    assert problems(Hand(GOOD).draw()) == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"left": 25.0}, "lề trái"),
        ({"right": 12.0}, "lề phải"),
        ({"top": 15.0}, "lề trên"),
        ({"last_line": 12.0}, "lề dưới"),
        ({"body": 12.5}, "cỡ chữ thân"),
        ({"indent": 5.0}, "lùi đầu dòng"),
        ({"spacing": 2.0}, "cách dòng"),
        ({"colour": 0.5}, "không đen"),
        ({"face": "Helvetica"}, "phông"),
        ({"nation": 11.0}, "Quốc hiệu"),
        ({"nation_face": REGULAR}, "Quốc hiệu"),
        ({"motto_rule": 0.8}, "Tiêu ngữ"),
        ({"agency_face": REGULAR}, "cơ quan ban hành in đậm"),
        ({"agency_rule": 0.7}, "1/3 đến 1/2"),
        ({"number": "Số: 9/BC-CAX"}, "số, ký hiệu"),
        ({"place_date": "Hồng Dân, ngày 5 tháng 2 năm 2026"}, "địa danh"),
        ({"place_date": "Hồng Dân, ngày 05 tháng 03 năm 2026"}, "địa danh"),
        ({"date_face": REGULAR}, "địa danh"),
        ({"kind": 16.0}, "tên loại"),
        ({"about_rule": 0.2}, "trích yếu"),
        ({"first_number": "1"}, "trang 1 có số trang"),
        ({"second_number": "3"}, "số trang"),
        ({"recipients_face": BOLD}, "Nơi nhận"),
        ({"filing": 13.0}, "nơi nhận"),
        ({"office": 12.0}, "chức vụ"),
        ({"alone": True}, "một mình"),
    ],
)
def test_a_planted_fault_is_named(fault: dict[str, float | str], words: str) -> None:
    found = problems(Hand(replace(GOOD, **fault)).draw())  # type: ignore[arg-type]
    assert any(words in problem for problem in found), found
