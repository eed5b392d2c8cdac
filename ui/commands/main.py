"""The command line: reads the words, runs one command, turns failures into sentences and codes."""

from __future__ import annotations

import logging
import os
import sys
from argparse import SUPPRESS, ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.commands import backups, demo, erasing, exchange, issued, keeping, lists, papers, users
from ui.commands.answer import Exit, complain

if TYPE_CHECKING:
    from argparse import Namespace

ROOMS = (keeping, demo, exchange, lists, papers, backups, issued, users, erasing)
STOPPED = "Đã dừng. Chưa có gì thay đổi."
UNFORESEEN = "Phần mềm gặp lỗi chưa lường trước. Dữ liệu vẫn an toàn, như trước khi chạy lệnh."
CODES = {UserError: Exit.USER, WorldError: Exit.WORLD, AccessError: Exit.ACCESS}


def run(words: list[str]) -> int:
    """Run one command and return its exit code.

    Args:
        words: the command line without the program's name.
    """
    try:
        wanted = _parser().parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    return _act(wanted)


def _act(wanted: Namespace) -> int:
    try:
        code = int(wanted.act(wanted))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_reader_go()
        return Exit.DONE
    except (UserError, WorldError, AccessError) as error:
        complain(error.message)
        return next(code for kind, code in CODES.items() if isinstance(error, kind))
    except (Cancelled, KeyboardInterrupt):
        complain(STOPPED)
        return Exit.USER
    except Exception:
        logging.getLogger(__name__).exception("unforeseen")
        complain(UNFORESEEN)
        return Exit.BUG
    return code


def _let_reader_go() -> None:
    """Send the rest nowhere: whoever read the output (`head`, a pager) has seen enough."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class _Parser(ArgumentParser):
    """Says in Vietnamese what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"Lệnh chưa đúng: {message}\n")


def _parser() -> ArgumentParser:
    parser = _Parser(prog="main.py", description="Sổ Phong Trào", parents=[_common(default=None)])
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    after = _common(default=SUPPRESS)
    for room in ROOMS:
        room.add_to(commands, after)
    return parser


def _common(*, default: str | None) -> ArgumentParser:
    """Return the options every command has; they may stand before its name or after."""
    common = ArgumentParser(add_help=False, argument_default=default)
    common.add_argument("--data", type=Path, metavar="DIR", help="thư mục của sổ")
    common.add_argument("--password-file", type=Path, metavar="FILE", help="tệp chứa mật khẩu")
    common.add_argument("--user", metavar="NAME", help="tên người dùng")
    json = "một đối tượng JSON ra stdout"
    common.add_argument("--json", action="store_true", default=default or False, help=json)
    return common
