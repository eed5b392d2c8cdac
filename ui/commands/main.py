"""The command line: reads the words, runs one command, turns failures into sentences and codes."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.commands import demo, exchange, keeping, lists, papers
from ui.commands.answer import Exit, complain


def run(words: list[str]) -> int:
    """Run one command and return its exit code.

    Args:
        words: the command line without the program's name.
    """
    try:
        wanted = _parser().parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(wanted.act(wanted))
    except UserError as error:
        complain(error.message)
        return Exit.USER
    except WorldError as error:
        complain(error.message)
        return Exit.WORLD
    except AccessError as error:
        complain(error.message)
        return Exit.ACCESS
    except (Cancelled, KeyboardInterrupt):
        complain("Đã dừng. Chưa có gì thay đổi.")
        return Exit.USER
    except Exception:
        logging.getLogger(__name__).exception("unforeseen")
        complain("Phần mềm gặp lỗi chưa lường trước. Dữ liệu vẫn an toàn, như trước khi chạy lệnh.")
        return Exit.BUG


def _parser() -> ArgumentParser:
    common = ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", help="thư mục của sổ")
    common.add_argument("--password-file", type=Path, metavar="FILE", help="tệp chứa mật khẩu")
    common.add_argument("--user", metavar="NAME", help="tên người dùng")
    common.add_argument("--json", action="store_true", help="một đối tượng JSON ra stdout")
    parser = ArgumentParser(prog="main.py", description="Sổ Phong Trào")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    for room in (keeping, demo, exchange, lists, papers):
        room.add_to(commands, common)
    return parser
