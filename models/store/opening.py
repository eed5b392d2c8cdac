"""Making a register and opening it: lock, keys, file, schema, user, in the one right order."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import catalogues, units
from models.errors import UserError, World, WorldError
from models.registers.office import Office, Signer
from models.registers.users import User
from models.registers.words import use_office_words
from models.roles import Role
from models.store import (
    accounts,
    clock_check,
    journal,
    migrations,
    pending,
    reserve,
    safety,
    sweeping,
)
from models.store.backup import set_aside
from models.store.change import change
from models.store.database import (
    close_database,
    create_database,
    open_database,
    refuse_mixed,
)
from models.store.lock import RegisterLock
from models.store.passing_days import catch_up
from models.store.session import set_user
from models.store.vault import Vault
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.store.folder import RegisterFolder
    from models.store.recovery_key import RecoveryKey


@dataclass(frozen=True, slots=True)
class NewRegister:
    """What a register is made for.

    Attributes:
        province: name of the province as typed, old names told.
        commune: name of the xã, phường or đặc khu as typed.
        user: name of the first person.
        password: theirs.
        area_kind: what its residential units are called, where that was said.
        place: as it stands on papers before the date; the commune's name where nothing was said.
        rank: of the first person; empty where not said.
        post: theirs; who signs papers by it stands among the signers from the beginning.
    """

    province: str
    commune: str
    user: str
    password: str
    area_kind: str = ""
    place: str = ""
    rank: str = ""
    post: str = ""


def create(folder: RegisterFolder, wanted: NewRegister) -> RecoveryKey:
    """Make a register; the key returned is for the recovery sheet, shown once.

    Raises:
        UserError: unknown commune, missing name or password, or a register is there already.
        WorldError: the disk failed; nothing is left behind.
    """
    office = office_of(wanted.province, wanted.commune)
    office.area_kind = wanted.area_kind
    office.place = wanted.place.strip() or office.place
    if not wanted.password:
        raise UserError("Chưa nhập mật khẩu.", "password")
    with world("lập sổ"):
        folder.create()
    with RegisterLock(folder):
        vault, key = Vault.create(folder, wanted.user, wanted.password)
        try:
            create_database(folder.database, key.data_key)
            migrations.upgrade()
            set_user(vault.users()[0])
            with change(f"Lập sổ {office.name}", kind="event") as work:
                work.save(office)
                first = User(
                    name=vault.users()[0], role=Role.ADMIN, rank=wanted.rank, post=wanted.post
                )
                work.save(first)
                for signer in _signers(office, first):
                    work.save(signer)
        except BaseException:
            close_database()
            for part in (folder.database, folder.keys, folder.keys_copy):
                part.unlink(missing_ok=True)
            raise
        close_database()
    return key


def _signers(office: Office, first: User) -> list[Signer]:
    """Return the first person as one who signs, where their post does so."""
    entry = catalogues.catalogue("posts").find(first.post)
    signs = entry.extra.get("signs", "") if entry is not None else ""
    if not signs:
        return []
    acting = signs == "deputy"
    facts = {"full_name": first.name, "rank": first.rank, "post": first.post}
    return [Signer(office=office, acting=acting, **facts)]


class OpenRegister:
    """A register somebody works in, until closed; use `open_register` to get one."""

    def __init__(self, lock: RegisterLock) -> None:
        self._lock = lock

    def lock(self) -> None:
        """Close it because whoever works goes away, told in the history; a full disk is no hold."""
        with suppress(WorldError):
            journal.tell(journal.Act.LOCK, "Khóa sổ")
        self.close()

    def close(self) -> None:
        """Close the file whole and let others in; closing twice does nothing."""
        sweeping.sweep_owed()
        close_database()
        self._lock.release()
        set_user("")
        clock_check.forget()
        catalogues.use({})


def open_register(
    folder: RegisterFolder, user: str, password: Callable[[], str], *, read_only: bool = False
) -> OpenRegister:
    """Open a register.

    Args:
        folder: the register.
        user: who works.
        password: asked for only once the register is found and free.
        read_only: lists, prints and checks run beside an open window; they take no lock.

    Raises:
        AccessError: wrong password, or somebody who was ended.
        WorldError: missing, locked, damaged, foreign or newer file; an older one for reading only.
    """
    lock = RegisterLock(folder)
    if not read_only:
        _acquire(lock, folder)
    opened_now = OpenRegister(lock)
    try:
        _finish_restoring(folder, read_only=read_only)
        vault = Vault.open(folder, repair=not read_only)
        key = vault.unlock(user, password())
        if not read_only:
            refuse_mixed(folder.database, key)
        open_database(folder.database, key, read_only=read_only)
        if not read_only:
            safety.upgrade(folder)
            with world("mở sổ"):
                catch_up()
                accounts.take_up(vault)
            reserve.hold(folder.path)
            set_aside.thin(folder)
        elif migrations.pending():
            raise WorldError(
                "Sổ do bản phần mềm cũ hơn lập. Mở sổ bằng cửa sổ một lần để nâng cấp.", World.OTHER
            )
        _let_in(vault, vault.name_of(user), read_only=read_only)
    except BaseException as error:
        opened_now.close()
        reserve.give_back(folder.path, error)
        raise
    use_office_words()
    return opened_now


@contextmanager
def opened(
    folder: RegisterFolder, user: str, password: Callable[[], str], *, read_only: bool = False
) -> Iterator[None]:
    """Open a register for the enclosed work and close it whole; arguments as `open_register`."""
    register = open_register(folder, user, password, read_only=read_only)
    try:
        yield
    finally:
        register.close()


def _let_in(vault: Vault, name: str, *, read_only: bool) -> None:
    """Say who works from now on; those who open the register for work, or guessed, are told of."""
    accounts.admit(vault, name)
    failures = vault.attempts.failures()
    if failures or not read_only:
        wrong = f", sau {failures} lần sai mật khẩu" if failures else ""
        journal.tell(journal.Act.LOGIN, f"Mở sổ{wrong}")
    vault.attempts.passed()


def _acquire(lock: RegisterLock, folder: RegisterFolder) -> None:
    try:
        lock.acquire()
    except WorldError as error:
        reserve.give_back(folder.path, error)
        raise


def _finish_restoring(folder: RegisterFolder, *, read_only: bool) -> None:
    """Go on where a blackout came while a restored register took its place."""
    if not folder.is_half_restored():
        return
    if read_only:
        raise WorldError(
            "Sổ đang phục hồi dở. Mở sổ bằng cửa sổ một lần, phần mềm làm nốt.", World.IN_USE
        )
    with world("phục hồi sổ"):
        pending.finish(folder)


def office_of(province: str, commune: str) -> Office:
    """Return the office of a commune with its letterhead lines, not stored yet.

    Raises:
        UserError: no such province or commune; near names are told.
    """
    in_province = units.find_province(province).unit
    unit = units.find_commune(in_province, commune, loose=True).unit
    parent_line, agency_line = units.police_lines(in_province, unit)
    return Office(
        name=units.police_name(unit),
        province_code=in_province.code,
        province=in_province.full_name,
        commune_code=unit.code,
        commune=unit.full_name,
        parent_line=parent_line,
        agency_line=agency_line,
        place=unit.place_name,
        symbol=unit.symbol,
    )


def the_office() -> Office:
    """Return the office of the open register.

    Raises:
        WorldError: the register has none, so it is damaged.
    """
    office = Office.get_or_none()
    if office is None:
        raise WorldError("Sổ thiếu thông tin đơn vị. Phục hồi từ bản sao lưu gần nhất.")
    return office
