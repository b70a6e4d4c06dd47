"""`/guide`, and 怎么办老年证: the guide when it is sure, else what may be meant."""

from commands.columns import rules, views
from commands.columns.handlers import show
from commands.kit import Command, Post, Talk, button, clip, number_for, pack
from commands.kit.running import RUN
from storage import articles, findings
from storage.findings import EXACTLY
from storage.sources import ARTICLE

OFFERED = 6
ASKED = 30
SAY, COLUMNS = "say", "columns"


async def guide(talk: Talk) -> None:
    """What the words ask for."""
    said = " ".join(talk.args.split())
    if not said:
        await talk.reply(
            Post(
                talk.words.t(
                    "❓ What would you like to get done? Write it behind the command, or simply ask"
                    " me: <code>/guide senior card</code>"
                )
            )
        )
        return
    asked = rules.thing_asked(said)
    search = await findings.begin(talk.store, asked, talk.now)
    found = await findings.find(talk.store, search.words, (ARTICLE,), OFFERED)
    ids = found.ids.get(ARTICLE, ())
    there = {one.id: one for one in await articles.some(talk.store, ids)}
    some = [there[one] for one in ids if one in there]
    place = rules.is_sure(asked, [one.title for one in some]) if found.how == EXACTLY else None
    if place is not None:
        await show(talk, some[place].id)
    elif some:
        rows = views.found(talk.words, some, is_private=talk.place.is_private)
        asks = talk.words.t("❓ “{asked}”: is it one of these?", asked=clip(asked, ASKED))
        await talk.reply(Post(asks, rows))
    else:
        await talk.reply(_nothing(talk, asked))


def _nothing(talk: Talk, asked: str) -> Post:
    """Kindly, and with what can be done instead."""
    words = talk.words
    text = words.t(
        "There is no guide about “{asked}” yet. The columns have all that was published.",
        asked=clip(asked, ASKED),
    )
    row = [button(words.t("📋 Columns"), pack(RUN, number_for(COLUMNS)))]
    if _command(talk, SAY) is not None:
        text += views.LINE + words.t("You can also ask the street office:")
        row.append(button(words.t("💬 Ask the street office"), pack(RUN, number_for(SAY))))
    return Post(text, (tuple(row),))


def _command(talk: Talk, name: str) -> Command | None:
    every = (one for feature in talk.features for one in feature.commands)
    return next((one for one in every if one.name == name and one.listed), None)
