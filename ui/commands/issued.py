"""Commands about issued papers: paper-key, verify-paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.issuing import seal
from models.issuing.verifying import NOT_A_SIGNATURE, examine
from models.store.folder import replace_file
from models.store.opening import the_office
from models.store.world import world
from ui.commands.access import register_of
from ui.commands.answer import Exit, complain, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from models.issuing.verifying import Finding


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    key = commands.add_parser("paper-key", parents=[common], help="xuất khóa kiểm tra giấy")
    key.add_argument("file", type=Path, nargs="?", metavar="OUT.txt")
    key.set_defaults(act=give_key)
    look = commands.add_parser("verify-paper", parents=[common], help="kiểm tra mã trên giấy")
    look.add_argument("code", metavar="TEXT", help="chữ quét được từ mã")
    look.add_argument("--name", default="", metavar="NAME", help="họ tên ghi trên giấy")
    look.add_argument("--key", type=Path, metavar="FILE", help="khóa của nơi cấp, nếu là nơi khác")
    look.set_defaults(act=verify)


def give_key(wanted: Namespace) -> int:
    """Write the public key that checks this register's papers."""
    with register_of(wanted, read_only=True):
        key = seal.public_key(the_office().name)
    if wanted.file:
        with world("ghi tệp khóa"):
            replace_file(wanted.file, f"{key}\n".encode())
    if wanted.json:
        give({"key": key, "file": str(wanted.file) if wanted.file else None})
    else:
        tell(f"Đã ghi khóa kiểm tra ra {wanted.file}." if wanted.file else key)
    return Exit.DONE


def verify(wanted: Namespace) -> int:
    """Hold a code against a name; another office's needs its key and no register."""
    if wanted.key:
        with world("đọc tệp khóa"):
            key = wanted.key.read_text(encoding="utf-8", errors="replace")
        found = examine(wanted.code, wanted.name, key)
    else:
        with register_of(wanted, read_only=True):
            found = examine(wanted.code, wanted.name)
    if wanted.json:
        give(_facts(found))
    elif found.good:
        tell(found.sentence)
        tell(NOT_A_SIGNATURE)
    if not found.good:
        complain(found.sentence)
    return Exit.DONE if found.good else Exit.USER


def _facts(found: Finding) -> dict[str, Any]:
    facts = found.facts
    return {
        "match": found.matches,
        "good": found.good,
        "book": facts.book,
        "number": facts.label,
        "issued_on": facts.issued_on.isoformat(),
        "name": found.name,
        "state": found.paper.state if found.paper else None,
        "sentence": found.sentence,
    }
