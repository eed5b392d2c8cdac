"""Pixels of pages: whole, at true size, the same in strips as at once."""

from __future__ import annotations

from io import BytesIO

import pytest

from printing.page import new_canvas
from printing.raster import Raster
from printing.styles import LANDSCAPE, MM, PORTRAIT, Paper


def ruled(paper: Paper) -> bytes:
    """A page with black squares of 10 mm at known places."""
    target = BytesIO()
    canvas = new_canvas(target, paper, "Ô")
    canvas.rect(50 * MM, paper.height * MM - 110 * MM, 10 * MM, 10 * MM, stroke=0, fill=1)
    canvas.showPage()
    canvas.rect(0, 0, 1, 1, fill=1)
    canvas.save()
    return target.getvalue()


def dark_box(rows: list[bytes], depth: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is black, in pixels."""
    dark = [(y, x) for y, row in enumerate(rows) for x in range(0, len(row), depth) if row[x] < 128]
    columns = [x // depth for _, x in dark]
    return min(columns), dark[0][0], max(columns) + 1, dark[-1][0] + 1


@pytest.mark.parametrize(("grey", "depth"), [(True, 1), (False, 4)])
def test_a_page_comes_in_strips_at_its_true_size(
    grey: bool, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.raster.BAND_PIXELS", 60_000)
    with Raster(ruled(PORTRAIT)) as raster:
        assert raster.pages == 2
        bands = list(raster.bands(0, 96, grey=grey))
    assert len(bands) > 5
    assert [band.top for band in bands][1] == bands[0].height
    rows = [
        band.pixels[place * band.stride : place * band.stride + band.width * depth]
        for band in bands
        for place in range(band.height)
    ]
    assert (len(rows[0]) // depth, len(rows)) == (794, 1123)
    box = [pixels * 25.4 / 96 for pixels in dark_box(rows, depth)]
    assert box == pytest.approx([50, 100, 60, 110], abs=0.3)


def test_the_size_is_that_of_the_sheet() -> None:
    with Raster(ruled(LANDSCAPE)) as raster:
        width, height = raster.size(0)
    assert (width, height) == pytest.approx((297 * MM, 210 * MM), abs=0.01)


def test_a_thumbnail_is_drawn_larger_to_be_scaled_down() -> None:
    with Raster(ruled(PORTRAIT)) as raster:
        small = raster.thumbnail(0, 100)
    assert abs(small.width - 300) <= 1
    assert small.height == round(300 * 297 / 210)
    assert len(small.pixels) == small.stride * small.height
