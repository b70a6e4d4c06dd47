"""What staff are asked about a candidate, and what became of it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack
from commands.people.offices import named
from commands.people.ranks import RANKS, called, linked, short
from commands.people.rules import DEPUTY
from locales import Words
from storage.candidates import HANDOVER, LINK, WITHDRAWN, Candidate
from storage.people import Liaison
from storage.questions import GRANTED
from storage.seats import Rank
from storage.verdicts import Decided, Verdict

NAMED = 5
LISTED = 20
ON_KEY = 16
"""Characters of a name on a button that bears two."""
LINE = Markup("\n")


def question(
    words: Words, candidate: Candidate, liaisons: Sequence[Liaison], *, to_inviter: bool
) -> Post:
    """The question with its buttons; once decided, what was decided and by whom."""
    if not candidate.is_open:
        return Post(_outcome(words, candidate), _after(words, candidate))
    lines = [_asks(words, candidate, to_inviter=to_inviter)]
    if liaisons:
        names = [_ranked(words, one) for one in liaisons[:NAMED]]
        lines.append(words.t("It has: {names}", names=words.list(names)))
    if not candidate.person.is_reachable:
        name = named(candidate.person)
        lines.append(
            words.t(
                "📵 {name} has not opened our private chat yet: I tell them there then.", name=name
            )
        )
    return Post(LINE.join(lines), _choices(words, candidate))


def waiting(words: Words, candidates: Sequence[Candidate]) -> Post:
    """All who wait for an answer, a button each."""
    if not candidates:
        return Post(words.t("✅ Nobody waits for an answer."))
    text = words.n(
        "{count} person waits for an answer. Press a name to see it.",
        "{count} people wait for an answer. Press a name to see it.",
        len(candidates),
    )
    keys = [
        (
            button(
                words.t(
                    "{name} · {organisation}",
                    name=clip(one.person.name, ON_KEY) or str(one.person.id),
                    organisation=clip(one.organisation.short_name, ON_KEY),
                ),
                pack("people.candidate", one.id),
            ),
        )
        for one in candidates[:LISTED]
    ]
    return Post(text, tuple(keys))


def toast(words: Words, decided: Decided) -> Markup:
    """What a press came to."""
    candidate = decided.candidate
    if decided.verdict is Verdict.GONE or candidate is None:
        return words.t("This button is out of date. Type the command again.")
    if decided.verdict is Verdict.MADE and candidate.state == GRANTED:
        return words.t("✅ Done. {name} hears of it.", name=named(candidate.person))
    if decided.verdict is Verdict.MADE:
        return words.t("Noted. {name} hears of it.", name=named(candidate.person))
    if candidate.state == WITHDRAWN:
        return words.t("{name} had taken the request back.", name=named(candidate.person))
    decider = named(candidate.decider) if candidate.decider else words.t("a colleague")
    if candidate.state == GRANTED:
        return words.t("{decider} had agreed before.", decider=decider)
    return words.t("{decider} had declined before.", decider=decider)


def _asks(words: Words, candidate: Candidate, *, to_inviter: bool) -> Markup:
    rank = called(words, candidate.rank or Rank.LIAISON)
    values = {
        "name": linked(words, candidate.person),
        "organisation": short(candidate.organisation),
        "rank": rank,
    }
    if candidate.origin == LINK and to_inviter:
        return words.t(
            "🔔 {name} opened the link that you gave out for <b>{organisation}</b>.\n"
            "Shall {name} be its {rank}? Until you say so, nothing changes.",
            **values,
        )
    inviter = named(candidate.inviter) if candidate.inviter else words.t("a colleague")
    if candidate.origin == LINK:
        return words.t(
            "🔔 {name} opened the link that {inviter} gave out for <b>{organisation}</b>.\n"
            "Shall {name} be its {rank}? Until you say so, nothing changes.",
            inviter=inviter,
            **values,
        )
    if candidate.origin == HANDOVER and candidate.predecessor is not None:
        return _hands_over(words, candidate, values)
    return words.t(
        "🔔 {name} asks to join <b>{organisation}</b>. What is {name} there? Until you say so,"
        " nothing changes.",
        **values,
    )


def _hands_over(words: Words, candidate: Candidate, values: dict[str, Markup | str]) -> Markup:
    predecessor = linked(words, candidate.predecessor) if candidate.predecessor else Markup()
    if candidate.stays_deputy:
        return words.t(
            "🔔 {predecessor} wants to hand over <b>{organisation}</b> to {name}, and to stay as"
            " deputy liaison. Do you agree?",
            predecessor=predecessor,
            **values,
        )
    return words.t(
        "🔔 {predecessor} wants to hand over <b>{organisation}</b> to {name}, and to leave the"
        " role. Do you agree?",
        predecessor=predecessor,
        **values,
    )


def _choices(words: Words, candidate: Candidate) -> tuple[Row, ...]:
    def grants(label: Markup, rank: Rank) -> Row:
        return (button(label, pack("people.grant", candidate.id, RANKS.index(rank))),)

    declines = pack("people.decline", candidate.id)
    if candidate.origin == LINK:
        rank = candidate.rank or Rank.LIAISON
        yes = grants(words.t("✅ Yes, that is them"), rank)
        return (yes, (button(words.t("✖️ No, somebody else"), declines),))
    if candidate.origin == HANDOVER:
        yes = grants(words.t("✅ I agree"), Rank.LIAISON)
        return (yes, (button(words.t("✖️ I do not agree"), declines),))
    return (
        grants(words.t("Yes, as liaison"), Rank.LIAISON),
        grants(words.t("Yes, as deputy liaison"), Rank.DEPUTY),
        grants(words.t("Only as a member"), Rank.MEMBER),
        (button(words.t("Decline"), declines),),
    )


def _outcome(words: Words, candidate: Candidate) -> Markup:
    values = {
        "name": linked(words, candidate.person),
        "organisation": short(candidate.organisation),
    }
    if candidate.state == WITHDRAWN:
        return words.t("{name} took the request for <b>{organisation}</b> back.", **values)
    values["decider"] = named(candidate.decider) if candidate.decider else words.t("a colleague")
    values["moment"] = words.moment(candidate.decided_at or candidate.asked_at, words.zone)
    if candidate.state == GRANTED:
        rank = called(words, candidate.rank or Rank.LIAISON)
        return words.t(
            "✅ {name} is {rank} of <b>{organisation}</b>. {decider} agreed, {moment}.",
            rank=rank,
            **values,
        )
    return words.t(
        "✖️ {name} has no role in <b>{organisation}</b>. {decider} declined, {moment}.", **values
    )


def _after(words: Words, candidate: Candidate) -> tuple[Row, ...]:
    """What may be done next: correct a yes, invite another after a no."""
    one = candidate.organisation
    if candidate.state == GRANTED:
        return ((button(words.list([short(one)]), pack("organisations.open", one.id)),),)
    if candidate.origin == LINK and candidate.state != WITHDRAWN:
        deputy = (DEPUTY,) if candidate.rank is Rank.DEPUTY else ()
        again = words.t("Another link for {organisation}", organisation=short(one))
        return ((button(again, pack("people.invite", one.id, *deputy)),),)
    return ()


def _ranked(words: Words, person: Liaison) -> Markup:
    name = words.list([clip(person.name, NAMED * 4) or str(person.id)])
    return words.t("{name} (deputy)", name=name) if person.is_deputy else name
