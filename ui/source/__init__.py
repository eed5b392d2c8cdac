"""What the window asks of the registers: small protocols, so that no widget knows a database.

Everything handed over is ready to be shown: a page of a list is made of strings, a field brings
its own reading and writing.
"""

from __future__ import annotations

from ui.source.desk import Bundle, Desk, FilterFacts, Found, RegisterFacts
from ui.source.details import Block, Chip, Detail, DetailSource, Fact, Line, Tab, Warn
from ui.source.doubles import Choice, Comparison, DoubleSource
from ui.source.entry import NOTHING, Difference, FormSource, Loaded, Overtaken
from ui.source.forms import FieldFacts, NewRecord, Option, SectionFacts, Words
from ui.source.grids import GridFacts, GridRow, RowsTyped, cell_at, cell_place
from ui.source.keeping import Drafts, LeftUnsaved, MemoryDrafts, MemorySettings, Settings
from ui.source.lists import Align, CellKind, ColumnFacts, ListSource, LongList, Order, Query, Row
from ui.source.papers import PaperFacts, PaperSource, PaperWish
from ui.source.past import Deed, Edit, Past, ReadPast
from ui.source.settings import Entries, EntrySource, OfficeFacts

__all__ = [
    "NOTHING",
    "Align",
    "Block",
    "Bundle",
    "CellKind",
    "Chip",
    "Choice",
    "ColumnFacts",
    "Comparison",
    "Deed",
    "Desk",
    "Detail",
    "DetailSource",
    "Difference",
    "DoubleSource",
    "Drafts",
    "Edit",
    "Entries",
    "EntrySource",
    "Fact",
    "FieldFacts",
    "FilterFacts",
    "FormSource",
    "Found",
    "GridFacts",
    "GridRow",
    "LeftUnsaved",
    "Line",
    "ListSource",
    "Loaded",
    "LongList",
    "MemoryDrafts",
    "MemorySettings",
    "NewRecord",
    "OfficeFacts",
    "Option",
    "Order",
    "Overtaken",
    "PaperFacts",
    "PaperSource",
    "PaperWish",
    "Past",
    "Query",
    "ReadPast",
    "RegisterFacts",
    "Row",
    "RowsTyped",
    "SectionFacts",
    "Settings",
    "Tab",
    "Warn",
    "Words",
    "cell_at",
    "cell_place",
]
