"""A notice before it is sent, for staff."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Post, Row, button, clip, pack
from commands.notices.layout import CARD_UNITS, beginning, units
from commands.notices.rules import counts, may_be_cut
from commands.notices.terms import NAME
from locales import Words
from storage.chats import Chat
from storage.notices import DRAFT, Notice, Proposal
from storage.organisations import Organisation

GROUPS = 5
"""So many groups are offered."""
TITLE = 24
"""Characters of a group's title on a button."""
END = 30
"""Characters of the text's end that staff compare with what they wrote."""


def preview(words: Words, proposal: Proposal) -> Post:
    """What will be posted and who will be asked; one line once it is decided."""
    notice = proposal.notice
    if notice.state != DRAFT:
        return Post(settled(words, notice))
    text = beginning(notice.text, CARD_UNITS)
    lines = [
        words.t("📝 <b>Preview</b>, not sent yet\n\n{text}", text=text),
        Markup(),
        _to_be_asked(words, proposal.organisations),
        *_warnings(words, proposal),
    ]
    return Post(Markup("\n").join(lines), _choices(words, notice, proposal.groups[:GROUPS]))


def settled(words: Words, notice: Notice) -> Markup:
    """What became of a draft, by whom and when."""
    name = clip(notice.decider or "", NAME)
    moment = words.moment(notice.decided_at or notice.created_at, words.zone)
    if notice.number is None:
        return words.t("{name} discarded this draft on {moment}.", name=name, moment=moment)
    return words.t(
        "Notice {number} was sent by {name} on {moment}.",
        number=notice.number,
        name=name,
        moment=moment,
    )


def _to_be_asked(words: Words, organisations: Sequence[Organisation]) -> Markup:
    if not organisations:
        return words.t(
            "⚠️ Nobody can be asked yet: no organisations were imported. You can post the notice"
            " all the same, but there will be nothing to count."
        )
    categories = [
        words.t("{category} {count}", category=words.t(CATEGORY_NAMES[category]), count=count)
        for category, count in counts(organisations).items()
    ]
    return words.n(
        "{count} organisation will be asked: {categories}",
        "{count} organisations will be asked: {categories}",
        len(organisations),
        categories=words.list(categories),
    )


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
    if not proposal.groups:
        warnings.append(
            words.t(
                "⚠️ I am in no group where I could post it. Add me to the alliance's group as an"
                " administrator, then write the notice again."
            )
        )
    return warnings


def _choices(words: Words, notice: Notice, groups: Sequence[Chat]) -> tuple[Row, ...]:
    sends = [
        button(
            words.t("Post in “{group}”", group=clip(group.title, TITLE)),
            pack("notices.send", notice.id, group.id),
        )
        for group in groups
    ]
    cancel = button(words.t("Cancel"), pack("notices.discard", notice.id))
    return tuple((key,) for key in (*sends, cancel))
