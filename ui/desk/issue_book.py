"""The issue book for the window: papers as they were given, handed over, void, given again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.issuing import reprints, runs
from models.registers.issued import ISSUED, ISSUED_PAPERS, RESERVED, VOID, IssuedPaper
from models.roles import Right
from models.store import contents
from models.store.session import may
from ui.desk.facts import facts
from ui.source import Block, Chip, Fact, Line, Tab, Warn
from ui.source.issue_book import (
    HAND_OVER,
    REISSUE,
    REPRINT,
    RUN,
    Again,
    Handing,
    PaperCard,
)
from ui.source.issue_book import VOID as VOID_IT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.registers.issued import PrintRun
    from ui.source.papers import Tell

CODE, WHY = "code", runs.REISSUE_WHY


class OfficeIssueBook:
    """Reads and writes the issue book of the open register."""

    def card(self, paper: int) -> PaperCard:
        """Return one paper with its kept sheet."""
        found = IssuedPaper.get_by_id(paper)
        run, sheet, _words = runs.printed_data(found)
        return PaperCard(
            paper,
            found.label,
            f"{found.book} số {found.label}",
            found.receiver,
            Chip(found.state),
            _told(found),
            (Block(facts=_known(found)), *snapshot(found)),
            contents.fetch(run.pdf_hash),
            sheet - 1,
            _acts(found),
        )

    def to_hand(self, papers: Sequence[int]) -> Handing:
        """Return those of some papers that wait to be taken, in the order of the book."""
        waits = (IssuedPaper.state == ISSUED) & IssuedPaper.handed_on.is_null()
        chosen = IssuedPaper.id.in_(list(papers)) & IssuedPaper.trashed_at.is_null()
        order = IssuedPaper.year, IssuedPaper.book, IssuedPaper.number
        found = list(IssuedPaper.select().where(waits & chosen).order_by(*order))
        if not found:
            raise UserError("Các giấy đã chọn đều đã trao, đã hủy hoặc chưa vào sổ.")
        lines = tuple(Line(one.receiver, one.unit, one.label) for one in found)
        return Handing(tuple(one.id for one in found), lines, len(papers) - len(found))

    def hand_over(self, papers: Sequence[int], to: str, day: str) -> str:
        """Note who took papers and when; can be undone."""
        on = IssuedPaper.handed_on.parse(day)
        if on is None:
            raise UserError("Chưa nhập ngày nhận. Nhập dd/mm/yyyy.", "handed_on")
        found = list(IssuedPaper.select().where(IssuedPaper.id.in_(list(papers))))
        runs.hand_over(found, to, on)
        what = f"giấy số {found[0].label}" if len(found) == 1 else f"{len(found)} giấy"
        who = to.strip() or (found[0].receiver if len(found) == 1 else "từng người có tên")
        return f"Đã ghi {who} nhận {what} ngày {on:%d/%m/%Y}."

    def void(self, paper: int, reason: str) -> str:
        """Declare a paper void; its number stays."""
        found = IssuedPaper.get_by_id(paper)
        runs.void(found, reason)
        return f"Đã hủy số {found.label}. Số vẫn ở trong sổ, không cấp lại cho giấy khác."

    def again(self, paper: int) -> Again:
        """Return what the draft of a paper that is given again begins with."""
        found = IssuedPaper.get_by_id(paper)
        run, _sheet, words = runs.printed_data(found)
        merit, decision = words.get("merit", ""), words.get("decision", "")
        return Again(paper, found.label, found.receiver, run.template, merit, decision)

    def further_pages(self, paper: int, tell: Tell) -> bytes:
        """Return a paper's sheet as it was drawn, marked as printed again."""
        from printing.certificate.issue import sheets_again
        from printing.certificate.sheets import render_certificates

        return render_certificates(sheets_again([IssuedPaper.get_by_id(paper)]), progress=tell)

    def leaving(self, paper: int, where: str) -> None:
        """Tell in the history that a paper's sheet goes to a printer or into a file."""
        runs.tell_further(IssuedPaper.get_by_id(paper), where)

    def note_reprint(self, paper: int) -> str:
        """Count a further sheet, printed or in a file."""
        found = IssuedPaper.get_by_id(paper)
        return reprints_words(reprints.note([found]))


def reprints_words(papers: Sequence[IssuedPaper]) -> str:
    """Tell of papers that were counted as printed again."""
    if len(papers) == 1:
        return f"Đã ghi giấy số {papers[0].label} in lại lần {papers[0].reprints}."
    return f"Đã ghi {len(papers)} giấy in lại."


def _known(paper: IssuedPaper) -> tuple[Fact, ...]:
    """Return what is known of a paper beside its number, which is its title."""
    in_title = {field.label for field in (IssuedPaper.book, IssuedPaper.year, IssuedPaper.number)}
    return tuple(fact for fact in facts(ISSUED_PAPERS, paper) if fact.label not in in_title)


def snapshot_tab(record: object) -> tuple[Tab, ...]:
    """Return what a paper of the book said when it was printed; nothing for other records."""
    if not isinstance(record, IssuedPaper):
        return ()
    return (Tab("snapshot", "Bản lưu", snapshot(record)),)


def snapshot(paper: IssuedPaper) -> tuple[Block, ...]:
    """Return the words of a paper's sheet and how it was drawn, as both were kept."""
    from printing.certificate.values import label_of_field

    run, sheet, words = runs.printed_data(paper)
    labels = {name: label_of_field(name) for name in words if name not in (CODE, WHY)}
    said = [
        Fact(f"{label[:1].upper()}{label[1:]}", words[name])
        for name, label in labels.items()
        if words[name]
    ]
    again = (Fact("Lý do cấp lại", words[WHY]),) if words.get(WHY) else ()
    link = "Xem giấy, in lại, cấp lại, hủy"
    return (
        Block("Chữ đã in trên giấy", tuple(said), link=link, opens="open"),
        Block("Đã in thế nào", (*_drawn(run, sheet), *again)),
    )


def _drawn(run: PrintRun, sheet: int) -> tuple[Fact, ...]:
    return (
        Fact("Mẫu giấy", f"{run.template}, bản {run.version}"),
        Fact("In trên", run.words_only or "Giấy trắng, in đủ khung"),
        Fact("Đợt in", run.name),
        Fact("Trang trong đợt in", str(sheet)),
    )


def _told(paper: IssuedPaper) -> Warn | None:
    """Say in one sentence what became of a paper, or what waits to be done with it."""
    if paper.state == VOID:
        day = f" ngày {paper.voided_on:%d/%m/%Y}" if paper.voided_on else ""
        return Warn(f"Đã hủy{day}", f"{paper.void_reason}.", "red", "cancel")
    if paper.state == RESERVED:
        words = "In ra giấy rồi cho biết tờ nào đúng, tờ nào hỏng."
        return Warn("Đang giữ chỗ, chưa vào sổ cấp", words, "blue", "printer-outline")
    if paper.handed_on is None:
        words = "Khi người nhận ký sổ, bấm Ghi đã trao."
        return Warn("Chưa trao giấy", words, "orange", "clock-outline")
    words = f"{paper.handed_to} nhận ngày {paper.handed_on:%d/%m/%Y}."
    return Warn("Đã trao giấy", words, "green", "check-circle")


def _acts(paper: IssuedPaper) -> frozenset[str]:
    if not may(Right.ISSUE) or paper.state == VOID:
        return frozenset()
    if paper.state == RESERVED:
        return frozenset({RUN})
    hand = {HAND_OVER} if paper.handed_on is None else set()
    return frozenset({REPRINT, REISSUE, VOID_IT, *hand})
