"""Who promised is reminded: the day before, on the day, and each week while it is late."""

from datetime import date

from markupsafe import Markup

from commands.kit import Post, button, clip, pack
from commands.visits.views import LINE, NAME, PROMISE_SHOWN, due, settling, state
from locales import Words
from storage.promises import OPEN, Owed


def reminder(words: Words, owed: Owed, today: date) -> Post:
    """Says how it stands by now, so that an old one is right as well."""
    one = owed.promise
    name, said = clip(owed.organisation, NAME), clip(one.words, PROMISE_SHOWN)
    lines = [
        words.t("🤝 <b>Promised to {name}</b>: {words}", name=name, words=said),
        Markup(" · ").join(part for part in (due(words, one), state(words, one, today)) if part),
    ]
    if owed.is_deleted:
        return Post(LINE.join([lines[0], words.t("🗑 The visit was deleted.")]))
    show = button(words.t("The visit ›"), pack("visits.show", one.visit_id))
    if one.state != OPEN:
        return Post(LINE.join(lines), ((show,),))
    lines.append(words.t("How does it stand? A press is enough."))
    return Post(LINE.join(lines), (settling(words, one), (show,)))
