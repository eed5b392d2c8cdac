"""The kept pages of the forms: every line of text with its place, compared within 3 points.

`python -m tests.printing.golden` writes them anew after a change that was meant and looked at.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import reportlab

from printing.catalogue import DOCUMENTS, Document, render
from printing.certificate.designs import shipped
from printing.certificate.sheets import CertificatePage, Sheet, render_certificates
from printing.certificate.values import sample_data
from tests.printing.pdf_marks import read_pages
from tests.printing.samples import FILLED

FOLDER = Path(__file__).parent.parent / "golden"
TOLERANCE = 3.0
SAMPLE_SHEET = Sheet(sample_data())
Marks = list[list[list[Any]]]


def marks(pdf: bytes) -> Marks:
    """Pages of [x, y, size, face, text], places in points from the lower left corner."""
    return [
        [
            [round(line.x0, 1), round(line.y, 1), line.size, line.face.partition("-")[2], line.text]
            for line in page.lines
        ]
        for page in read_pages(pdf)
    ]


def kept(name: str) -> Marks:
    """The kept marks of a page set such as "F01" or "F01-blank"."""
    marks: Marks = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return marks


@cache
def pages_of(document: Document[Any]) -> dict[str, bytes]:
    """The form filled with the samples, and empty; drawn once for all that is asked of it."""
    return {
        document.form: render(document.build(FILLED[document.form])),
        f"{document.form}-blank": render(document.build(document.blank())),
    }


def differences(now: Marks, then: Marks) -> list[str]:
    """What is another text, another face, or further away than the tolerance."""
    if [len(page) for page in now] != [len(page) for page in then]:
        counts = [len(page) for page in now], [len(page) for page in then]
        return [f"lines a page: {counts[0]}, kept {counts[1]}"]
    found = []
    for new, old in zip(chain(*now), chain(*then), strict=True):
        moved = max(abs(new[0] - old[0]), abs(new[1] - old[1]))
        if new[2:] != old[2:] or moved > TOLERANCE:
            found.append(f"{new}, kept {old}")
    return found


def library() -> str:
    """What the bytes depend on beside our own code."""
    return f"reportlab {reportlab.Version}, zlib {zlib.ZLIB_RUNTIME_VERSION}"


def kept_hashes() -> dict[str, dict[str, str]]:
    """SHA-256 of every page set by version of the library."""
    hashes: dict[str, dict[str, str]] = json.loads((FOLDER / "hashes.json").read_text("utf-8"))
    return hashes


def write_all() -> None:
    """Keep the pages as they print now, and the bytes with this version of the library."""
    hashes = {}
    for document in DOCUMENTS:
        for name, pdf in pages_of(document).items():
            lines = [
                "[" + ",\n  ".join(json.dumps(mark, ensure_ascii=False) for mark in page) + "]"
                for page in marks(pdf)
            ]
            (FOLDER / f"{name}.json").write_text("[" + ",\n".join(lines) + "]\n", "utf-8")
            hashes[name] = hashlib.sha256(pdf).hexdigest()
    _write_certificates()
    kept = json.dumps({library(): hashes}, indent=1)
    (FOLDER / "hashes.json").write_text(f"{kept}\n", "utf-8")


def _write_certificates() -> None:
    """Keep every shipped design filled with its samples."""
    kept = {
        design.name: marks(render_certificates([CertificatePage(design, (SAMPLE_SHEET,))]))
        for design in shipped()
    }
    text = json.dumps(kept, ensure_ascii=False, indent=0)
    (FOLDER / "certificates.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    write_all()
