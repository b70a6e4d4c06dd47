"""Where a draft goes: groups, topics of groups, private chats."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.kit import Button, Row, button, clip, in_rows, pack, page_of, pager
from commands.notices.drafts.panels import PANELS, WHERE, Panel, kept_in, marked, press
from commands.notices.forms import is_complete
from commands.notices.terms import TOPIC, group_name, place_name
from locales import Words, message
from storage.destinations import GENERAL
from storage.drafts import Proposal
from storage.notices import NORMAL, Notice

ALSO, ALONE = 1, 2
"""What a button of private chats names: groups as well, or private chats alone."""
PLACES_A_PAGE = 8
NAMED = 3
"""So many chosen places are named in the preview."""


def said(words: Words, proposal: Proposal) -> list[Markup]:
    """Where it goes, unless it is plain: the only group there is."""
    chosen, notice = proposal.destinations, proposal.notice
    people = words.number(proposal.recipients)
    if is_alone(proposal) and not proposal.recipients:
        return [
            words.t(
                "⚠️ I can write to nobody in private yet: people have to open a chat with me and"
                " press Start."
            )
        ]
    if is_alone(proposal):
        return [words.t("📍 Goes to private chats only: {people}, to no group", people=people)]
    if not chosen:
        return [words.t("📍 No group is chosen yet.")] if len(proposal.groups) > 1 else []
    names = [place_name(words, place) for place in chosen[:NAMED]]
    places = words.list([*names, "…"] if len(chosen) > NAMED else names)
    if notice.goes_private:
        return [words.t("📍 Goes to: {places}; and to {people} people in private",
            places=places, people=people)]  # fmt: skip
    return [words.t("📍 Goes to: {places}", places=places)]


def is_alone(proposal: Proposal) -> bool:
    """True when it goes to private chats and to no group."""
    return proposal.notice.goes_private and not proposal.destinations


def send_rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The button that sends it; where several groups are open to it, first their choice."""
    notice, chosen, groups = proposal.notice, proposal.destinations, proposal.groups
    if not is_complete(notice) or (is_alone(proposal) and not proposal.recipients):
        return ()
    if chosen or notice.goes_private:
        chat_id = chosen[0].chat_id if len(chosen) == 1 else 0
        return ((button(_sends(words, proposal), pack("notices.send", notice.id, chat_id)),),)
    if len(groups) == 1:
        label = words.t("Post in “{group}”", group=group_name(groups[0].title))
        return ((button(label, pack("notices.send", notice.id, groups[0].id)),),)
    return ((opens_it(words, notice, message("📍 Choose where it goes")),),) if groups else ()


def opens_it(words: Words, notice: Notice, label: str) -> Button:
    """The button that opens the choice."""
    return button(words.t(label), pack("notices.panel", notice.id, PANELS.index(WHERE)))


def _sends(words: Words, proposal: Proposal) -> Markup:
    """Says on the button how far it goes."""
    chosen, count = proposal.destinations, proposal.recipients
    if not chosen:
        return words.n("Send to {count} person in private", "Send to {count} people in private",
            count)  # fmt: skip
    places = {place.chat_id for place in chosen}
    if len(chosen) == 1:
        label = words.t("Post in “{group}”", group=place_name(words, chosen[0]))
    elif len(places) == len(chosen):
        label = words.n("Post in {count} group", "Post in {count} groups", len(chosen))
    else:
        label = words.n("Post in {count} place", "Post in {count} places", len(chosen))
    if proposal.notice.goes_private:
        people = words.number(count)
        return words.t("{post}, and {people} in private", post=label, people=people)
    return label


def _rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    page = page_of(tuple(_places(proposal)), int(kept_in(notice) or 1), PLACES_A_PAGE)
    turns = pager(page, "notices.panel", notice.id, PANELS.index(WHERE))
    return (*in_rows(page.items, 1), turns, *_private(words, proposal), *_ready(words, proposal))


def _places(proposal: Proposal) -> Iterator[Button]:
    """Each group, and below it its topics."""
    chosen = {(place.chat_id, place.topic_id) for place in proposal.destinations}

    def key(label: Markup, chat_id: int, topic_id: int) -> Button:
        shown = marked(label, is_chosen=(chat_id, topic_id) in chosen)
        return button(shown, pack("notices.where", proposal.notice.id, chat_id, topic_id))

    for group in proposal.groups:
        yield key(group_name(group.title), group.id, GENERAL)
        for topic in proposal.topics:
            if topic.chat_id == group.id:
                name = clip(topic.name, TOPIC)
                yield key(Markup("# {}").format(name), group.id, topic.topic_id)


def _private(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """What is important comes in private anyway."""
    notice, chosen = proposal.notice, proposal.destinations
    also, alone = message("In private as well"), message("In private only, in no group")
    is_also = notice.goes_private and bool(chosen)
    rows = [press(words, notice, "private", alone, ALONE, is_chosen=is_alone(proposal))]
    if notice.weight == NORMAL and proposal.groups:
        rows.insert(0, press(words, notice, "private", also, ALSO, is_chosen=is_also))
    return tuple(rows)


def _ready(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """Whoever has chosen need not go back to send it."""
    if not proposal.destinations and not proposal.notice.goes_private:
        return ()
    return send_rows(words, proposal)


DESTINATIONS = (Panel(WHERE, _rows),)
