"""What is said of a ledger: how far it is, why not, and in which other forms there is one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from commands.activities.ledger import names
from commands.activities.ledger.asked import BOOK, FORMS, JSON, PHOTOS, TABLE
from commands.activities.ledger.names import Scope
from commands.activities.looking import facts
from commands.kit import Button, Post, Row, button, in_rows, pack, private_link
from commands.kit.works import Trouble
from locales import Words
from storage.exports import FAILED, MADE, MAKING, Export, File
from storage.organisations import Organisation

LEDGER = "activities.ledger"
"""The kind of the export, and of the message that says how far it is."""
AS, OF = "activities.ledger_as", "activities.ledger_of"
CELLS = 10
NAMES = 6


def progress(words: Words, export: Export, form: str, scope: Scope) -> Post:
    """The one message: it waits, is being made, is made, or cannot be made."""
    title = names.title(words, scope)
    if export.state == MADE:
        lines = [_made(words, form, title), *_parts(words, export)]
        return Post(facts.LINE.join(lines), _forms(words, export, form))
    if export.state == FAILED:
        again = button(words.t("Try again"), pack(AS, export.id, FORMS.index(form)))
        text = words.t("⚠️ {title}: {why}", title=title, why=_why(words, export.fault))
        return Post(text, () if export.fault == Trouble.NOTHING else ((again,),))
    if export.state == MAKING:
        return Post(_under_way(words, export, title))
    if export.ahead:
        return Post(
            words.n(
                "⏳ {title}: waits, {count} before it",
                "⏳ {title}: waits, {count} before it",
                export.ahead,
                title=title,
            )
        )
    return Post(words.t("⏳ {title}: begins at once", title=title))


def caption(words: Words, file: File) -> Markup:
    """Below a file: what it is called, and which of how many."""
    if file.count == 1:
        return words.t("📎 {name}", name=file.name)
    return words.t("📎 {place} of {count}", place=file.place, count=file.count)


def expired(words: Words) -> Post:
    """For a file that could not be sent for a day."""
    return Post(
        words.t(
            "This file waited for more than a day and was deleted. Please press the button below"
            " the ledger once more, or type <code>/export activities</code>."
        )
    )


def outdated(words: Words) -> Post:
    """For a file that had to wait, while somebody hid a photo."""
    return Post(
        words.t(
            "A photo was hidden while this file waited, so I did not send it. Please press the"
            " button below the ledger once more, or type <code>/export activities</code>."
        )
    )


def offers(words: Words, today: date, *, is_private: bool) -> tuple[Button, ...]:
    """Last month's and this year's; from a group the buttons lead to the private chat."""
    last = today.replace(day=1) - timedelta(1)
    spans = ((last.year, last.month, f"{last:%Y-%m}"), (today.year, 0, f"{today:%Y}年"))
    return tuple(
        button(_offer(words, year, month), pack(OF, year, month))
        if is_private
        else private_link(_offer(words, year, month), "export", f"activities {typed}")
        for year, month, typed in spans
    )


def unknown(words: Words, said: str) -> Markup:
    return words.t(
        "No organisation has “{words}” in its name. For example:"
        " <code>/export activities 2016-08</code>; /orgs shows the names.",
        words=facts.name(said),
    )


def which(words: Words, candidates: Sequence[Organisation]) -> Markup:
    """Several may be meant."""
    known = [facts.name(one.short_name) for one in candidates[:NAMES]]
    return words.t(
        "Whose ledger? Please write the name as well, for example"
        " <code>/export activities {name}</code>. There are: {names}",
        name=known[0],
        names=words.list(known),
    )


def not_yours(words: Words) -> Markup:
    return words.t(
        "You can take along the ledger of your own organisation; that of others, and of all, staff"
        " of the street office can."
    )


def start_first(words: Words) -> Markup:
    return words.t("Please open our private chat and press Start first.")


def under_way(words: Words) -> Markup:
    return words.t("It is being made; it comes into our private chat.")


def gone(words: Words) -> Markup:
    return words.t("I do not know this ledger any more. Type /export activities.")


def _offer(words: Words, year: int, month: int) -> Markup:
    return words.t("📊 Activities of {days}", days=facts.month_of(words, year, month))


def _made(words: Words, form: str, title: str) -> Markup:
    sentences = {
        BOOK: words.t("📊 <b>{title}</b>, as Excel, ready to be printed", title=title),
        PHOTOS: words.t("🖼 <b>{title}</b>, its photos, without place and device", title=title),
        TABLE: words.t("🧾 <b>{title}</b>, as CSV", title=title),
        JSON: words.t("🧩 <b>{title}</b>, as JSON", title=title),
    }
    return sentences[form]


def _parts(words: Words, export: Export) -> Iterator[Markup]:
    if len(export.files) > 1:
        yield words.t(
            "Telegram takes files of up to 50 MB from me, so they come in {count} parts; each can"
            " be opened alone.",
            count=len(export.files),
        )


def _forms(words: Words, export: Export, form: str) -> tuple[Row, ...]:
    labels = {
        BOOK: words.t("Excel"),
        PHOTOS: words.t("Photos (zip)"),
        TABLE: words.t("CSV"),
        JSON: words.t("JSON"),
    }
    others = [one for one in FORMS if one != form]
    keys = [button(labels[one], pack(AS, export.id, FORMS.index(one))) for one in others]
    return in_rows(keys, 3)


def _under_way(words: Words, export: Export, title: str) -> Markup:
    if not export.total:
        return words.t("⏳ {title}: being made", title=title)
    full = export.done * CELLS // export.total
    return words.t(
        "⏳ {title}: being made\n{bar} {done}/{total}",
        title=title,
        bar="▓" * full + "░" * (CELLS - full),
        done=export.done,
        total=export.total,
    )


def _why(words: Words, fault: str) -> Markup:
    reasons = {
        Trouble.NOTHING: words.t(
            "there is nothing to put into it. /activities shows what is on record."
        ),
        Trouble.NO_ROOM: words.t(
            "the disk of the computer on which I run has too little room. Please tell whoever looks"
            " after it, or choose a month or an organisation."
        ),
        Trouble.TOO_MUCH: words.t(
            "these are more photos than a chat can take. Please choose a month or an organisation:"
            " <code>/export activities 2016-08</code>"
        ),
    }
    known = {str(trouble): said for trouble, said in reasons.items()}
    return known.get(fault, words.t("it could not be made. It is not your fault."))
