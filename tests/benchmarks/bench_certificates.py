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
import zipfile
from dataclasses import replace
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
from printing.page import finished, new_canvas
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
    canvas = new_canvas(paper, "")
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
    finished(canvas)


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


def office_document(folder: Path, count: int) -> None:
    """Write a ready merged document: a page a sheet, the frame as a picture behind it, the code."""
    import pypdfium2
    import segno

    bare = replace(DESIGN, elements=())
    pdf = pypdfium2.PdfDocument(render_certificates([CertificatePage(bare, [Sheet({})])]))
    pdf[0].render(scale=200 / 72).to_pil().save(folder / "frame.png")
    names = ("issuer", "lead", "name", "who", "merit", "place_date", "office", "signer", "number")
    pages = []
    for number, sheet in enumerate(sheets(count)):
        code = segno.make(sheet.code, error="m", mask=2, micro=False)
        code.save(str(folder / f"{number}.png"), scale=4)
        words = "".join(
            f'<text:p text:style-name="C">{sheet.data[name]}</text:p>' for name in names
        )
        pages.append(
            f'<text:p text:style-name="B">{_image("frame", "29.7cm", "21cm", "G")}</text:p>'
            f"{words}<text:p>{_image(str(number), '2.3cm', '2.3cm', 'Q')}</text:p>"
        )
    with zipfile.ZipFile(folder / "all.odt", "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr("META-INF/manifest.xml", MANIFEST.format(_entries(folder)))
        out.writestr("content.xml", CONTENT.replace("PAGES", "".join(pages)))
        out.writestr("styles.xml", STYLES)
        for picture in folder.glob("*.png"):
            out.write(picture, f"Pictures/{picture.name}")


def _entries(folder: Path) -> str:
    return "".join(
        f'<manifest:file-entry manifest:full-path="Pictures/{picture.name}"'
        ' manifest:media-type="image/png"/>'
        for picture in folder.glob("*.png")
    )


def _image(name: str, width: str, height: str, style: str) -> str:
    return (
        f'<draw:frame draw:style-name="{style}" text:anchor-type="paragraph" svg:width="{width}"'
        f' svg:height="{height}"><draw:image xlink:href="Pictures/{name}.png"'
        ' xlink:type="simple"/></draw:frame>'
    )


SPACES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("style", "style"), ("text", "text"),
                        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
                        ("svg", "svg-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MANIFEST = (
    f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "{}</manifest:manifest>"
)
STYLES = (
    f'{HEAD}<office:document-styles{SPACES} office:version="1.2"><office:automatic-styles>'
    '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="29.7cm"'
    ' fo:page-height="21cm" fo:margin="1cm"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/>'
    "</office:master-styles></office:document-styles>"
)
CONTENT = (
    f'{HEAD}<office:document-content{SPACES} office:version="1.2"><office:automatic-styles>'
    '<style:style style:name="C" style:family="paragraph">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<style:style style:name="B" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="G" style:family="graphic"><style:graphic-properties'
    ' style:wrap="run-through" style:run-through="background" style:horizontal-pos="from-left"'
    ' style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"/>'
    '</style:style><style:style style:name="Q" style:family="graphic"/>'
    "</office:automatic-styles><office:body><office:text>PAGES</office:text></office:body>"
    "</office:document-content>"
)


def office_seconds(count: int) -> tuple[float, float]:
    """How long LibreOffice takes from a ready merged document to a PDF: processor, wall."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office_document(folder, count)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "all.odt"]
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
            f"LibreOffice: {office:.2f} s of processor ({office_wall:.2f} s), "
            f"{office / cpu:.1f} x ours"
        )


if __name__ == "__main__":
    main()
