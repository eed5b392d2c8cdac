"""Fields fall into rows of twelve columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from ui.form.flow import COLUMNS, GROWS, WIDTHS, rows
from ui.source import FieldFacts

fields = some.lists(
    some.builds(
        FieldFacts,
        name=some.text(max_size=3),
        label=some.just("x"),
        kind=some.sampled_from([*WIDTHS, "unheard of"]),
        width=some.integers(0, COLUMNS),
    )
)


@given(fields)
def test_nothing_is_lost_and_no_row_is_too_wide(given_fields: list[FieldFacts]) -> None:
    placed = rows(given_fields)
    assert [facts for row in placed for facts, _width in row] == given_fields
    for row in placed:
        total = sum(width for _facts, width in row)
        assert total <= COLUMNS
        if any(facts.kind in GROWS for facts, _width in row):
            assert total == COLUMNS


def test_the_pictures_form() -> None:
    widths = [6, 6, 3, 3, 2, 2, 2]
    placed = rows([FieldFacts(str(at), "", "text", width=wide) for at, wide in enumerate(widths)])
    assert [[width for _facts, width in row] for row in placed] == [[6, 6], [3, 3, 2, 2, 2]]
