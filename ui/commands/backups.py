"""Commands about copies of the register: backup, verify, restore."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import UserError, World, WorldError
from models.exchange.package import write_package
from models.store.backup import comparing, restoring, unlocking
from models.store.backup.container import read_manifest
from models.store.backup.keeping import back_up
from models.store.backup.making import megabytes
from models.store.backup.permission import by_password, by_sheet
from models.store.backup.proving import prove
from models.store.drives import sticks
from models.store.lock import RegisterLock
from models.store.vault import Vault
from models.store.world import world
from ui.commands.access import folder_of, password_of, register_of
from ui.commands.answer import Exit, complain, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from models.store.backup.comparing import Here
    from models.store.backup.container import Manifest
    from models.store.backup.permission import Entrant
    from models.store.folder import RegisterFolder


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    copy = commands.add_parser("backup", parents=[common], help="sao lưu sổ, đọc lại và kiểm tra")
    copy.add_argument("target", type=Path, metavar="DEST", help="USB hoặc thư mục")
    copy.add_argument("--keep", type=int, metavar="N", help="chỉ giữ N bản mới nhất ở đó")
    copy.set_defaults(act=make)
    look = commands.add_parser("verify", parents=[common], help="kiểm tra một bản sao lưu")
    look.add_argument("file", type=Path, metavar="FILE")
    look.set_defaults(act=verify)
    back = commands.add_parser("restore", parents=[common], help="phục hồi từ bản sao lưu")
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--lose", metavar="N", help="số bản ghi sẽ mất, để xác nhận")
    sheet = "tệp chứa mã trên phiếu khôi phục; mật khẩu khi đó là mật khẩu mới"
    back.add_argument("--recovery-file", type=Path, metavar="FILE", help=sheet)
    back.set_defaults(act=restore)
    pack = commands.add_parser("package", parents=[common], help="mọi sổ trong một tệp Excel")
    pack.add_argument("file", type=Path, metavar="FILE.xlsx")
    own = "tệp chứa mật khẩu của gói (không có thì hỏi)"
    pack.add_argument("--package-password-file", type=Path, metavar="FILE", help=own)
    pack.set_defaults(act=package)


def make(wanted: Namespace) -> int:
    """Back up while others work; the log is written where no other window has the register."""
    if wanted.keep is not None and wanted.keep < 1:
        raise UserError(f"Số bản cần giữ phải từ 1: {wanted.keep}.", "keep", str(wanted.keep))
    folder = folder_of(wanted)
    with register_of(wanted, read_only=_is_taken(folder)):
        vault = Vault.open(folder, repair=False)
        target = sticks.target_at(wanted.target, vault.register)
        kept = back_up(folder, target, keep=wanted.keep)
    copy = kept.copy
    if wanted.json:
        facts = {"file": str(copy.path), "size": copy.size, "verified": True}
        give({**facts, **_facts(copy.manifest), "removed": list(kept.removed)})
        return Exit.DONE
    tell(
        f"Đã sao lưu và kiểm tra xong: {copy.path} ({copy.manifest.records} bản ghi, "
        f"{megabytes(copy.size)} MB)."
    )
    if kept.removed:
        tell(f"Đã bỏ {len(kept.removed)} bản cũ: {', '.join(kept.removed)}.")
    if sticks.is_beside(target.folder, folder):
        complain("Bản này nằm cùng ổ đĩa với sổ: hỏng ổ là mất cả hai. Sao lưu thêm ra USB.")
    return Exit.DONE


def verify(wanted: Namespace) -> int:
    """Read a copy whole from its drive and open it; whole or not is told by the exit code."""
    read_manifest(wanted.file)
    key = unlocking.unlock(wanted.file, wanted.user or "", password_of(wanted), folder_of(wanted))
    manifest = prove(wanted.file, key)
    if wanted.json:
        give({"file": str(wanted.file), "whole": True, **_facts(manifest)})
        return Exit.DONE
    tell(f"Bản sao lưu nguyên vẹn: {wanted.file}.")
    tell(_sentence(manifest))
    return Exit.DONE


def restore(wanted: Namespace) -> int:
    """Put a copy in the place of the register; what is lost must be named first."""
    folder, manifest = folder_of(wanted), read_manifest(wanted.file)
    entrant = _entrant(wanted, folder, manifest)
    here = comparing.look(folder, wanted.file, manifest, entrant.data_key)
    _confirm(wanted, manifest, here)
    kept = restoring.restore(folder, wanted.file, entrant)
    if wanted.json:
        before = str(kept) if kept.exists() else None
        give({"folder": str(folder.path), "kept": before, **_facts(manifest)})
        return Exit.DONE
    tell(f"Đã phục hồi vào {folder.path}.")
    tell(_sentence(manifest))
    if kept.exists():
        tell(f"Sổ cũ còn giữ ở {kept}.")
    return Exit.DONE


def package(wanted: Namespace) -> int:
    """Write all registers as one workbook with a password, for the day without this program."""
    if wanted.file.suffix.lower() != ".xlsx":
        raise UserError(f"Tệp của gói cần đuôi .xlsx, đang là “{wanted.file.name}”.")
    password = _package_password(wanted)
    with register_of(wanted, read_only=True):
        records = write_package(wanted.file, password)
    if wanted.json:
        give({"file": str(wanted.file), "records": records})
    else:
        tell(f"Đã lưu {records} bản ghi vào {wanted.file}. Mở bằng Excel, cần mật khẩu của gói.")
    return Exit.DONE


def _package_password(wanted: Namespace) -> str:
    if wanted.package_password_file:
        with world("đọc tệp mật khẩu"):
            return Path(wanted.package_password_file).read_text(encoding="utf-8").rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UserError("Chưa có mật khẩu của gói. Dùng --package-password-file TỆP.", "password")
    return getpass.getpass("Mật khẩu của gói: ")


def _is_taken(folder: RegisterFolder) -> bool:
    """Say whether a window works in the register now."""
    if not folder.exists():
        return False
    try:
        with RegisterLock(folder):
            return False
    except WorldError as error:
        return error.kind in (World.IN_USE, World.READ_ONLY)


def _entrant(wanted: Namespace, folder: RegisterFolder, manifest: Manifest) -> Entrant:
    if not wanted.recovery_file:
        return by_password(wanted.file, wanted.user or "", password_of(wanted), folder)
    with world("đọc tệp mã khôi phục"):
        text = Path(wanted.recovery_file).read_text(encoding="utf-8").strip()
    users = unlocking.vault_of(wanted.file, manifest).users()
    unlocking.unlock_with_recovery(wanted.file, text)
    user = wanted.user or (users[0] if len(users) == 1 else "")
    if not user:
        raise UserError(f"Sổ có nhiều người dùng: {', '.join(users)}. Thêm --user TÊN.", "user")
    return by_sheet(wanted.file, user, text, password_of(wanted))


def _confirm(wanted: Namespace, manifest: Manifest, here: Here | None) -> None:
    """Ask for the digits of what is lost.

    Raises:
        UserError: they were not given, or are others.
    """
    if here is None or not here.lost:
        return
    what = f"{here.lost} bản ghi" if here.readable else f"sổ {here.lost} KB không đọc được"
    given = wanted.lose
    if given is None and sys.stdin.isatty():
        tell(_sentence(manifest))
        tell(f"Phục hồi sẽ thay sổ trên máy; sẽ mất {what}. Gõ số {here.lost} để phục hồi:")
        given = sys.stdin.readline()
    if given is None or str(given).strip() != str(here.lost):
        raise UserError(
            f"Phục hồi sẽ thay sổ trên máy; sẽ mất {what}. Sổ chưa đổi. "
            f"Nếu đồng ý, chạy lại với --lose {here.lost}.",
            "lose",
            given,
        )


def _facts(manifest: Manifest) -> dict[str, Any]:
    return {
        "office": manifest.office,
        "made_at": manifest.made_at,
        "schema": manifest.schema,
        "records": manifest.records,
        "counts": manifest.live,
        "sha256": manifest.sha256,
    }


def _sentence(manifest: Manifest) -> str:
    return (
        f"{manifest.office}, sao lưu lúc {manifest.made.astimezone():%H:%M ngày %d/%m/%Y}: "
        f"{manifest.records} bản ghi."
    )
