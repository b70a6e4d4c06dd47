"""`/join`: a link was opened, or somebody asks to be with an organisation."""

from commands.kit import Talk
from commands.people import answers, links, requests
from commands.people.rules import is_token
from storage import candidates, invitations, organisations, verdicts
from storage.candidates import Asked, Candidate
from storage.organisations import Organisation
from storage.verdicts import Verdict


async def join(talk: Talk) -> None:
    """`/join 兴隆社区`, a link's payload, or alone: where one's own requests stand."""
    if is_token(talk.args):
        await _open_link(talk)
        return
    every = await organisations.every(talk.store)
    found = organisations.named(every, talk.args)
    if not talk.args and talk.place.is_private:
        await _stand(talk)
    elif not talk.args:
        await talk.reply(requests.how_to(talk.words, every))
    elif not found:
        await talk.reply(requests.none(talk.words, talk.args))
    elif len(found) == 1:
        await _ask(talk, found[0])
    elif talk.place.is_private:
        await talk.reply(requests.which(talk.words, found, talk.args))
    else:
        await talk.reply(requests.say_which(talk.words, found, talk.args))


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the organisations; in private, as it takes the place of the message."""
    if not talk.place.is_private:
        await talk.toast(requests.in_private(talk.words))
        return
    every = await organisations.every(talk.store)
    await talk.edit(requests.chooser(talk.words, every, numbers[0] if numbers else 1))


async def wish(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button with an organisation's name: the request of the one who pressed."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None or one.retired_at is not None or not talk.place.is_private:
        await talk.toast(requests.in_private(talk.words))
    else:
        await _ask(talk, one)


async def withdraw(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The own request is taken back."""
    wanted, who = numbers[0] if numbers else -1, talk.asker.person.id
    decided = await verdicts.withdraw(talk.store, wanted, who, talk.now)
    if decided.verdict is not Verdict.MADE or decided.candidate is None:
        await talk.toast(requests.decided_before(talk.words))
    else:
        await talk.toast(requests.taken_back(talk.words))
        if talk.place.is_private:
            await talk.edit(requests.without(talk.words, decided.candidate.organisation))


async def _open_link(talk: Talk) -> None:
    if not talk.place.is_private:
        await talk.reply(links.only_in_private(talk.words))
        return
    result = await invitations.use(talk.store, talk.args, talk.asker.person.id, talk.now)
    await talk.reply(links.opened(talk.words, result))


async def _ask(talk: Talk, one: Organisation) -> None:
    who = talk.asker.person.id
    where = None if talk.place.is_private else (talk.place.id, talk.message.id)
    asked = await candidates.ask(talk.store, who, one.id, talk.now, where)
    waiting: tuple[Candidate, ...] = ()
    if asked in {Asked.ASKED, Asked.WAITS} and talk.place.is_private:
        waiting = await candidates.waiting_of(talk.store, who)
    await talk.reply(requests.asked(talk.words, asked, one, waiting, talk.place))


async def _stand(talk: Talk) -> None:
    """What was said last, what waits, and how to ask."""
    who = talk.asker.person.id
    last = await candidates.last_of(talk.store, who)
    waiting = await candidates.waiting_of(talk.store, who)
    told = answers.answer(talk.words, last).text if last else None
    await talk.reply(requests.standing(talk.words, told, waiting))
