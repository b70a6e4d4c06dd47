"""Whether all is well, asked at the desk: `gongjian doctor`, and `gongjian verify` for the record.

Both only read, and may be asked while the bot is at work.
"""

import argparse
import json
import sqlite3
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.clock import SystemClock, moment
from bot.desk import EX_DATAERR, complain, say
from bot.doctor import report
from bot.lock import is_held
from bot.settings import Settings
from locales import Words, message
from storage.chains import Head, read_head
from storage.health import is_current, revision_of
from storage.replaying import Fault, Finding
from storage.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

EX_LOOK = 1
"""Something needs a look."""
SHOWN = 50
ROW_SAYS = {
    Fault.ALTERED: message("{row}: another program has changed {columns}."),
    Fault.ADDED: message("{row}: another program has written it."),
    Fault.DELETED: message("{row}: another program has deleted it."),
}
"""Of a row as it stands now."""
MET_SAYS = {
    Fault.ALTERED: message("{row}: another program had changed {columns} before entry {first}."),
    Fault.ADDED: message("{row}: another program had written it before entry {first}."),
}
"""Of a row as Gongjian met it at an entry."""
RECORD_SAYS = {
    Fault.CHAIN: message(
        "Entry {first} does not follow from the one before it: one of the two was changed."
    ),
    Fault.ENTRY: message("Entry {first} ({row}) does not say what it said when it was written."),
    Fault.MISSING: message("Entries {first} to {last} are gone."),
    Fault.CUT: message("The record has been cut: entries {first} to {last} are gone."),
    Fault.BLANKED: message("Entry {first} was blanked, and nobody had asked for that."),
    Fault.HEAD: message(
        "The record has no such entry {first}: it was changed or cut after you noted that line, or"
        " an older backup was put back."
    ),
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Makes both known to the command line."""
    doctor = commands.add_parser("doctor", help="体检，运行中也可以 / whether all is well")
    doctor.set_defaults(does=_examine, beside=True)
    check = commands.add_parser(
        "verify", help="核对变更记录，运行中也可以 / whether anything was changed behind the bot"
    )
    check.add_argument("--head", type=_head, metavar="SEQ:HASH", help="以前记下的 / noted before")
    check.set_defaults(does=_verify, beside=True)


def _head(text: str) -> Head:
    head = read_head(text)
    if head is None:
        raise argparse.ArgumentTypeError("应为 编号:哈希 / it is written SEQ:HASH")
    return head


def _examine(settings: Settings, words: Words, _given: argparse.Namespace) -> int:
    lines, is_well = report(settings, words, moment(SystemClock()))
    print("\n".join(lines))
    return 0 if is_well else EX_LOOK


def _verify(settings: Settings, words: Words, given: argparse.Namespace) -> int:
    """Says what does not agree, or that all does, and where the record ends."""
    database, in_use = settings.database, is_held(settings.data)
    name = str(database)
    if not database.exists():
        complain(words.t("There is no database in {name} yet.", name=str(settings.data)))
        return EX_DATAERR
    try:
        if not is_current(revision_of(database, in_use=in_use)):
            complain(words.t("{name} is of another version: start the bot first.", name=name))
            return EX_DATAERR
        verdict = verify(database, given.head, in_use=in_use)
    except (OSError, sqlite3.Error, ValueError) as error:
        complain(words.t("{name} cannot be read: {why}", name=name, why=str(error)))
        return EX_DATAERR
    for one in verdict.findings[:SHOWN]:
        say(Markup("❌ ") + sentence(one, words))
    more = len(verdict.findings) - SHOWN
    if more > 0:
        say(words.t("… and {count} more.", count=more))
    if not verdict.findings:
        say(words.t("✅ The record of changes holds, and everything stands as it was noted."))
    if verdict.head is not None:
        say(
            words.n(
                "{count} entry; the record ends with: {head}",
                "{count} entries; the record ends with: {head}",
                verdict.head.seq,
                head=str(verdict.head),
            )
        )
        say(words.t("Keep that line elsewhere: with --head it shows later whether any was cut."))
    return EX_LOOK if verdict.findings else 0


def sentence(one: Finding, words: Words) -> Markup:
    """What is wrong, in one sentence."""
    row_says: Mapping[Fault, str] = MET_SAYS if one.first else ROW_SAYS
    said = RECORD_SAYS.get(one.fault) or row_says[one.fault]
    columns = ", ".join(one.columns)
    return words.t(said, row=_row(one), columns=columns, first=one.first, last=one.last)


def _row(one: Finding) -> str:
    """The table, and the row's key: `answers 12`."""
    try:
        key = json.loads(one.key)
    except ValueError:
        return f"{one.table} {one.key}"
    return " ".join((one.table, *map(str, key)))
