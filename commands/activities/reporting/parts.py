"""What partners are asked and told about their part in an activity."""

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import Post, button, pack
from locales import Words
from storage.activities import Activity
from storage.partners import CONFIRMED, DECLINED, Partner

SAID = "activities.part"
NO, YES = range(2)


def question(words: Words, partner: Partner | None, activity: Activity | None) -> Post:
    """Asks whether the organisation was part of it; shows the answer, which can be changed."""
    if partner is None or activity is None:
        return Post(words.t("This is not asked any more."), is_withdrawn=True)
    yes = button(words.t("✅ We were part of it"), pack(SAID, partner.id, YES))
    no = button(words.t("❌ We were not"), pack(SAID, partner.id, NO))
    buttons = {CONFIRMED: (no,), DECLINED: (yes,)}.get(partner.state, (yes, no))
    return Post(facts.LINE.join(_lines(words, partner, activity)), (buttons,))


def _lines(words: Words, partner: Partner, activity: Activity) -> list[Markup]:
    names = {
        "reporter": facts.name(activity.reporter),
        "organisation": facts.name(activity.organisation or activity.reporter),
        "partner": facts.name(partner.organisation),
    }
    role = (
        words.t("{reporter} ({organisation}) reports an activity held with {partner}:", **names)
        if partner.is_host
        else words.t("{reporter} ({organisation}) reports that {partner} helped:", **names)
    )
    title = words.t("<b>{title}</b>", title=facts.name(activity.title))
    lines = [Markup("🤝 {}").format(role), title]
    if activity.held_on is not None:
        lines.append(words.t("📅 {day}", day=words.day(activity.held_on)))
    lines += facts.told(words, activity)
    answers = {
        CONFIRMED: words.t("✅ You said that {partner} was part of it.", **names),
        DECLINED: words.t("❌ You said that {partner} was not part of it.", **names),
    }
    lines.append(answers.get(partner.state, words.t("Was {partner} part of it?", **names)))
    return lines


def declined(words: Words, partner: Partner, activity: Activity) -> Markup:
    """For who reported it."""
    return words.t(
        "{organisation} says it was not part of activity {number}, {title}. If that is a"
        " misunderstanding, please talk to each other; their liaison can still change it.",
        organisation=facts.name(partner.organisation),
        number=activity.id,
        title=facts.name(activity.title),
    )


def thanks(words: Words, *, was_part: bool) -> Markup:
    """A toast."""
    if was_part:
        return words.t("✅ Thank you. The activity is in your organisation's record too.")
    return words.t("Thank you. Who reported it is told.")


def joined(words: Words, number: int) -> Markup:
    """A toast."""
    return words.t("🔗 They are one now: activity {number}.", number=number)


def not_your_part(words: Words) -> Markup:
    """For a press of somebody who answers for none of those who are asked."""
    return words.t("Only liaisons of the organisations that are still to confirm can answer this.")
