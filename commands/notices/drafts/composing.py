"""A draft begins: with words, with the message that it answers, or from a template."""

from commands.kit import Post, Talk
from commands.notices import rules
from commands.notices.drafts import templates, views
from commands.notices.drafts.enclosures import meant
from commands.notices.drafts.panels import WORDING
from commands.notices.drafts.templates import TEMPLATES
from storage import drafts


async def compose(talk: Talk) -> None:
    """Keeps a draft; its preview is owed. Of a photo without words, the words are asked for."""
    text = rules.notice_text(talk.args, talk.message)
    files = meant(talk.message, talk.place.id)
    if not text and not files:
        was_answering = talk.message.reply_to is not None
        how = views.how_to(talk.words, was_answering=was_answering)
        await talk.reply(Post(how, () if was_answering else templates.rows(talk.words)))
        return
    await drafts.draft(
        talk.store,
        text,
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=None if talk.place.is_private else talk.place.id,
        reply_to=None if talk.place.is_private else talk.message.id,
        panel="" if text else WORDING,
        files=files,
    )


async def from_template(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A draft with blanks, and the question for the filled-in text."""
    place, _ = rules.two(numbers)
    template = TEMPLATES[place if 0 <= place < len(TEMPLATES) else 0]
    await drafts.draft(
        talk.store,
        str(talk.words.t(template.text)),
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=None if talk.place.is_private else talk.place.id,
        reply_to=None,
        form=template.form,
        panel=WORDING,
    )
    await talk.toast(views.fill_in(talk.words))
