"""A draft begins: with words, with the message that it answers, or from a template."""

from collections.abc import Iterable

from commands.kit import Post, Talk
from commands.notices import rules
from commands.notices.drafts import steps, views
from commands.notices.drafts.enclosures import meant
from commands.notices.drafts.panels import MAIN, WORDING
from commands.notices.templates import lists
from commands.notices.templates.blanks import has_blanks
from commands.notices.templates.usual import USUAL
from storage import drafts, templates
from storage.attachments import Sent


async def compose(talk: Talk) -> None:
    """Keeps a draft; its preview is owed. Of a photo without words, the words are asked for."""
    text = rules.notice_text(talk.args, talk.message)
    files = meant(talk.message, talk.place.id)
    if text or files:
        await _begin(talk, text, {"panel": MAIN if text else WORDING}, files)
    elif talk.message.reply_to is not None:
        await talk.say(views.nothing_to_take(talk.words))
    else:
        kept = await templates.every(talk.store)
        await talk.reply(Post(views.how_to(talk.words), lists.beginnings(talk.words, kept)))


async def begin_steps(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """A draft without words, and the first of the questions that make a notice of it."""
    await _begin(talk, "", {"steps": steps.ALL, "panel": WORDING})
    await talk.toast(views.first_step(talk.words))


async def open_usual(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A draft with one of the templates that every office writes."""
    place, _ = rules.two(numbers)
    usual = USUAL[place if 0 <= place < len(USUAL) else 0]
    await _open(talk, str(talk.words.t(usual.text)), {"form": usual.form})


async def open_kept(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of those that staff keep: it asks as the notice did that it was made of."""
    kept = await templates.one(talk.store, rules.two(numbers)[0])
    if kept is None:
        await talk.toast(lists.is_gone(talk.words))
    else:
        await _open(talk, kept.text, kept.choices)


async def _open(talk: Talk, text: str, choices: dict[str, object]) -> None:
    """What belongs into its blanks is asked."""
    asks = has_blanks(text)
    await _begin(talk, text, choices | {"panel": WORDING if asks else MAIN})
    await talk.toast(views.fill_in(talk.words) if asks else views.begun(talk.words))


async def _begin(
    talk: Talk, text: str, choices: dict[str, object], files: Iterable[Sent] = ()
) -> None:
    """In a group the preview answers the command; what was composed there can only go there."""
    group_id = None if talk.place.is_private else talk.place.id
    await drafts.draft(
        talk.store,
        text,
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=group_id,
        reply_to=talk.message.id if group_id and not talk.query_id else None,
        topic_id=talk.place.topic_id,
        choices=choices,
        files=files,
    )
