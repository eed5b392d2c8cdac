"""Whether a trainee passes, and why not: by grade, score and attendance, as each class asks.

A late arrival counts as present. A session counts once anybody's attendance is marked in it;
whoever has no mark there was not present. What the grade says is decided by people: it comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.catalogues import Entry, catalogue, shipped
from models.scores import show_score

PASSED, FAILED = "Đạt", "Không đạt"
NO_SCORE, NOT_MARKED = "Chưa có điểm", "Chưa điểm danh"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a class asks of its trainees.

    Attributes:
        share: least attendance in percent of the sessions held; nothing where none is asked.
        score: least score; nothing where none is asked.
    """

    share: int | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a trainee has to show.

    Attributes:
        grade: the word of the grade, or nothing.
        score: of 0 to 10, or nothing.
        present: sessions the trainee came to, late ones included.
        held: sessions held.
    """

    grade: str = ""
    score: float | None = None
    present: int = 0
    held: int = 0

    @property
    def share(self) -> int | None:
        """Attendance in whole percent; nothing before the first session is held."""
        return (200 * self.present + self.held) // (2 * self.held) if self.held else None


def outcome(asked: Asked, shown: Shown) -> tuple[str, str]:
    """Return passed, failed or nothing yet, and the reason where it is not passed."""
    grade = catalogue("grades").find(shown.grade) if shown.grade else None
    failure = _failure(asked, shown, grade)
    if failure:
        return FAILED, failure
    missing = _missing(asked, shown, graded=grade is not None)
    return ("", missing) if missing else (PASSED, "")


def _failure(asked: Asked, shown: Shown, grade: Entry | None) -> str:
    if grade is not None and grade.extra.get("passed") != "yes":
        return f"Xếp loại {grade.word}"
    if asked.score is not None and shown.score is not None and shown.score < asked.score:
        return f"Điểm {show_score(shown.score)} dưới {show_score(asked.score)}"
    if asked.share and shown.held and shown.present * 100 < asked.share * shown.held:
        return f"Chuyên cần {shown.share}% dưới {asked.share}%"
    return ""


def _missing(asked: Asked, shown: Shown, *, graded: bool) -> str:
    known = graded or shown.score is not None
    if not known and (asked.score is not None or not asked.share):
        return NO_SCORE
    return NOT_MARKED if asked.share and not shown.held else ""


def grade_of(score: float | None) -> str:
    """Return the grade that a score means by the catalogue's limits; nothing for no score."""
    if score is None:
        return ""
    limits = [
        (float(e.extra["least"]), e.word) for e in catalogue("grades") if e.extra.get("least")
    ]
    fitting = [(least, word) for least, word in limits if score >= least]
    return max(fitting)[1] if fitting else ""


def usual() -> Asked:
    """Return what classes usually ask, by the catalogue: the least of the grades that pass."""
    passing = catalogue("grades").having(passed="yes")
    scores = [float(e.extra["least"]) for e in passing if e.extra.get("least")]
    shares = [int(e.extra["share"]) for e in passing if e.extra.get("share")]
    return Asked(min(shares, default=None), min(scores, default=None))


def share_in_words(share: int | None, sessions: int | None) -> str:
    """Say what attendance is asked for: "từ 3/4 buổi", in percent while no session is planned."""
    if not share:
        return ""
    return (
        f"từ {-(-share * sessions // 100)}/{sessions} buổi" if sessions else f"từ {share}% số buổi"
    )


def present_marks() -> tuple[str, ...]:
    """Return the words for attendance that count as having come."""
    return tuple(entry.word for entry in shipped("attendance").having(counts="yes"))
