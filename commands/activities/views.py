"""Short answers about reporting: how it is done, and what became of it."""

from markupsafe import Markup

from commands.kit import Post
from locales import Words, plain


def how_to(words: Words) -> Markup:
    """For a report without words and photos."""
    return words.t(
        "To report an activity, choose its photos, and write as their caption:\n"
        "<code>/report 13 August Autumn study aid, served 12, 30 took part</code>\n"
        "Photos sent already? Reply to one of them with the same words."
    )


def what_was_it(words: Words) -> Post:
    """Asks for the words to photos that came without."""
    return Post(
        words.t(
            "📷 Photos received. What was it? Please reply to this message, for example:\n"
            "<code>13 August Autumn study aid, served 12, 30 took part</code>"
        ),
        placeholder=plain(words.t("13 August Autumn study aid, served 12")),
    )


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
