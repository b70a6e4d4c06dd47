"""The command line: `gongjian run`, and what the office does at its desk."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from pydantic import ValidationError
from telegram.constants import ChatID
from telegram.error import InvalidToken

from bot import desk, desk_record, memory
from bot.app import running
from bot.clock import SystemClock
from bot.desk_copies import EX_IOERR, back_up, command_for, look_into, put_back
from bot.lock import InUseError, held
from bot.logs import conceal, start_log
from bot.polling import SupersededError
from bot.settings import RunSettings, Settings, faults_of
from locales import LANGUAGES, Catalogues, Words, message, plain
from storage.availability import UnavailableError
from storage.restorations import finish, newest_good
from storage.upgrade import NewerDatabaseError, SpoiltDatabaseError

EX_TEMPFAIL = 75
EX_CONFIG = 78
"""sysexits.h: another program is at it; a setting is wrong."""


EXTRAS = "gongjian.commands"
"""Entry points of commands that need more than the bot itself, such as `drill`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0; 1: something needs a look; 65: the file that was given.

    74: the disk; 75: another program polls; 78: a setting. What it makes is for its owner alone.
    """
    os.umask(0o077)
    given = sys.argv[1:] if arguments is None else list(arguments)
    extras = {extra.name: extra for extra in entry_points(group=EXTRAS)}
    if given and given[0] in extras:
        sys.exit(_run_extra(extras[given[0]], given[1:]))
    start_log()
    sys.exit(_run(_parser(extras.values()).parse_args(given)))


def _run_extra(extra: EntryPoint, given: Sequence[str]) -> int:
    try:
        command = extra.load()
    except ModuleNotFoundError as missing:
        _say_in_both(
            message("gongjian {name} needs more: pip install 'gongjian[simulator]'."),
            name=f"{extra.name} ({missing.name})",
        )
        return EX_CONFIG
    code: int = command(given)
    return code


def _parser(extras: Iterable[EntryPoint]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gongjian", description="共建: an alliance's group bot")
    parser.set_defaults(talks=False, beside=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="启动机器人 / talk to Telegram until Ctrl-C")
    run.set_defaults(does=_run_bot, talks=True)
    imports = commands.add_parser("import", help="导入名册 / read a register from a file")
    imports.add_argument("what", choices=["organisations"])
    imports.add_argument("file", type=Path)
    imports.set_defaults(does=_import)
    staff = commands.add_parser("staff", help="工作人员 / who works at the street office")
    what = staff.add_subparsers(dest="what", required=True, metavar="add|list")
    add = what.add_parser("add", help="添加 / give the role")
    add.add_argument("id", type=_person, metavar="ID", help="Telegram 数字编号 / Telegram's number")
    add.set_defaults(does=_add_staff)
    what.add_parser("list", help="列出 / print who has it").set_defaults(does=_list_staff)
    _add_copies(commands)
    for extra in extras:
        commands.add_parser(extra.name, help=f"gongjian {extra.name} --help")
    return parser


def _add_copies(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser("backup", help="备份，运行中也可以 / also while the bot runs")
    backup.add_argument("file", type=Path, nargs="?", metavar="FILE")
    backup.set_defaults(does=_back_up, beside=True)
    desk_record.add(commands)
    restore = commands.add_parser("restore", help="从备份恢复 / put a backup back")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--check", action="store_true", help="只检查 / only say what it holds")
    restore.set_defaults(does=_restore)


def _person(text: str) -> int:
    """Bot API: a user's id has at most 52 bits. All anonymous administrators share one."""
    if not text.isdecimal() or not 0 < int(text) < 2**52 or int(text) == ChatID.ANONYMOUS_ADMIN:
        raise argparse.ArgumentTypeError("不是一个人的编号 / not the number of a person")
    return int(text)


def _run(arguments: argparse.Namespace) -> int:
    """The command's own exit code, unless it could not begin."""
    try:
        settings = RunSettings() if arguments.talks else Settings()
    except ValidationError as error:
        for fault in faults_of(error):
            _say_in_both(fault.sentence, name=fault.name, line=fault.line)
        return EX_CONFIG
    start_log(settings.log)
    if isinstance(settings, RunSettings):
        conceal(settings.token.get_secret_value().partition(":")[2])
    return _run_with(arguments, settings)


