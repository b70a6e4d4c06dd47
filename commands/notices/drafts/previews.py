"""A notice before it is sent, for staff."""

from datetime import timedelta
from functools import partial

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Button, Post, Row, button, clip, pack
from commands.notices.drafts import contents, enclosures, more, panels
from commands.notices.drafts.audiences import audience
from commands.notices.drafts.templates import BLANK
from commands.notices.forms import FORM_NAMES, MARKS, OPTION
from commands.notices.layout import CARD_UNITS, beginning, units
from commands.notices.rules import counts, may_be_cut
from commands.notices.terms import NAME
from locales import Words, message
from storage.drafts import Proposal
from storage.notices import CHOICE, CHOICES, DRAFT, IMPORTANT, NORMAL, SIGN_UP, URGENT, Notice

GROUPS = 5
"""So many groups are offered."""
WEIGHTS = {
    IMPORTANT: message("❗ Important: each liaison also gets it in private."),
    URGENT: message(
        "🚨 Urgent: in private as well, repeated after 15, 45 and 75 minutes; then you hear who is"
        " missing."
    ),
}
WEIGHT_NAMES = {
    NORMAL: message("normal"),
    IMPORTANT: message("important"),
    URGENT: message("urgent"),
}
HOLD = timedelta(seconds=10)
"""So long a notice that was sent can be taken back."""
TITLE = 24
"""Characters of a group's title on a button."""
END = 30
"""Characters of the text's end that staff compare with what they wrote."""


def preview(words: Words, proposal: Proposal) -> Post:
    """What will be posted and who will be asked; one line once it is decided."""
    notice = proposal.notice
    if notice.state != DRAFT:
        return Post(settled(words, proposal), _taking_back(words, proposal))
    text = beginning(notice.text, CARD_UNITS)
    lines = [
        words.t("📝 <b>Preview</b>, not sent yet\n\n{text}", text=text),
        Markup(),
        *_to_be_asked(words, proposal),
        *_facts(words, notice),
        *enclosures.line(words, proposal),
        *_warnings(words, proposal),
    ]
    rows = contents.rows(words, proposal) or _choices(words, proposal)
    return Post(Markup("\n").join(lines), rows)


def settled(words: Words, proposal: Proposal) -> Markup:
    """What became of a draft, by whom and when."""
    notice = proposal.notice
    name = clip(notice.decider or "", NAME)
    moment = words.moment(notice.decided_at or notice.created_at, words.zone)
    if notice.number is None:
        return words.t("{name} discarded this draft on {moment}.", name=name, moment=moment)
    if proposal.is_held:
        return words.t(
            "Notice {number} goes out in a few seconds. Pressing Undo makes it a draft again.",
            number=notice.number,
        )
    return words.t(
        "Notice {number} was sent by {name} on {moment}.",
        number=notice.number,
        name=name,
        moment=moment,
    )


def _to_be_asked(words: Words, proposal: Proposal) -> list[Markup]:
    """Who exactly, and who of them can be reached in private."""
    notice, organisations = proposal.notice, proposal.organisations
    whom = audience(words, notice.whom, proposal.askable)
    if notice.asks_people:
        return [words.t("👥 Asks {whom}", whom=whom)]
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
    """What it wants to hear, until when, how important it is."""
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
    if notice.deadline is not None:
        moment = words.moment(notice.deadline, words.zone)
        lines.append(words.t("⏰ Please answer by {moment}", moment=moment))
    return lines


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
    if BLANK in text:
        warnings.append(words.t("⚠️ There are blanks ＿＿ to fill in. Press ✏️ Text."))
    if not text:
        warnings.append(words.t("⚠️ It has no words yet. Press ✏️ Text."))
    if _lacks_options(proposal.notice):
        warnings.append(words.t("⚠️ The options are missing. Press 💬 Answer to give them."))
    if not proposal.groups:
        warnings.append(
            words.t(
                "⚠️ I am in no group where I could post it. Add me to the alliance's group as an"
                " administrator, then write the notice again."
            )
        )
    return warnings


def _choices(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice, groups = proposal.notice, proposal.groups[:GROUPS]
    sends = [
        button(
            words.t("Post in “{group}”", group=clip(group.title, TITLE)),
            pack("notices.send", notice.id, group.id),
        )
        for group in (groups if _is_complete(notice) else ())
    ]
    opens = partial(panels.opens, words, notice)
    cancel = button(words.t("Cancel"), pack("notices.discard", notice.id))
    return (
        *((key,) for key in sends),
        (opens(panels.AUDIENCE, message("👥 Whom")), opens(panels.FORM, message("💬 Answer"))),
        (opens(panels.DEADLINE, message("⏰ Deadline")), _weigh(words, notice)),
        (opens(panels.WORDING, message("✏️ Text")), *_more(words, proposal)),
        *enclosures.shortcut(words, proposal),
        (cancel,),
    )


def _more(words: Words, proposal: Proposal) -> Row:
    if not more.entries(words, proposal):
        return ()
    return (panels.opens(words, proposal.notice, panels.MORE, message("⋯ More")),)


def _weigh(words: Words, notice: Notice) -> Button:
    """Presses go round: normal, important, urgent."""
    name = words.t(WEIGHT_NAMES[notice.weight])
    return button(words.t("❗ {weight}", weight=name), pack("notices.weight", notice.id))


def _is_complete(notice: Notice) -> bool:
    """A notice without words says nothing, a choice without options cannot be answered."""
    return bool(notice.text) and not _lacks_options(notice)


def _lacks_options(notice: Notice) -> bool:
    """True for a choice that has nothing to choose from yet."""
    return notice.form in {CHOICE, CHOICES} and not notice.choices


def _taking_back(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """A moment for second thoughts."""
    if not proposal.is_held:
        return ()
    return ((button(words.t("↩️ Undo"), pack("notices.unsend", proposal.notice.id)),),)
