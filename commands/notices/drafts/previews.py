"""A notice before it is sent, for staff."""

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Hours, Post, Row, Studio, button, clip, in_rows, pack
from commands.notices import days_off, leads, quiet
from commands.notices.drafts import (
    contents,
    decisions,
    destinations,
    enclosures,
    more,
    own_words,
    panels,
    rolls,
    steps,
    weights,
)
from commands.notices.drafts.audiences import audience
from commands.notices.forms import FORM_NAMES, MARKS, OPTION, lacks_options
from commands.notices.layout import CARD_UNITS, beginning, room_beside, units
from commands.notices.rules import counts, may_be_cut
from commands.notices.schedules import terms as schedule_terms, views as scheduled
from commands.notices.templates.blanks import has_blanks, left
from commands.notices.terms import NAME
from locales import Words, message, plain
from storage.drafts import Proposal
from storage.notices import (
    CHOICE,
    CHOICES,
    DRAFT,
    IMPORTANT,
    NORMAL,
    SCHEDULED,
    SIGN_UP,
    URGENT,
    Notice,
)

WEIGHTS = {
    IMPORTANT: message("❗ Important: each liaison also gets it in private."),
    URGENT: message(
        "🚨 Urgent: in private as well, repeated after 15, 45 and 75 minutes; then you hear who is"
        " missing."
    ),
}
BLANKS = 6
"""So many blanks are named."""
END = 30
"""Characters of the text's end that staff compare with what they wrote."""


def preview(studio: Studio, hours: Hours, proposal: Proposal) -> Post:
    """What will be posted and who will be asked; one line once it is decided."""
    words, notice = studio.words, proposal.notice
    if proposal.leaves_at is not None:
        return decisions.leaving(studio, hours, proposal.leaves_at, notice)
    if notice.state == SCHEDULED and proposal.schedule is not None:
        return scheduled.one(words, hours, proposal.schedule, notice, studio.now)
    if notice.state != DRAFT:
        return Post(decisions.settled(words, notice))
    rows = contents.rows(words, proposal) or _choices(words, proposal)
    body = contents.body(words, proposal)
    if body is not None:
        return Post(body, rows)
    below = [
        Markup(),
        *_to_be_asked(words, proposal),
        *destinations.said(words, proposal),
        *_facts(words, notice),
        *enclosures.line(words, proposal),
        *_when(studio, hours, proposal),
        *_warnings(words, proposal),
        *steps.line(words, notice),
    ]
    text = beginning(notice.text, room_beside(below, CARD_UNITS)) or "…"
    lines = [words.t("📝 <b>Preview</b>, not sent yet\n\n{text}", text=text), *below]
    return Post(Markup("\n").join(lines), rows)


def _to_be_asked(words: Words, proposal: Proposal) -> list[Markup]:
    """Who exactly, and who of them can be reached in private."""
    notice, organisations = proposal.notice, proposal.organisations
    whom = audience(words, notice.whom, proposal.askable)
    if notice.asks_people:
        people = words.number(proposal.recipients)
        return [
            words.t("👥 Asks {whom}", whom=whom),
            words.t("📩 In private I can reach {people} people.", people=people),
        ]
    if not organisations:
        return [
            words.t(
                "⚠️ Nobody can be asked yet: no organisations were imported. You can post the"
                " notice all the same, but there will be nothing to count."
            )
        ]
    ids = {one.id for one in organisations}
    reached, without = len(ids & proposal.reached), ids - proposal.served
    categories = [
        words.t("{category} {count}", category=words.t(CATEGORY_NAMES[category]), count=count)
        for category, count in counts(organisations).items()
    ]
    lines = [
        words.n(
            "👥 {count} organisation will be asked: {categories}",
            "👥 {count} organisations will be asked: {categories}",
            len(organisations),
            categories=whom if notice.whom.ids else words.list(categories),
        ),
        words.t(
            "📩 In private I can reach {reached}, not {unreached}.",
            reached=words.number(reached),
            unreached=words.number(len(ids) - reached),
        ),
    ]
    if without:
        lines.append(
            words.n(
                "⚠️ {count} of them has no liaison yet.",
                "⚠️ {count} of them have no liaison yet.",
                len(without),
            )
        )
    return lines


