"""Does what the settings page wishes: opens forms, keeps, takes out of use, offers the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.form.page import FormPage
from ui.places import SETTINGS
from ui.sentences import UNSAVED
from ui.settings.page import SettingsPage
from ui.shell import FORM_HINTS, Shell
from ui.source import EntrySource, OfficeFacts

TITLE = "Thiết lập"
Topic = tuple[str, str, QWidget]
"""Heading, hint and content of a topic."""


class Configuring(QObject):
    """The settings as a place of the window."""

    def __init__(
        self, shell: Shell, office: OfficeFacts, more: Callable[[], Sequence[Topic]]
    ) -> None:
        """``more`` makes further topics, which stand below, when the page is first gone to."""
        super().__init__(shell)
        self._shell, self.office, self._more = shell, office, more
        self.page: SettingsPage | None = None
        self._forms: dict[str, FormPage] = {}
        shell.places.add(SETTINGS, "cog-outline", TITLE, self._make)
        shell.renewed.connect(self._renew)

    def _make(self) -> QWidget:
        means, notifier = self._shell.means, self._shell.notifier
        page = self.page = SettingsPage(self.office, means.settings, means.runner)
        page.looks.changed.connect(lambda words, back: notifier.offer(words, "Hoàn tác", back))
        page.office.kept.connect(self._kept)
        for part in (page.office, page.signers, page.words):
            part.failed.connect(notifier.failed)
        page.signers.edited.connect(lambda key: self.edit(self.office.signers, key or None))
        page.signers.ended.connect(lambda key: self.end(self.office.signers, key))
        page.words.edited.connect(lambda source, key: self.edit(source, key or None))
        page.words.ended.connect(self.end)
        page.words.areas.connect(lambda: self._shell.open_register("areas"))
        for title, hint, content in self._more():
            page.topics.add(title, hint, content)
        return page

    def _kept(self, words: str) -> None:
        self._shell.notifier.undoable(words, self._shell.changes.undo)

    def _renew(self) -> None:
        shell, office = self._shell, self.office.office
        shell.means.runner.run(
            lambda _progress: office.load(None).title,
            shell.bar.masthead.show_office,
            shell.notifier.failed,
        )
        if self.page is not None and self.page.isVisible():
            self.page.read()

    def edit(self, source: EntrySource, identity: int | None) -> FormPage:
        """Open the form of an entry, or of a new one, in place of the page."""
        shell = self._shell
        form = self._forms.get(source.name)
        if form is None:
            form = self._forms[source.name] = self._form(source)
        shell.keys.say("")
        shell.pages.show_page(form)
        form.begin(identity, f"Thêm {source.noun}" if identity is None else "")
        shell.keys.show_keys(form.acts.hints(FORM_HINTS))
        return form

    def _form(self, source: EntrySource) -> FormPage:
        shell, runner = self._shell, self._shell.means.runner
        form = FormPage(source.name, source.title, source.form, runner, shell.desk.drafts)

        def saved(_identity: int, then_add: bool) -> None:
            self._kept(f"Đã lưu {form.body.record_title()}.")
            self._forget_forms()
            if then_add:
                self.edit(source, None)
            else:
                shell.places.open(SETTINGS)

        def left(kept: bool) -> None:
            shell.places.open(SETTINGS)
            if kept:
                again = partial(self.edit, source, form.identity)
                shell.notifier.offer(UNSAVED, "Sửa tiếp", again, pending=True)

        form.saved.connect(saved)
        form.left.connect(left)
        form.failed.connect(shell.notifier.failed)
        form.told.connect(shell.keys.say)
        return form

    def _forget_forms(self) -> None:
        """The words that fields choose from are others: forms are made anew, those in use apart."""
        forms, pages = self._shell.forms, self._shell.pages
        for name, form in list(forms.items()):
            if not form.dirty and form is not pages.currentWidget():
                pages.removeWidget(form)
                forms.pop(name).deleteLater()

    def end(self, source: EntrySource, identity: int) -> None:
        """Take an entry out of use."""
        self._shell.means.runner.run(
            lambda _progress: source.end(identity), self._ended, self._shell.notifier.failed
        )

    def _ended(self, words: str) -> None:
        self._forget_forms()
        self._kept(words)
