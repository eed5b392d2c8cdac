"""Papers without a register: each page says which paper it is, and of whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from models.errors import UserError
from models.text import fold
from tests.ui.paper.drawn import LANDSCAPE, PORTRAIT, words_pdf
from ui.paper.pdf import PageSize
from ui.source import MemorySettings, Option, PaperFacts, PaperWish, Query

PAPERS = (
    PaperFacts("list", "Danh sách tổ", "format-list-numbered", "A4 ngang"),
    PaperFacts("F03", "Danh sách thành viên tổ", "account-group-outline", "A4 ngang", "tổ",
               dated=True),
    PaperFacts("F05", "Quyết định thành lập, kiện toàn tổ tự quản về an ninh, trật tự",
               each="tổ", running=True),
)  # fmt: skip
PAGES = {"list": 3, "F03": 2, "F05": 1}
TEAMS = tuple(Option(key, f"Tổ tự quản số {key}", "Ấp Sóc Đồn") for key in range(1, 9))


class FakePapers:
    """Notes what was asked for."""

    def __init__(self, done: list[str] | None = None) -> None:
        self.done: list[str] = [] if done is None else done
        self.offsets = MemorySettings()
        self.refuse: dict[str, Exception] = {}
        self.most_pages = 0

    def papers(self, register: str) -> Sequence[PaperFacts]:
        return PAPERS if register == "teams" else ()

    def pdf(self, wish: PaperWish, tell: Callable[[int, int, str], None]) -> bytes:
        if wish.document in self.refuse:
            raise self.refuse[wish.document]
        self.done.append(f"paper {wish.document} {list(wish.identities)}")
        count = self.most_pages or PAGES[wish.document]
        whose = "trong" if wish.blank else f"{len(wish.identities) or 'all'}"
        for page in range(count):
            tell(page, count, f"Trang {page + 1}/{count}")
        texts = [f"{wish.document} {whose} {wish.as_of or ''} {page + 1}" for page in range(count)]
        return words_pdf(*texts, size=PORTRAIT if wish.document == "F05" else LANDSCAPE)

    def word(self, wish: PaperWish) -> bytes:
        if len(wish.identities) > 1:
            raise UserError(f"Một tệp Word chỉ chứa một bản, đang chọn {len(wish.identities)}.")
        return f"docx {wish.document} {list(wish.identities)}".encode()

    def leaving(self, wish: PaperWish, where: str) -> None:
        if "leaving" in self.refuse:
            raise self.refuse["leaving"]
        self.done.append(f"leaving {wish.document} {list(wish.identities)} {where}")

    def sent(self, wish: PaperWish, pages: Collection[int]) -> str:
        self.done.append(f"sent {wish.document} {sorted(pages)}")
        return ""

    def choices(
        self,
        register: str,  # noqa: ARG002
        words: str,
        query: Query,  # noqa: ARG002
    ) -> Sequence[Option]:
        return [one for one in TEAMS if fold(words) in fold(one.text)]

    def calibration(self, printer: str, width: float, height: float) -> bytes:
        self.done.append(f"test {printer}")
        return words_pdf("test", size=PageSize(width, height))
