"""Rank and post of a person who works with the register: a list, and words with a list below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.catalogues import catalogue
from ui.entrance.fields import Labelled
from ui.form.pick_field import PickField
from ui.source import Option

NO_RANK = "Chọn một cấp bậc trong danh sách, hoặc để trống."
LONGEST = 300
POLICE = "Công an"


def _options(name: str, body: str = "") -> list[Option]:
    entries = catalogue(name).entries
    return [Option(one.word, one.word) for one in entries if one.extra.get("body", "") == body]


class RankPost(QWidget):
    """`changed` on each key; `finished` on Enter in the second field."""

    changed = Signal()
    finished = Signal()

    def __init__(self, rank: str = "", post: str = "") -> None:
        super().__init__()
        self.rank = PickField(_options("police_ranks"))
        self.post = PickField(_options("posts", POLICE), free=True)
        self.rank.setText(rank)
        self.post.setText(post)
        self.post.setMaxLength(LONGEST)
        self.rank_box = Labelled("Cấp bậc", self.rank)
        self.post_box = Labelled("Chức vụ", self.post)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addStretch(1)
        row.setSpacing(16)
        row.addWidget(self.rank_box, 1)
        row.addWidget(self.post_box, 1)
        for field in (self.rank, self.post):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.rank.picked.connect(lambda _option: self.post.setFocus())
        self.rank.returnPressed.connect(self.post.setFocus)
        self.post.picked.connect(lambda _option: self.finished.emit())
        self.post.returnPressed.connect(self.finished)
        self.rank.textEdited.connect(lambda _text: self.rank_box.say())
        self.setFocusProxy(self.rank)

    def check(self) -> Labelled | None:
        """Say at the rank that it is none; that box, nothing where all is right."""
        wrong = bool(self.rank.text().strip()) and self.rank.chosen() is None
        self.rank_box.say(NO_RANK if wrong else "")
        return self.rank_box if wrong else None

    def answers(self) -> tuple[str, str]:
        """Rank and post; empty for nothing."""
        rank = self.rank.chosen()
        return rank.text if rank is not None else "", self.post.text().strip()
