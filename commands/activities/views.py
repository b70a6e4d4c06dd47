"""Short answers about reporting: how it is done, and what became of it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import Button, Post, button, clip, pack, private_link
from locales import Words, plain
from storage.loose import Home
from storage.photos import Photo

USE_WORDS, JOIN, DISMISS = "activities.use_words", "activities.join", "activities.dismiss"
SAID = 600
TITLE = 20


def how_to(words: Words, *, hears_all: bool) -> Post:
    """For a report without words and photos; the ways that work where it was asked."""
    if hears_all:
        return Post(
            words.t(
                "To report an activity, choose its photos, and write as their caption:\n"
                "<code>/report 13 August Autumn study aid, served 12, 30 took part</code>\n"
                "Photos sent already? Reply to one of them with the same words."
            )
        )
    return Post(
        words.t(
            "In this group I only see commands and replies to me. To report an activity, write\n"
            "<code>/report 13 August Autumn study aid, served 12, 30 took part</code>\n"
            "and send the photos as a reply to my answer. Or send me photos and words in private."
        ),
        ((private_link(words.t("Open our private chat"), "start"),),),
    )


def what_was_it(words: Words, photo: Photo, said: str, homes: Sequence[Home]) -> Post:
    """Asks for words; offers those that came along, and what the sender reported before."""
    buttons = [*_use(words, photo, said), *_join(words, photo, homes)]
    if not buttons:
        example = plain(words.t("13 August Autumn study aid, served 12"))
        return Post(_question(words), placeholder=example)
    none = button(words.t("This is no activity"), pack(DISMISS, photo.id))
    text = _offer(words, said) if said else _question(words)
    return Post(text, tuple((one,) for one in (*buttons, none)))


def taken(words: Words, number: int) -> Markup:
    """For words to a photo that is another activity's."""
    return words.t(
        "This photo belongs to activity {number} already. To correct that one, use the buttons"
        " below its receipt. For another activity, send /report without replying.",
        number=number,
    )


def photos_forgotten(words: Words) -> Markup:
    """For words to photos that waited too long."""
    return words.t(
        "These photos waited for words for two days and were forgotten. Please send them again"
        " with a caption that begins with /report."
    )


def not_your_photos(words: Words) -> Markup:
    """For a button that somebody else was asked by."""
    return words.t("Only who sent these photos can answer this.")


def words_wanted(words: Words) -> Markup:
    """For a reply that is neither words nor photos."""
    return words.t(
        "Please write a few words, for example <code>13 August Autumn study aid, served 12</code>"
    )


def only_liaisons(words: Words) -> Markup:
    return words.t("Only liaisons and staff can report activities.")


def replies_with_photos(words: Words) -> Markup:
    """For words in reply to a receipt."""
    return words.t(
        "To correct the record, press the buttons below it. To add photos, send them as a reply"
        " to it. For a new activity, begin with /report."
    )


def _question(words: Words) -> Markup:
    return words.t(
        "📷 Photos received. What was it? Please reply to this message, for example:\n"
        "<code>13 August Autumn study aid, served 12, 30 took part</code>"
    )


def _offer(words: Words, said: str) -> Markup:
    return words.t(
        "📷 Photos received. Report an activity in these words? Or reply to this message with"
        " others.\n<blockquote>{words}</blockquote>",
        words=clip(said, SAID),
    )


def _use(words: Words, photo: Photo, said: str) -> list[Button]:
    label = words.t("Report it in these words")
    return [button(label, pack(USE_WORDS, photo.id))] if said else []


def _join(words: Words, photo: Photo, homes: Sequence[Home]) -> list[Button]:
    return [
        button(
            words.t(
                "Add to activity {number}: {title}",
                number=one.id,
                title=clip(facts.name(one.title), TITLE),
            ),
            pack(JOIN, photo.id, one.id),
        )
        for one in homes
    ]