def _run_with(arguments: argparse.Namespace, settings: Settings) -> int:
    try:
        if arguments.beside or getattr(arguments, "check", False):
            return _do(arguments, settings)
        with held(settings.data):
            _prepare(settings)
            return _do(arguments, settings)
    except InUseError:
        _say_in_both(message("Gongjian is at work in {name}. Stop it first."), name=settings.data)
    except NewerDatabaseError:
        _say_in_both(
            message(
                "{name} was written by a newer Gongjian. Nothing was changed; update this one."
            ),
            name=settings.database,
        )
    except SpoiltDatabaseError:
        _say_spoilt(settings)
    except UnavailableError as error:
        _say_in_both(
            message("{name} cannot be read or written just now: {why}. Is the disk full?"),
            name=settings.database,
            why=error,
        )
        return EX_IOERR
    except InvalidToken:
        _say_in_both(
            message("{name}: Telegram does not know this token. Ask @BotFather for it again."),
            name="GONGJIAN_TOKEN",
        )
    except SupersededError:
        _say_in_both(
            message("Another Gongjian with {name} was at work before this one, so this one ends."),
            name="GONGJIAN_TOKEN",
        )
        return EX_TEMPFAIL
    return EX_CONFIG


def _do(arguments: argparse.Namespace, settings: Settings) -> int:
    code: int = arguments.does(settings, Catalogues(settings.language).words(None), arguments)
    return code


def _prepare(settings: Settings) -> None:
    """What comes before any command that has the data folder for itself."""
    if finish(settings.data.absolute()):
        _say_in_both(
            message("A restore in {name} had been cut off. It is finished now."), name=settings.data
        )


def _say_spoilt(settings: Settings) -> None:
    good = newest_good(settings.backups, settings.data)
    if good is None:
        _say_in_both(
            message(
                "{name} is damaged. Nothing was changed. There is no good backup in {folder}; if"
                " you have one elsewhere: gongjian restore FILE"
            ),
            name=settings.database,
            folder=settings.backups,
        )
    else:
        _say_in_both(
            message(
                "{name} is damaged. Nothing was changed. Your newest good backup comes back with:"
                " {command}"
            ),
            name=settings.database,
            command=command_for(good),
        )


def _run_bot(settings: Settings, _words: Words, _arguments: argparse.Namespace) -> int:
    if isinstance(settings, RunSettings):
        asyncio.run(_talk(settings))
    return 0


def _import(settings: Settings, words: Words, given: argparse.Namespace) -> int:
    return asyncio.run(desk.import_organisations(settings, words, given.file))


def _add_staff(settings: Settings, words: Words, given: argparse.Namespace) -> int:
    return asyncio.run(desk.add_staff(settings, words, given.id))


def _list_staff(settings: Settings, words: Words, _given: argparse.Namespace) -> int:
    return asyncio.run(desk.list_staff(settings, words))


def _back_up(settings: Settings, words: Words, given: argparse.Namespace) -> int:
    return back_up(settings, words, given.file)


def _restore(settings: Settings, words: Words, given: argparse.Namespace) -> int:
    does = look_into if given.check else put_back
    return does(settings, words, given.file)


async def _talk(settings: RunSettings) -> None:
    """Runs until SIGINT or SIGTERM, then finishes what is in hand within ten seconds."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with running(settings, SystemClock()) as bot:
        memory.settle()
        listening = bot.listening
        asked = asyncio.create_task(stop.wait())
        await asyncio.wait((asked, listening), return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
    if not listening.cancelled():
        listening.result()


def _say_in_both(sentence: str, **values: object) -> None:
    catalogues = Catalogues()
    said = {name: str(value) for name, value in values.items()}
    for language in LANGUAGES:
        print(plain(catalogues.words(language).t(sentence, **said)), file=sys.stderr)
