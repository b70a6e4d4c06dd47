"""What somebody sees who is about to say something."""

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, private_link
from locales import Words
from storage.voice_drafts import MOST_CHARACTERS, MOST_PHOTOS
from storage.voices import Voice

LINE, GAP = Markup("\n"), Markup("\n\n")
NAMED, NAMELESS = 1, 0


def in_private(words: Words) -> Post:
    """For a group: what stands there is not taken."""
    text = words.t(
        "🔒 What you want to say is for the two of us. Please write it in our private chat; what"
        " stands here in the group is not taken down."
    )
    return Post(text, ((private_link(words.t("📮 Say it in private"), "say"),),))


def choice(words: Words, *, has_words: bool) -> Post:
    """The first question, before anything is kept."""
    lines = [
        words.t("📮 <b>I want to say</b>"),
        words.t(
            "A wish, a need, a complaint, an idea: staff pass it to who can help, and the answer"
            " comes to you here. Neither side sees the other's number."
        ),
        words.t("<b>Under your name, or without it?</b>"),
        words.t(
            "Without a name: your name and number stand nowhere beside your words, not even in the"
            " database. Only while it is open do I find the way back to you."
        ),
    ]
    if has_words:
        lines.append(words.t("What you just wrote I keep only after your choice."))
    else:
        lines.append(words.t("First choose, then write: so nothing is kept before."))
    kept = int(has_words)
    return Post(
        GAP.join(lines),
        (
            (
                button(words.t("🙋 With my name"), pack("voices.as", NAMED, kept)),
                button(words.t("🎭 Without a name"), pack("voices.as", NAMELESS, kept)),
            ),
            (button(words.t("✖️ Nothing after all"), pack("voices.never")),),
        ),
    )


def enough(words: Words) -> Post:
    """The pace of a person."""
    return Post(
        words.t(
            "That was a lot for today. Please go on tomorrow; about what you have said already you"
            " can write at any time: /voices"
        )
    )


def never(words: Words) -> Post:
    return Post(words.t("All right, nothing was kept. I am here whenever you want: /say"))


def begun(words: Words, *, is_nameless: bool) -> Post:
    """What the choice becomes."""
    if is_nameless:
        text = words.t(
            "🎭 <b>Without a name.</b> Please write now, in one or several messages; photos and a"
            " place are welcome too."
        )
    else:
        text = words.t(
            "🙋 <b>With your name.</b> Please write now, in one or several messages; photos and a"
            " place are welcome too. Only those who handle it see your name."
        )
    return Post(text)


def preview(words: Words, draft: Voice) -> Post:
    """All of it so far, and the way on."""
    how = words.t("without a name") if draft.is_nameless else words.t("with your name")
    lines = [words.t("✍️ <b>You want to say</b> ({how}):", how=how)]
    lines += [Markup("{}").format(draft.body)] if draft.body else []
    lines += things(words, draft)
    lines.append(
        words.t("You can write on, or send photos and a place. When it is all there, hand it in.")
    )
    return Post(
        GAP.join(lines),
        (
            (button(words.t("📨 Hand in"), pack("voices.hand_in", draft.id)),),
            (
                button(words.t("🧹 Write anew"), pack("voices.empty", draft.id)),
                button(words.t("✖️ Nothing after all"), pack("voices.drop", draft.id)),
            ),
        ),
    )


def things(words: Words, voice: Voice) -> list[Markup]:
    """How many photos and places go with it."""
    photos = sum(one.path is not None for one in voice.first)
    places = sum(one.latitude is not None for one in voice.first)
    said = []
    if photos:
        said.append(words.n("🖼 {count} photo", "🖼 {count} photos", photos))
    if places:
        said.append(words.n("📍 {count} place", "📍 {count} places", places))
    return [Markup(" · ").join(said)] if said else []


def handed_in(words: Words, number: int, voice_id: int, *, is_nameless: bool) -> Post:
    """It has a number now."""
    lines = [words.t("✅ <b>Handed in: no. {number}</b>", number=number)]
    if is_nameless:
        lines.append(
            words.t(
                "So that the moment does not say who it was, staff see it at the next full quarter"
                " of an hour. Whatever comes of it I tell you here. Once it is closed, nothing"
                " leads back to you any more."
            )
        )
    else:
        lines.append(words.t("Staff see it now. Whatever comes of it I tell you here."))
    lines.append(words.t("Something to add? Reply to this message."))
    return Post(GAP.join(lines), (mine(words, voice_id),))


def mine(words: Words, voice_id: int) -> Row:
    """The button that every message to the one who said it bears."""
    return (button(words.t("📋 How it stands"), pack("voices.mine", voice_id)),)


def gone(words: Words) -> Markup:
    return words.t("This was handed in or taken away already.")


def emptied(words: Words) -> Post:
    return Post(words.t("All thrown away. Please write it anew."))


def dropped(words: Words) -> Post:
    return Post(words.t("All right, it is deleted. I am here whenever you want: /say"))


def too_long(words: Words) -> Markup:
    return words.t(
        "That is too long: {count} characters in all are possible. Please say it shorter; what you"
        " wrote before is kept.",
        count=MOST_CHARACTERS,
    )


def too_many(words: Words) -> Markup:
    return words.t("{count} photos are enough; this one was not taken.", count=MOST_PHOTOS)


def as_photo(words: Words) -> Markup:
    return words.t(
        "Please send it as a photo and not as a file: in a file stands where and with which phone"
        " it was taken."
    )


def unreadable(words: Words) -> Markup:
    return words.t("This photo cannot be opened. Please send another one.")


def not_taken(words: Words) -> Markup:
    return words.t(
        "I take words, photos and a place. You are still writing what you want to say; hand it in,"
        " or press “Nothing after all”."
    )


def not_edited(words: Words) -> Markup:
    return words.t(
        "What you changed there did not come in here. Press “Write anew”, or simply add a line."
    )


def short(voice: Voice, characters: int) -> str:
    """A voice in a few words."""
    return clip(voice.body, characters) or "…"
