"""What is said of a month: figures, thanks by name, and what becomes of it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import LINKAGE_NAMES, Post, Row, button, clip, pack, private_link
from locales import Words, plain
from storage.features import Place
from storage.month_posts import Standing
from storage.months import Month, span

SEND, SKIP = "activities.month_to", "activities.month_skip"
FILE = "activities.month_file"
PLACES = 6
THANKED = 440
"""UTF-16 units of all names. Bot API: a caption has 1,024, and the figures need the others."""
TITLE, SHORT = 24, 14


def month_name(words: Words, number: int) -> Markup:
    """August 2016."""
    first, _ = span(number)
    return facts.month_of(words, first.year, first.month)


def post(words: Words, found: Month) -> Markup:
    """As the group reads it."""
    lines = [words.t("📸 <b>{month} in pictures</b>", month=month_name(words, found.number))]
    lines += figures(words, found)
    kinds = [
        words.t("{kind} {count}", kind=words.t(name), count=found.kinds[linkage])
        for linkage, name in LINKAGE_NAMES.items()
        if found.kinds.get(linkage)
    ]
    if kinds:
        lines.append(words.t("🏷 {kinds}", kinds=words.list(kinds)))
    lines += [Markup(), *_stars(words, found)]
    if found.organisations:
        names = words.list(list(_thanked(found.organisations)))
        lines += [Markup(), words.t("🙏 Thank you: {names}", names=names)]
    return facts.LINE.join(lines)


def figures(words: Words, found: Month) -> Iterator[Markup]:
    """How much was done; what nobody said is left out."""
    yield words.n("🤝 {count} activity", "🤝 {count} activities", found.activities)
    people = []
    if found.served:
        people.append(words.t("served {number}", number=words.number(found.served)))
    if found.joined:
        people.append(words.t("took part {number}", number=words.number(found.joined)))
    if people:
        yield words.t("👥 {people}", people=words.list(people))
    if found.minutes:
        yield words.t("⏱ {hours}", hours=facts.hours(words, found.minutes))
    if found.money:
        yield words.t("💰 {money} yuan", money=words.number(found.money))


def poster(words: Words, number: int) -> Markup:
    """Below the long picture."""
    return words.t("{month} as one picture, to be forwarded", month=month_name(words, number))


def file_name(words: Words, number: int) -> str:
    """Of the long picture."""
    name = plain(words.t("{month} in pictures", month=month_name(words, number)))
    return f"{name}.jpg"


def preview(words: Words, found: Month, standing: Standing, usual: Place | None) -> Markup:
    """For staff: the figures, and what will become of it."""
    month = month_name(words, found.number)
    heading = words.t("📸 <b>{month} in pictures</b>: for the group", month=month)
    becomes = _becomes(words, standing, usual)
    return facts.LINE.join([heading, *figures(words, found), Markup(), becomes])


def without_picture(words: Words, text: Markup) -> Markup:
    """What to do about a font that is not there."""
    return facts.LINE.join([text, Markup(), _no_font(words)])


def choices(
    words: Words, number: int, standing: Standing, places: Sequence[Place]
) -> tuple[Row, ...]:
    """Where it may go, and that it does not go."""
    free = [one for one in places if one.chat_id not in standing.posted_to][:PLACES]
    rows: list[Row] = [
        (
            button(
                words.t("Send to {place}", place=_place(words, one)),
                pack(SEND, number, one.chat_id, one.topic_id or 0),
            ),
        )
        for one in free
    ]
    rows.append((button(words.t("🖼 Long picture as a file"), pack(FILE, number)),))
    if standing.sends_at is not None:
        rows.append((button(words.t("Do not send it"), pack(SKIP, number)),))
    return tuple(rows)


def emptied(words: Words, number: int) -> Post:
    """For a preview whose activities were all deleted."""
    return Post(nothing(words, number))


def nothing(words: Words, number: int) -> Markup:
    return words.t(
        "No activities are on record for {month}, so there is nothing to show.",
        month=month_name(words, number),
    )


def which(words: Words) -> Markup:
    return words.t("Which month? For example: <code>/monthly 2016-08</code>")


def start_first(words: Words, args: str) -> Post:
    """In a group, to staff whom the bot cannot write to."""
    link = private_link(words.t("See it in private"), "monthly", args)
    return Post(words.t("You see it first, in private, and then decide."), ((link,),))


def comes_in_private(words: Words) -> Markup:
    return words.t("You see it first, in our private chat, and then decide.")


def on_its_way(words: Words) -> Markup:
    return words.t("One moment, it is on its way.")


def gone(words: Words) -> Markup:
    return words.t("This cannot be sent any more. Type /monthly.")


def sent(words: Words, place: Place, *, is_new: bool) -> Markup:
    if not is_new:
        return words.t("It is there already.")
    return words.t("It goes to {place} now.", place=_place(words, place))


def skipped(words: Words) -> Markup:
    return words.t("It does not go out by itself. You can still send it.")


def _thanked(names: Sequence[str]) -> Iterator[str]:
    """As many names as there is room for; the long picture has the others."""
    left = THANKED
    for name in names:
        short = clip(name, SHORT)
        left -= len(short.encode("utf-16-le")) // 2 + 2
        if left < 0:
            yield "…"
            return
        yield short


def _stars(words: Words, found: Month) -> Iterator[Markup]:
    for star in found.stars:
        title = clip(star.title, TITLE)
        if star.organisation:
            name = clip(star.organisation, SHORT)
            yield words.t("🌟 {title} ({organisation})", title=title, organisation=name)
        else:
            yield words.t("🌟 {title}", title=title)


def _becomes(words: Words, standing: Standing, usual: Place | None) -> Markup:
    if usual is None:
        return words.t("I am in no group, so it goes nowhere by itself.")
    if standing.sends_at is not None:
        return words.t(
            "⏰ It goes to {place} by itself, {moment}. /settings turns that off for good.",
            place=_place(words, usual),
            moment=words.moment(standing.sends_at, words.zone),
        )
    if standing.posted_to:
        return words.t("✅ It was sent.")
    return words.t("It does not go out by itself.")


def _place(words: Words, place: Place) -> Markup:
    title = clip(place.title, TITLE) or words.t("the group")
    if place.topic_id is None:
        return words.list([title])
    return words.t("{group}: {topic}", group=title, topic=clip(place.topic, SHORT))


def _no_font(words: Words) -> Markup:
    return words.t(
        "I cannot draw the long picture: the computer on which I run has no Chinese font. Please"
        " ask whoever looks after it to install one (Debian: <code>apt install"
        " fonts-noto-cjk</code>), or to name a font file in <code>GONGJIAN_FONT</code>."
    )
