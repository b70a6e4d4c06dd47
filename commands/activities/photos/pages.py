"""One photo of an activity, with what may be done about it; how it is asked, and said when done."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from commands.activities.looking import facts, filters
from commands.activities.photos import albums
from commands.kit import Page, Post, Row, button, in_rows, pack, pager, private_link
from locales import Words, message
from storage.activities import Activity
from storage.objections import WHY, Decision, Objection
from storage.photos import Photo

TURN = "activities.photo"
HIDE, SHOW = "activities.hide", "activities.unhide"
ASK_WHY, TAKE_DOWN = "activities.down", "activities.take_down"
OBJECT, DECIDE = "activities.object", "activities.decide"
REASONS = {
    WHY: message("Somebody in it asked"),
    "private": message("It shows private things"),
    "mistake": message("It was sent by mistake"),
}
"""Why a photo is taken down: the record's word, and what people read."""
DECISIONS = (Decision.KEPT, Decision.HIDDEN, Decision.REMOVED)
LINE = Markup("\n")


@dataclass(frozen=True)
class Standing:
    """A photo among the activity's, and what the one who looks may do about it."""

    activity: Activity
    page: Page[Photo]
    posted_by: str
    hidden_by: str = ""
    may_hide: bool = False
    may_show: bool = False

    @property
    def photo(self) -> Photo:
        return self.page.items[0]


def one(words: Words, standing: Standing) -> Post:
    """The photo with the buttons that are for the one who looks."""
    photo = standing.photo
    pages = pager(standing.page, TURN, standing.activity.id)
    return _with_photo(photo, LINE.join(_lines(words, standing)), (_acts(words, standing), pages))


def which_reason(words: Words, standing: Standing) -> Post:
    """Asks why, before the file is deleted for good."""
    photo = standing.photo
    text = words.t(
        "Take this photo down? Its file is deleted, here and in every other activity, and does not"
        " come back. Why is it taken down?"
    )
    reasons = [
        button(words.t(said), pack(TAKE_DOWN, photo.id, number))
        for number, said in enumerate(REASONS.values())
    ]
    stays = button(words.t("Leave it"), pack(TURN, standing.activity.id, standing.page.number))
    return _with_photo(photo, text, (*in_rows(reasons, 1), (stays,)))


def objection(words: Words, made: Objection, activity: Activity, photo: Photo) -> Post:
    """For staff: the photo that somebody does not want to be seen in, and what to do about it."""
    text = words.t(
        "🙋 {name} is shown in this photo of activity {number}, {title}, and asks for it to go.",
        name=facts.name(made.person),
        number=activity.id,
        title=facts.name(activity.title),
    )
    if made.decision:
        return _with_photo(photo, text + LINE + decided(words, Decision(made.decision)), ())
    labels = (words.t("Keep showing it"), words.t("Hide it"), words.t("Take it down"))
    buttons = [button(label, pack(DECIDE, made.id, number)) for number, label in enumerate(labels)]
    return _with_photo(photo, text, in_rows(buttons, 1))


def objected(words: Words, *, has_reached: bool) -> Markup:
    """For the one who asked, before staff have decided."""
    if has_reached:
        return words.t("The street office is asked. You get word here as soon as it has decided.")
    return words.t(
        "Your wish is noted, but nobody of the street office can be written to in private. Please"
        " tell them yourself."
    )


def decided(words: Words, decision: Decision) -> Markup:
    """What staff decided, for staff."""
    return {
        Decision.KEPT: words.t("✅ It goes on being shown."),
        Decision.HIDDEN: words.t("🚫 It is hidden."),
        Decision.REMOVED: words.t("🗑 It was taken down, and its file deleted."),
    }[decision]


def answer(words: Words, made: Objection, activity: Activity) -> Post:
    """For the one who asked."""
    sentences = {
        Decision.KEPT: words.t(
            "The street office looked at the photo of activity {number}, {title}, and goes on"
            " showing it. If you do not agree, please talk to the office.",
            number=activity.id,
            title=facts.name(activity.title),
        ),
        Decision.HIDDEN: words.t(
            "The photo of activity {number}, {title}, is shown no more.",
            number=activity.id,
            title=facts.name(activity.title),
        ),
        Decision.REMOVED: words.t(
            "The photo of activity {number}, {title}, was taken down, and its file deleted.",
            number=activity.id,
            title=facts.name(activity.title),
        ),
    }
    return Post(sentences[Decision(made.decision)])


def in_private(words: Words, number: int) -> Post:
    """In a group: the way to the private chat, where one photo at a time fills nobody's screen."""
    link = private_link(words.t("See them in private"), "photos", str(number))
    return Post(words.t("The photos of activity {number}, one by one:", number=number), ((link,),))


def none_left(words: Words, activity: Activity) -> Post:
    """For an activity without photos that can be shown."""
    return Post(
        words.t(
            "Activity {number}, {title}, has no photos to show.",
            number=activity.id,
            title=facts.name(activity.title),
        )
    )


def which(words: Words) -> Post:
    """For /photos without a number."""
    text = words.t("The photos of which activity? Write its number: <code>/photos 3</code>")
    return Post(text, (filters.everything(words),))


def _lines(words: Words, standing: Standing) -> Iterator[Markup]:
    activity, photo, page = standing.activity, standing.photo, standing.page
    yield words.t(
        "<b>Activity {number}: {title}</b>", number=activity.id, title=facts.name(activity.title)
    )
    yield words.t(
        "Photo {number} of {count}, sent by {name}, {day}",
        number=page.number,
        count=page.count,
        name=facts.name(standing.posted_by),
        day=words.day(photo.sent_at.astimezone(words.zone).date()),
    )
    if photo.hidden_at is not None:
        yield words.t(
            "🚫 Hidden by {name}, {day}",
            name=facts.name(standing.hidden_by),
            day=words.day(photo.hidden_at.astimezone(words.zone).date()),
        )


def _acts(words: Words, standing: Standing) -> Row:
    photo = standing.photo
    if not standing.may_hide:
        return (button(words.t("I am in it: please take it down"), pack(OBJECT, photo.id)),)
    down = button(words.t("Take down…"), pack(ASK_WHY, photo.id))
    if photo.hidden_at is None:
        return (button(words.t("Hide"), pack(HIDE, photo.id)), down)
    if standing.may_show:
        return (button(words.t("Show again"), pack(SHOW, photo.id)), down)
    return (down,)


def _with_photo(photo: Photo, text: Markup, buttons: tuple[Row, ...]) -> Post:
    return Post(text, buttons, *albums.parts((photo,)))
