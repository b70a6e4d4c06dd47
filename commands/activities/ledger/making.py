"""Makes the files of a ledger, in a process of its own, of what the bot gathered for it."""

from pathlib import Path

from pydantic import BaseModel

from commands.activities.ledger import archives, books, names, records
from commands.activities.ledger.asked import BOOK, JSON, PHOTOS, TABLE, Asked
from commands.kit.works import Bench, CannotMakeError, Trouble
from locales import plain
from storage import ledgers
from storage.database import Store
from storage.ledgers import Ledger


class Gathered(BaseModel):
    """What the process gets."""

    form: str
    ledger: Ledger


async def gather(store: Store, asked: str) -> str:
    """Everything that stands in the ledger, as it is now."""
    wanted = Asked.model_validate_json(asked)
    found = await ledgers.ledger(store, wanted.wanted)
    return Gathered(form=wanted.form, ledger=found).model_dump_json()


def make(gathered: str, bench: Bench) -> tuple[Path, ...]:
    """The files."""
    told = Gathered.model_validate_json(gathered)
    ledger, words = told.ledger, bench.words
    if not ledger.entries:
        raise CannotMakeError(Trouble.NOTHING)
    bench.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    if told.form == PHOTOS:
        return archives.make(ledger, bench)
    what = plain(words.t("Ledger"))
    if told.form == BOOK:
        path = bench.folder / names.of_file(words, ledger, what, ".xlsx")
        books.write(path, ledger, bench)
        return (path,)
    forms = {TABLE: (".csv", records.as_csv), JSON: (".json", records.as_json)}
    suffix, as_text = forms[told.form]
    path = bench.folder / names.of_file(words, ledger, what, suffix)
    path.write_bytes(as_text(words, ledger))
    return (path,)
