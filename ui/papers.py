"""Papers asked for by the window: made off its thread, with progress, then shown or stored."""

from __future__ import annotations

from collections.abc import Callable

from ui.ask import PDF, Asker
from ui.notify import Notifier
from ui.pages.wishes import Wish
from ui.source import Desk, RegisterFacts
from ui.tasks import Runner
from ui.widgets.progress import ProgressPanel

Show = Callable[[bytes, str, str], object]


class Papers:
    """Makes the pages of a document and hands them to whoever shows them."""

    def __init__(
        self, desk: Desk, runner: Runner, notifier: Notifier, progress: ProgressPanel, asker: Asker
    ) -> None:
        self._desk, self._runner, self._notifier = desk, runner, notifier
        self._progress, self._asker = progress, asker

    def make(self, facts: RegisterFacts, wish: Wish, show: Show) -> None:
        """Make a document of a register; the first one it has when none is named."""
        prints = dict(facts.prints)
        document = wish.detail or next(iter(prints), "")
        if not document:
            return
        title = prints.get(document, document)
        task = self._runner.run(
            lambda tell: self._desk.paper(facts.name, document, wish.query, wish.identities, tell),
            lambda pdf: show(pdf, title, facts.title),
            self._notifier.failed,
        )
        self._progress.follow(task, "Đang lập trang in…")

    def store(self, pdf: bytes, name: str) -> None:
        """Ask where, and write the pages there."""
        path = self._asker.save_file("Lưu thành PDF", name, PDF)
        if path is None:
            return
        self._runner.run(
            lambda _progress: path.write_bytes(pdf),
            lambda _size: self._notifier.say(f"Đã lưu {path.name}."),
            self._notifier.failed,
        )
