"""The rules of the stylesheet, a part for each family of widgets.

Variants are dynamic properties: ``t`` a text role, ``c`` a colour of text, ``k`` a kind of
button or surface, ``e`` an error, ``w`` a warning.
"""

from __future__ import annotations

TEXT = """
* { outline: 0; }
QToolTip { background: $text; color: $surface; border: 0; padding: 5px 8px; font-size: $px(12); }
QLabel { background: transparent; font-size: $px(13); color: $text; }
QLabel[t="figure"] { font-size: $px(28); font-weight: 600; }
QLabel[t="title"] { font-size: $px(20); font-weight: 600; }
QLabel[t="heading"] { font-size: $px(16); font-weight: 600; }
QLabel[t="strong"] { font-size: $px(14); font-weight: 600; }
QLabel[t="value"] { font-size: $px(14); font-weight: 500; }
QLabel[t="body"] { font-size: $px(14); }
QLabel[t="medium"] { font-size: $px(13); font-weight: 500; }
QLabel[t="caption"] { font-size: $px(12); }
QLabel[t="key"] { font-family: "DejaVu Sans Mono", "Consolas", "Liberation Mono", monospace;
  font-size: $px(18); font-weight: 600; }
QLabel[t="header"] { font-size: $px(12); font-weight: 600; color: $text2; }
QLabel[c="text2"] { color: $text2; }
QLabel[c="text3"] { color: $text3; }
QLabel[c="accent"] { color: $accent_text; }
QLabel[c="red"] { color: $red_text; }
QLabel[c="orange"] { color: $orange_text; }
QLabel[c="green"] { color: $green_text; }
QLabel[c="blue"] { color: $blue_text; }
QLabel[c="gold"] { color: $gold_text; }
"""

SURFACES = """
QWidget#page, QStackedWidget#pages { background: $bg; }
QWidget[k="surface"] { background: $surface; }
QWidget[k="sunken"] { background: $sunken; }
QWidget[k="nav"] { background: $nav; }
QFrame[k="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[k="well"] { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame[k="popup"] { background: $raised; border: 1px solid $line2; border-radius: 8px; }
QFrame[k="dialog"] { background: $raised; border: 1px solid $line2; border-radius: 10px; }
QFrame[k="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[k="upright"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }
QFrame[k="green"] { background: $green_tint; border: 1px solid $green_line; border-radius: 8px; }
QFrame[k="blue"] { background: $blue_tint; border: 1px solid $blue_line; border-radius: 8px; }
QFrame[k="orange"] { background: $orange_tint; border: 1px solid $orange_line; border-radius: 8px; }
QFrame[k="red"] { background: $red_tint; border: 1px solid $red_line; border-radius: 8px; }
QFrame[k="gold"] { background: $gold_tint; border: 1px solid $gold_line; border-radius: 8px; }
QFrame[k="errors"] { background: $red_tint; border: 0; border-top: 1px solid $red_line;
  border-bottom: 1px solid $red_line; }
QFrame[k="strip red"] { background: $red_tint; border: 0; border-top: 1px solid $red_line; }
QFrame[k="strip orange"] { background: $orange_tint; border: 0;
  border-top: 1px solid $orange_line; }
QFrame[k="keys"] { background: $sunken; border: 0; border-top: 1px solid $line; }
QFrame[k="head"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[k="foot"] { background: $surface; border: 0; border-top: 1px solid $line; }
QScrollArea { background: transparent; border: 0; }
QScrollArea[k="read"] { border: 2px solid transparent; }
QScrollArea[k="read"]:focus { border-color: $focus; }
QScrollArea > QWidget > QWidget#body { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $edge; }
"""

BUTTONS = """
QPushButton, QToolButton { font-size: $px(13); font-weight: 500; color: $text;
  background: $surface; border: 1px solid $line2; border-radius: 6px; min-height: $px(32);
  padding: 0 13px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $sel; }
QPushButton:disabled, QToolButton:disabled { color: $text3; background: $sunken;
  border-color: $line; }
QPushButton[k="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; padding: 0 15px; }
QPushButton[k="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[k="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[k="primary"]:disabled { background: $sunken; color: $text3; border-color: $line; }
QPushButton[h="big"] { font-size: $px(14); min-height: $px(38); }
QPushButton[k="danger"] { color: $red_text; border-color: $red_line; }
QPushButton[k="danger"]:hover { background: $red_tint; }
QPushButton[k="danger"]:disabled { background: $sunken; color: $text3; border-color: $line; }
QPushButton[k="link"] { color: $accent_text; background: transparent; border: 1px solid transparent;
  padding: 0 4px; }
QPushButton[k="link"]:hover { background: $hover; }
QPushButton[k="line"] { color: $accent_text; background: transparent; border: 0; padding: 0 2px;
  min-height: $px(26); font-weight: 400; text-decoration: underline; }
QPushButton[k="line"]:hover { background: $hover; }
QPushButton[k="plain"], QToolButton[k="plain"] { background: transparent;
  border: 1px solid transparent; color: $text2; padding: 0 8px; }
QPushButton[k="plain"]:hover, QToolButton[k="plain"]:hover { background: $hover; }
QPushButton[k="icon"], QToolButton[k="icon"] { background: transparent;
  border: 1px solid transparent; padding: 0; min-width: $px(32); max-width: $px(32); }
QPushButton[k="icon"]:hover, QToolButton[k="icon"]:hover { background: $hover; }
QPushButton[k="inner"] { background: transparent; border: 0; padding: 0; min-height: $px(24);
  min-width: $px(24); border-radius: 4px; }
QPushButton[k="inner"]:hover { background: $hover; }
QPushButton[k="error"] { color: $red_text; background: transparent; border: 0; padding: 0 2px;
  min-height: $px(26); text-decoration: underline; }
QPushButton[k="dense"] { min-height: $px(26); padding: 0 10px; }
QPushButton[k="chip"] { border-radius: $px(14); min-height: $px(26); padding: 0 11px; }
QPushButton[k="chip on"] { border-radius: $px(14); min-height: $px(26); padding: 0 11px; }
QPushButton[k="chip"]:checked, QPushButton[k="chip on"] { background: $tint; color: $accent_text;
  border-color: $accent_text; }
QPushButton[k="chip link"] { color: $accent_text; background: transparent;
  border: 1px solid transparent; padding: 0 6px; min-height: $px(26); border-radius: $px(14); }
QPushButton[k="chip link"]:hover { background: $hover; }
QPushButton[k="segment"] { border-radius: 0; font-weight: 500; color: $text2; padding: 0 12px; }
QPushButton[k="segment"]:checked { background: $tint; color: $accent_text;
  border-color: $accent_text; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
"""

INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { font-size: $px(14);
  color: $text; background: $surface; border: 1px solid $edge; border-radius: 6px;
  placeholder-text-color: $text3; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $px(32); padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 7px 8px; }
QLineEdit[w="1"], QComboBox[w="1"], QAbstractSpinBox[w="1"] { border: 2px solid $orange_fill;
  padding: 0 8px; min-height: $px(30); }
QPlainTextEdit[w="1"], QTextEdit[w="1"] { border: 2px solid $orange_fill; padding: 6px 7px; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { border: 2px solid $focus;
  padding: 0 8px; min-height: $px(30); }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 6px 7px; }
QLineEdit[e="1"], QComboBox[e="1"], QAbstractSpinBox[e="1"] { border: 2px solid $red_fill;
  padding: 0 8px; min-height: $px(30); }
QPlainTextEdit[e="1"], QTextEdit[e="1"] { border: 2px solid $red_fill; padding: 6px 7px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $sunken; border-color: $line2; color: $text2; }
QLineEdit[k="bare"], QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0;
  background: transparent; min-height: 0; border-radius: 0; }
QLineEdit[k="find"], QLineEdit[k="find"]:focus { border: 0; background: transparent;
  font-size: $px(16); padding: 0; min-height: $px(54); }
QLineEdit[k="cell"] { border: 2px solid $focus; border-radius: 0; padding: 0 7px; min-height: 0;
  font-size: $px(13); }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: $img(down); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 22px; border: 0;
  border-left: 1px solid $line2; background: transparent; }
QAbstractSpinBox::up-arrow { image: $img(up); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: $img(down); width: 10px; height: 10px; }
QCheckBox, QRadioButton { font-size: $px(13); color: $text; spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: $px(16); height: $px(16);
  border: 1px solid $edge; background: $surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $px(9); width: $px(17); height: $px(17); }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: $img(tick); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent;
  image: $img(dash); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: $img(dot); }
"""

LISTS = """
QTableView, QListView, QTreeView { background: $surface; border: 0; color: $text;
  font-size: $px(13); selection-background-color: $sel; selection-color: $text; }
QAbstractItemView[k="popup"] { background: $raised; border: 1px solid $line2; border-radius: 6px;
  padding: 4px; }
QListView[k="find"] { background: $raised; }
QListView[k="ringed"] { border: 2px solid transparent; }
QListView[k="ringed"]:focus { border-color: $focus; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; padding: 4px;
  selection-background-color: $sel; selection-color: $text; }
QAbstractItemView[k="popup"]::item, QComboBox QAbstractItemView::item { min-height: $px(30);
  padding: 0 8px; border-radius: 4px; color: $text; }
QAbstractItemView[k="popup"]::item:selected, QComboBox QAbstractItemView::item:selected {
  background: $sel; color: $text; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; border: 0; border-bottom: 1px solid $line2; }
QTableCornerButton::section { background: $sunken; border: 0; border-right: 1px solid $line;
  border-bottom: 1px solid $line2; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $raised; border: 1px solid $line2; padding: 4px; font-size: $px(13); }
QMenu::item { color: $text; padding: 0 28px 0 12px; min-height: $px(30); border-radius: 4px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $line; border: 0; border-radius: 4px; max-height: 8px;
  min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
  selection-color: $on_accent; }
"""

TABS = """
QTabBar { background: transparent; font-size: $px(13); font-weight: 500; }
QTabBar::tab { color: $text2; background: transparent; border: 0;
  border-bottom: 2px solid transparent; padding: 0 7px; min-height: $px(38); margin: 0 1px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent_text; }
QTabBar QToolButton { background: $surface; border: 0; border-radius: 0; padding: 0; }
QTabBar QToolButton::left-arrow { image: $img(left); width: 12px; height: 12px; }
QTabBar QToolButton::right-arrow { image: $img(right); width: 12px; height: 12px; }
QTabBar::scroller { width: 40px; }
QTabBar::tab:focus { border-bottom-color: $focus; }
"""

TOAST = """
QFrame[k="toast"] { background: $text; border: 0; border-radius: 8px; min-height: $px(34); }
QLabel[c="toast"] { color: $surface; }
QPushButton[k="toast"] { background: transparent; border: 1px solid transparent;
  color: $inverse(green_text); padding: 0 6px; min-height: $px(26); }
QPushButton[k="toast"]:hover { border-color: $inverse(green_text); }
"""

PARTS = (TEXT, SURFACES, BUTTONS, INPUTS, LISTS, TABS, TOAST)
