"""The README's worked example, followed to the letter on a copy of the project."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from models.store.database import STEPS

ROOT = Path(__file__).parents[2]
STEP = re.compile(r"[^`]*after `([^`]+)`[^`]*(?:`[^`]+`[^`]*)?```python\n(.*?)```", re.DOTALL)
NEW_FILE = re.compile(
    r"`(models/store/migrations/steps/\w+\.py)`:\n\n```python\n(.*?)```", re.DOTALL
)


def chapter() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split("## Adding a field", 1)[1].split("\n## ", 1)[0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the program, with a register made before the field is there."""
    place = tmp_path / "program"
    place.mkdir()
    for room in ("models", "printing", "ui", "resources"):
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / room, place / room, ignore=skip)
    shutil.copy(ROOT / "main.py", place)
    run(place, "init", "--province", "Cà Mau", "--commune", "Hưng Hội", "--user", "an")
    return place


def run(place: Path, *words: str) -> str:
    settings = {
        **os.environ,
        "SOPHONGTRAO_PASSWORD": "mật khẩu thử",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "",
    }
    words = (sys.executable, "main.py", *words, "--data", str(place / "so"))
    done = subprocess.run(
        words,
        cwd=place,
        env=settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def follow_the_readme(place: Path) -> None:
    text = chapter()
    people = place / "models/registers/people.py"
    for anchor, code in STEP.findall(text):
        before = people.read_text(encoding="utf-8")
        assert before.count(anchor) == 1, anchor
        end = before.index("\n", before.index(anchor)) + 1
        people.write_text(before[:end] + code + before[end:], encoding="utf-8")
    ((name, code),) = NEW_FILE.findall(text)
    (place / name).write_text(code, encoding="utf-8")


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def test_the_example_is_the_next_step() -> None:
    ((name, _code),) = NEW_FILE.findall(chapter())
    last = max(step.name for step in STEPS.glob("[0-9]*.py"))
    assert int(Path(name).name[:4]) == int(last[:4]) + 1
    assert len(STEP.findall(chapter())) == 2


def test_three_places_make_a_field(project: Path, tmp_path: Path) -> None:
    follow_the_readme(project)
    rows = (("Họ và tên", "Năm sinh", "Nhóm máu"), ("Kim Thị Út", "1972", "AB"))
    source = workbook(tmp_path / "people.xlsx", *rows)
    run(project, "import", str(source), "--register", "people")

    listed = json.loads(run(project, "list", "people", "--where", "blood_group=AB", "--json"))
    assert [row["blood_group"] for row in listed["rows"]] == ["AB"]

    out = tmp_path / "out.xlsx"
    run(project, "export", "people", str(out))
    heads, *lines = load_workbook(out).active.values  # type: ignore[union-attr]
    assert [line[heads.index("Nhóm máu")] for line in lines] == ["AB"]
    again = json.loads(run(project, "import", str(out), "--register", "people", "--json"))
    assert (again["same"], again["rows"]) == (1, 1)
    assert json.loads(run(project, "check", "--json"))["whole"]