def _facts(words: Words, notice: Notice) -> list[Markup]:
    """What it wants to hear, how important it is."""
    form = words.t(FORM_NAMES[notice.form])
    lines = [words.t("💬 Answer: {form}", form=form)]
    if notice.weight != NORMAL:
        lines.append(words.t(WEIGHTS[notice.weight]))
    if notice.form in {CHOICE, CHOICES}:
        lines += [
            Markup("{}. {}").format(MARKS[n], clip(one, OPTION))
            for n, one in enumerate(notice.choices)
        ]
    if notice.form == SIGN_UP and notice.places:
        lines.append(words.t("🪑 Places: {places}", places=words.number(notice.places)))
    return lines


def _when(studio: Studio, hours: Hours, proposal: Proposal) -> list[Markup]:
    """When it goes out by itself, and until when it is to be answered."""
    words, notice = studio.words, proposal.notice
    if proposal.schedule is None:
        return [*_until(studio, notice), *quiet.will_wait(words, hours, notice, studio.now)]
    dates = schedule_terms.lines(words, hours, proposal.schedule, notice, studio.now)
    has_deadline = notice.deadline is not None or proposal.schedule.answer_within is not None
    return [*dates, *([leads.said(words, notice)] if has_deadline else [])]


def _until(studio: Studio, notice: Notice) -> list[Markup]:
    """Its deadline, a day off pointed out, and what will remind of it."""
    if notice.deadline is None:
        return []
    words = studio.words
    moment = words.moment(notice.deadline, words.zone)
    lines = [words.t("⏰ Please answer by {moment}", moment=moment)]
    warned = days_off.warning(words, studio.office.calendar, notice.deadline)
    return [*lines, *([warned] if warned else []), leads.said(words, notice)]


def _warnings(words: Words, proposal: Proposal) -> list[Markup]:
    text, warnings = proposal.notice.text, []
    if units(text) > CARD_UNITS:
        warnings.append(
            words.t("The card will show this beginning, and a button for the full text.")
        )
    if may_be_cut(text):
        warnings.append(
            words.t(
                "⚠️ This is as long as one Telegram message can be, so its end may be missing."
                " Please check. It ends with: “{end}”",
                end=" ".join(text[-END:].split()),
            )
        )
    if has_blanks(text):
        warnings.append(_blanks(words, text))
    if not text and not proposal.notice.steps:
        warnings.append(words.t("⚠️ It has no words yet. Press ✏️ Text."))
    if lacks_options(proposal.notice):
        warnings.append(words.t("⚠️ The options are missing. Press 💬 Answer to give them."))
    if not proposal.groups and not proposal.notice.goes_private:
        warnings.append(
            words.t(
                "⚠️ I am in no group where I could post it. Add me to the alliance's group as an"
                " administrator, then write the notice again."
            )
        )
    return warnings


def _blanks(words: Words, text: str) -> Markup:
    """What is still to be filled in, as far as labels say it."""
    named = left(text)
    if not named:
        return words.t("⚠️ There are blanks ＿＿ to fill in. Press ✏️ Text.")
    things = words.list([clip(one, NAME) for one in named[:BLANKS]])
    return words.t("⚠️ Still to be filled in: {things}. Press ✏️ Text.", things=things)


def _choices(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    opens = partial(panels.opens, words, notice)
    keys = (
        opens(panels.AUDIENCE, message("👥 Whom")),
        rolls.shortcut(words, proposal),
        opens(panels.FORM, message("💬 Answer")),
        opens(panels.DEADLINE, message("⏰ Deadline")),
        weights.next_one(words, notice),
        opens(panels.WORDING, message("✏️ Text")),
        opens(panels.WHERE, message("📍 Where")),
        opens(panels.MORE, message("⋯ More")) if more.entries(words, proposal) else None,
    )
    cancel = button(words.t("Cancel"), pack("notices.discard", notice.id))
    return (
        *_sends(words, proposal),
        *(own_words.offers(words, notice) if proposal.schedule is None else ()),
        *in_rows([key for key in keys if key is not None]),
        *enclosures.shortcut(words, proposal),
        (cancel,),
    )


def _sends(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The button that sends it, or from which on it goes out by itself."""
    rows = destinations.send_rows(words, proposal)
    if proposal.schedule is None:
        return rows
    return tuple(
        tuple(
            replace(key, label=plain(words.t("🗓 Scheduled: {label}", label=key.label)))
            for key in row
        )
        for row in rows
    )
