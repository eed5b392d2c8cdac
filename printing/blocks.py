"""The fixed blocks of an official paper: its head, its title and its signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from printing import styles
from printing.fonts import drawable
from printing.sketch import ASCENT, Column, Sketch, Word
from printing.styles import Paper
from printing.wrap import ruler

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
DOTS: Final = "…"


@dataclass(frozen=True)
class Head:
    """Who issues the paper, under which number, where and when; empty parts are left out.

    `agency` may hold several lines; `place_date` empty gives the head of minutes.
    """

    agency: str
    parent: str = ""
    number: str = ""
    about: str = ""
    place_date: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signs: office lines such as "KT. TRƯỞNG …" over "PHÓ TRƯỞNG …", rank and name."""

    office: str
    name: str = ""
    rank: str = ""
    note: str = ""
    place_date: str = ""

    @property
    def printed_name(self) -> str:
        """The name with the rank before it, as the armed forces sign."""
        return f"{self.rank} {self.name}".strip()


@dataclass(frozen=True)
class SignList:
    """The signatures under a paper from left to right, and who receives it (Nơi nhận)."""

    signers: tuple[Signer, ...]
    recipients: tuple[str, ...] = ()


def place_and_date(place: str, day: date | None, year: int | None = None) -> str:
    """The line of place and date; days under 10 and months 1 and 2 take a zero (decree)."""
    if day is None:
        of_year = str(year) if year else DOTS
        return f"{place or DOTS}, ngày {DOTS} tháng {DOTS} năm {of_year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place or DOTS}, ngày {day.day:02d} tháng {month} năm {day.year}"


def head_sketch(head: Head, paper: Paper) -> Sketch:
    """Lay out the two columns of the head, with their measured rules."""
    whole = paper.text_width
    nation = ruler(styles.NATION.face, styles.NATION.size).width(NATION)
    right_room = max(nation, whole * (1 - styles.LANDSCAPE_LEFT_SHARE) if paper.width > 250 else 0)
    left_room = whole - right_room - styles.HEAD_COLUMN_GAP
    sketch = Sketch()
    left = Column(sketch, left_room / 2, left_room)
    left.add(head.parent, styles.PARENT)
    left.add(head.agency, styles.AGENCY)
    left.rule(styles.AGENCY_RULE, styles.RULE_DROP)
    right = Column(sketch, whole - right_room / 2, right_room)
    right.add(NATION, styles.NATION)
    right.add(MOTTO, styles.MOTTO)
    right.rule(1.0, styles.RULE_DROP)
    left.y = right.y = max(left.y, right.y) + styles.NUMBER_GAP
    left.add(head.number, styles.NUMBER)
    if head.about:
        left.gap(styles.PARAGRAPH_GAP)
        left.add(head.about, styles.ABOUT_LETTER)
    right.add(head.place_date, styles.PLACE_DATE)
    return sketch


def title_sketch(
    paper: Paper, kind: str, about: str = "", subtitle: str = "", filter_words: str = ""
) -> Sketch:
    """Lay out tên loại, trích yếu with its rule, a line in brackets, the filter in words."""
    sketch = Sketch()
    column = Column(sketch, paper.text_width / 2, paper.text_width)
    column.add(kind, styles.KIND)
    column.add(about, styles.ABOUT)
    if about:
        column.rule(styles.AGENCY_RULE, styles.RULE_DROP)
    column.add(subtitle, styles.SUBTITLE)
    column.add(filter_words, styles.FILTER)
    return sketch


def sign_sketch(sign: SignList, paper: Paper) -> Sketch:
    """Lay out the signatures side by side and Nơi nhận, left of one signer or under several."""
    sketch = Sketch()
    beside = len(sign.signers) < 2
    count = 2 if beside else len(sign.signers)
    room = paper.text_width / count
    bottoms = []
    tops = []
    for place, signer in enumerate(sign.signers, start=count - len(sign.signers)):
        column = Column(sketch, room * (place + 0.5), room - 2 * styles.CELL_PAD_X)
        column.add(signer.place_date, styles.PLACE_DATE)
        tops.append(column)
        bottoms.append(signer)
    level = max((column.y for column in tops), default=0.0)
    for column, signer in zip(tops, bottoms, strict=True):
        column.y = level
        column.add(signer.office, styles.OFFICE)
        column.add(signer.note, styles.SIGN_NOTE)
    name_line = max((column.y for column in tops), default=0.0) + styles.SIGN_SPACE
    for column, signer in zip(tops, bottoms, strict=True):
        column.gap(name_line - column.y)
        column.add(signer.printed_name, styles.SIGNER)
    if sign.recipients:
        top = level if beside else sketch.height + styles.PARAGRAPH_GAP
        sketch.merge(recipients_sketch(sign.recipients, room), y=top)
    return sketch


def recipients_sketch(recipients: tuple[str, ...], room: float) -> Sketch:
    """Lay out "Nơi nhận:" and its list, one line each, wrapped under the dash."""
    sketch = Sketch()
    head, body = styles.RECIPIENTS_HEAD, styles.RECIPIENTS
    sketch.words.append(Word(0, ASCENT * head.size, "Nơi nhận:", head.face, head.size))
    y = head.line
    measure = ruler(body.face, body.size)
    for recipient in recipients:
        for line in measure.wrap(drawable(recipient), room - styles.HEAD_COLUMN_GAP):
            sketch.words.append(Word(0, y + ASCENT * body.size, line, body.face, body.size))
            y += body.line
    sketch.height = y
    return sketch
