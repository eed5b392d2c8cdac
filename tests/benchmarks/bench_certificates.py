"""Certificates against a bare canvas loop that draws the same marks, and against LibreOffice.

    python -m tests.benchmarks.bench_certificates [--office]

Every figure is the best of fresh processes run in turn in this one run; compare the ratios. The
bare loop draws the same ornament as a form, the same strings in the same places, and the same code.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from printing.certificate.code import draw_code
from printing.certificate.designs import shipped
from printing.certificate.faces import FACES, faces_ready
from printing.certificate.fitting import filled, fitted
from printing.certificate.ornament import Ornament
from printing.certificate.sheets import CertificatePage, Sheet, render_certificates
from printing.certificate.template import Code, Line, Text
from printing.certificate.values import sample_data
from printing.page import new_canvas
from printing.styles import MM, Paper
from tests.benchmarks.bench_printing import FAMILY, GIVEN, ROOT

DESIGN: Final = next(one for one in shipped() if "lễ hội" in one.name)
ALPHABET: Final = "0123456789BCFGHJKLMNPQRSTVXZ-./:"
SHEETS: Final = 1000


def sheets(count: int) -> list[Sheet]:
    """Made-up certificates, the same ones every time."""
    pick = random.Random(1)
    return [
        Sheet(
            sample_data()
            | {
                "name": f"{pick.choice(FAMILY)} {pick.choice(GIVEN)} {pick.choice(GIVEN)}",
                "number": f"{number:03d}/2026",
            },
            "".join(pick.choices(ALPHABET, k=117)),
        )
        for number in range(1, count + 1)
    ]


Marks = list[tuple[list[tuple[Any, ...]], str]]


def marks(all_sheets: list[Sheet]) -> Marks:
    """Every string with its place and look, and the code, of each sheet, made before the clock."""
    faces_ready()
    high, found = DESIGN.height * MM, []
    for sheet in all_sheets:
        words: list[tuple[Any, ...]] = []
        for one in DESIGN.elements:
            if not isinstance(one, Text) or not (text := filled(one, sheet.data)):
                continue
            y = high - one.y * MM
            set_words = fitted(one, text)
            for line, width in set_words.lines:
                share = {"left": 0.0, "centre": 0.5, "right": 1.0}[one.anchor]
                look = (FACES[one.face], set_words.size, DESIGN.colour(one.colour))
                edge = (DESIGN.colour(one.outline), one.edge) if one.outline else None
                words.append((one.x * MM - width * share, y, line, look, one.spacing, edge))
                y -= set_words.size * one.leading
        found.append((words, sheet.code))
    return found


def bare_loop(pages: Marks) -> None:
    """Draw the marks with the library's own calls, string by string."""
    from reportlab.lib.colors import HexColor

    paper = Paper(DESIGN.width, DESIGN.height, 0, 0, 0, 0)
    canvas = new_canvas(BytesIO(), paper, "")
    canvas.beginForm("Frame", 0, 0, *paper.size)
    canvas.scale(MM, MM)
    Ornament(canvas, DESIGN).draw()
    canvas.endForm()
    line = next(one for one in DESIGN.elements if isinstance(one, Line))
    place = next(one for one in DESIGN.elements if isinstance(one, Code))
    size, bottom = place.size * MM, (DESIGN.height - place.y - place.size) * MM
    for words, code in pages:
        canvas.doForm("Frame")
        for x, y, text, (face, points, colour), spacing, edge in words:
            canvas.setFont(face, points)
            if edge is not None:
                canvas.setStrokeColor(HexColor(edge[0]))
                canvas.setLineWidth(edge[1])
                canvas.drawString(x, y, text, mode=1, charSpace=spacing)
            canvas.setFillColor(HexColor(colour))
            canvas.drawString(x, y, text, mode=0, charSpace=spacing)
        y = (DESIGN.height - line.y) * MM
        canvas.line((line.x - line.width / 2) * MM, y, (line.x + line.width / 2) * MM, y)
        draw_code(canvas, code, place.x * MM, bottom, size)
        canvas.showPage()
    canvas.save()


def measure(kind: str, count: int) -> None:
    """Run one case in this process: seconds, then megabytes of memory it added."""
    work = sheets(count)
    render_certificates([CertificatePage(DESIGN, work[:2])])
    pages = marks(work) if kind == "bare" else []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, begun = time.process_time(), time.perf_counter()
    if kind == "bare":
        bare_loop(pages)
        size = 0
    else:
        size = len(render_certificates([CertificatePage(DESIGN, work)]))
    seconds, wall = time.process_time() - start, time.perf_counter() - begun
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(seconds, wall, added, size / 1e6)


def in_turn(kinds: tuple[str, ...], count: int, times: int = 3) -> dict[str, list[float]]:
    """The least of every figure of every case but memory, of which the most counts."""
    found: dict[str, list[float]] = {}
    for kind in kinds * times:
        command = [sys.executable, "-m", "tests.benchmarks.bench_certificates", "--case", kind]
        done = subprocess.run(
            [*command, str(count)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        cpu, wall, memory, size = map(float, done.stdout.split())
        best = found.get(kind, [cpu, wall, memory, size])
        found[kind] = [min(best[0], cpu), min(best[1], wall), max(best[2], memory), size]
    return found


def office_seconds(count: int) -> tuple[float, float]:
    """How long LibreOffice takes from a ready document of the same words: processor, wall.

    A page of paragraphs a sheet, without frame and code, which are its dearest parts.
    """
    page = "".join(
        f'<text:p text:style-name="C">{line}</text:p>'
        for line in ("{issuer}", "GIẤY CHỨNG NHẬN", "{lead}", "{name}", "{who}", "{merit}",
                     "{place_date}", "{office}", "{signer}", "Số vào sổ: {number}")
    )  # fmt: skip
    body = '<text:p text:style-name="B"/>'.join(page.format(**one.data) for one in sheets(count))
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">'
        '<office:automatic-styles><style:style style:name="C" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
        '<style:style style:name="B" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
        "</office:automatic-styles><office:body><office:text>"
        f"{body}</office:text></office:body></office:document>"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "all.fodt").write_text(document, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "all.fodt"]
        times: list[tuple[float, float]] = []
        for _ in range(2):
            spent = resource.getrusage(resource.RUSAGE_CHILDREN)
            begun = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
            times.append((cpu, time.perf_counter() - begun))
        return min(times)


def main() -> None:
    """Print the table of ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", nargs=2)
    parser.add_argument("--office", action="store_true")
    given = parser.parse_args()
    if given.case:
        measure(given.case[0], int(given.case[1]))
        return
    found = in_turn(("engine", "bare"), SHEETS)
    (cpu, wall, memory, size), bare = found["engine"], found["bare"]
    print(
        f"{SHEETS} certificates: {cpu:.2f} s of processor ({wall:.2f} s), +{memory:.0f} MB, "
        f"{size:.1f} MB of PDF; bare loop {bare[0]:.2f} s (ratio {cpu / bare[0]:.2f})"
    )
    if given.office:
        office, office_wall = office_seconds(SHEETS)
        print(
            f"LibreOffice, words alone: {office:.2f} s of processor ({office_wall:.2f} s), "
            f"{office / cpu:.1f} x ours"
        )


if __name__ == "__main__":
    main()
