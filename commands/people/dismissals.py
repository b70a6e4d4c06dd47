"""A rank is taken from somebody: asked back first, and told."""

from commands.kit import Post, button, pack
from commands.people.appointments import back
from commands.people.offices import named
from commands.people.ranks import called, short
from commands.people.rules import CONFIRMED
from locales import Words
from storage.organisations import Organisation
from storage.people import Person
from storage.seats import Rank


def confirm_removal(
    words: Words, person: Person, organisation: Organisation, rank: Rank | None
) -> Post:
    """Asks back, as a thumb slips easily."""
    text = words.t(
        "Shall {name} no longer be {rank} of {organisation}?",
        name=named(person),
        rank=called(words, rank or Rank.LIAISON),
        organisation=short(organisation),
    )
    data = pack("people.remove_liaison", person.id, organisation.id, CONFIRMED)
    yes = button(words.t("Yes, remove"), data)
    no = button(words.t("No, keep"), pack("organisations.show", organisation.id))
    return Post(text, ((yes,), (no,)))


def removed(words: Words, person: Person, organisation: Organisation, rank: Rank | None) -> Post:
    """What became of it, and the way back to the organisation; None: there was no rank to take."""
    values = {"name": named(person), "organisation": short(organisation)}
    if rank is not None:
        noun = called(words, rank)
        text = words.t("✅ {name} is no longer {rank} of {organisation}.", rank=noun, **values)
    else:
        text = words.t("{name} was not liaison of {organisation} any more.", **values)
    return Post(text, (back(words, organisation),))
