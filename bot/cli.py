"""The command line: `gongjian run`, and what the office does at its desk."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from pydantic import ValidationError
from telegram.constants import ChatID
from telegram.error import InvalidToken

from bot import desk
from bot.app import running
from bot.clock import SystemClock
from bot.lock import InUseError, held
from bot.logs import start_log
from bot.polling import SupersededError
from bot.settings import RunSettings, Settings, faults_of
from locales import LANGUAGES, Catalogues, message, plain
from storage.upgrade import NewerDatabaseError, SpoiltDatabaseError

EX_DATAERR = 65
EX_TEMPFAIL = 75
EX_CONFIG = 78
"""sysexits.h: the input was wrong; another program is at it; something is not set as it should."""


EXTRAS = "gongjian.commands"
"""Entry points of commands that need more than the bot itself, such as `drill`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0; 65: a wrong file; 75: another program polls; 78: a setting."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    extras = {extra.name: extra for extra in entry_points(group=EXTRAS)}
    if given and given[0] in extras:
        sys.exit(extras[given[0]].load()(given[1:]))
    start_log()
    sys.exit(_run(_parser(extras.values()).parse_args(given)))


def _parser(extras: Iterable[EntryPoint]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gongjian", description="共建: an alliance's group bot")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", help="启动机器人 / talk to Telegram until Ctrl-C")
    imports = commands.add_parser("import", help="导入名册 / read a register from a file")
    imports.add_argument("what", choices=["organisations"])
    imports.add_argument("file", type=Path)
    staff = commands.add_parser("staff", help="工作人员 / who works at the street office")
    what = staff.add_subparsers(dest="what", required=True, metavar="add|list")
    add = what.add_parser("add", help="添加 / give the role")
    add.add_argument("id", type=_person, metavar="ID", help="Telegram 数字编号 / Telegram's number")
    what.add_parser("list", help="列出 / print who has it")
    for extra in extras:
        commands.add_parser(extra.name, help=f"gongjian {extra.name} --help")
    return parser


def _person(text: str) -> int:
    """Bot API: a user's id has at most 52 bits. All anonymous administrators share one."""
    if not text.isdecimal() or not 0 < int(text) < 2**52 or int(text) == ChatID.ANONYMOUS_ADMIN:
        raise argparse.ArgumentTypeError("不是一个人的编号 / not the number of a person")
    return int(text)


def _run(arguments: argparse.Namespace) -> int:
    try:
        settings = RunSettings() if arguments.command == "run" else Settings()
    except ValidationError as error:
        for name, sentence in faults_of(error):
            _say_in_both(sentence, name=name)
        return EX_CONFIG
    try:
        with held(settings.data):
            return asyncio.run(_command(arguments, settings))
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
        _say_in_both(
            message("{name} is damaged. Nothing was changed; put a copy of it back."),
            name=settings.database,
        )
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


async def _command(arguments: argparse.Namespace, settings: Settings) -> int:
    words = Catalogues(settings.language).words(None)
    if isinstance(settings, RunSettings):
        await _talk(settings)
        return 0
    if arguments.command == "import":
        return await desk.import_organisations(settings, words, arguments.file)
    if arguments.what == "add":
        return await desk.add_staff(settings, words, arguments.id)
    return await desk.list_staff(settings, words)


async def _talk(settings: RunSettings) -> None:
    """Runs until SIGINT or SIGTERM, then finishes what is in hand within ten seconds."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with running(settings, SystemClock()) as listening:
        asked = asyncio.create_task(stop.wait())
        await asyncio.wait((asked, listening), return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
    if not listening.cancelled():
        listening.result()


def _say_in_both(sentence: str, name: object) -> None:
    catalogues = Catalogues()
    for language in LANGUAGES:
        print(plain(catalogues.words(language).t(sentence, name=str(name))), file=sys.stderr)
