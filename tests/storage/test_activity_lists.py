"""Lists narrowed by kind, community, person and words; likes; the gallery; what was looked for."""

from datetime import date, timedelta

import pytest

from storage import activity_lists, facets, features, galleries, hiding, likes, searches, tags
from storage.activity_lists import Wanted
from storage.database import Database
from storage.likes import Reaction
from storage.showings import CARD, PHOTOS, Asked, show
from tests.storage.activity_scene import LATER, found, only_photo, receipt_is_sent, reported
from tests.storage.liuzhai import CHEN, GROUP, NOW, WANG, gather
from tests.storage.owed import claimed
from tests.storage.test_reviews import HERE


async def ids(db: Database, **wanted: object) -> list[int]:
    """The numbers of the activities wanted, in their order in the list."""
    listing = await activity_lists.page(db, Wanted.model_validate(wanted), 1, 20)
    return [line.id for line in listing.lines]


async def test_words_are_looked_for_everywhere_and_literally(db: Database) -> None:
    unit, *_ = await gather(db)
    tag = (await tags.every(db))[0]
    first = await reported(db, 1, title="义诊", place="社区活动室", tags=(tag.id,))
    second = await reported(db, 2, caption="捐书 100%", materials="书包12个", organisation_id=unit)
    for words, expected in (
        ("义诊", [first]),
        ("活动室 义诊", [first]),
        ("活动室 书包", []),
        (tag.name, [first]),
        ("书包", [second]),
        ("单位1", [second]),
        ("100%", [second]),
        ("0%捐", []),
        ("_", []),
        ("", [second, first]),
    ):
        assert await ids(db, words=words) == expected, words


async def test_kind_person_and_community_narrow_a_list(db: Database) -> None:
    unit, other, *_ = await gather(db)
    first = await reported(db, 1, organisation_id=unit, linkage="safety")
    second = await reported(db, 2, organisation_id=other, place="兴隆社区广场")
    assert await ids(db, linkage="safety") == [first]
    assert await ids(db, community="兴隆社区") == [second]
    assert await ids(db, person_id=CHEN) == [second, first]
    assert await ids(db, person_id=WANG) == []


async def test_choices_are_what_there_is(db: Database) -> None:
    unit, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, linkage="safety")
    await reported(db, 2, organisation_id=unit, held_on=date(2025, 12, 30))
    await reported(db, 3, held_on=None)
    months = await facets.months(db, Wanted(), 20)
    assert [(one.year, one.month, one.count) for one in months] == [(2026, 8, 1), (2025, 12, 1)]
    assert len(await facets.months(db, Wanted(), 1)) == 1
    assert await facets.kinds(db, Wanted()) == {"safety": 1}
    (owner,) = await facets.owners(db, Wanted())
    assert (owner.id, owner.count) == (unit, 2)


async def test_what_was_looked_for_is_kept_once_and_forgotten(db: Database) -> None:
    first = await searches.remember(db, "义诊", NOW)
    assert await searches.remember(db, "义诊", NOW + timedelta(days=20)) == first
    other = await searches.remember(db, "助学", NOW + timedelta(days=40))
    assert await searches.one(db, first.id) == first
    await searches.remember(db, "助学", NOW + timedelta(days=60))
    assert await searches.one(db, first.id) is None
    assert await searches.one(db, other.id) == other


async def test_a_person_counts_once_as_long_as_one_reaction_stands(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    for message in (900, 901):
        await likes.react(db, number, Reaction(GROUP, message, CHEN, is_like=True), LATER)
    await likes.react(db, number, Reaction(GROUP, 900, WANG, is_like=True), LATER)
    assert (await found(db, number)).likes == 2
    await likes.react(db, number, Reaction(GROUP, 900, CHEN, is_like=False), LATER)
    assert (await found(db, number)).likes == 2
    await likes.react(db, number, Reaction(GROUP, 901, CHEN, is_like=False), LATER)
    assert (await found(db, number)).likes == 1
    await likes.react(db, 99, Reaction(GROUP, 900, CHEN, is_like=True), LATER)


async def test_cards_and_every_photo_of_their_albums_are_listened_to(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    await receipt_is_sent(db, number, 900)
    await show(db, number, Asked(GROUP, None, 5, "en"), LATER, has_photos=True)
    rows = await claimed(db, LATER)
    assert {row.kind for row in rows} <= {CARD, PHOTOS}
    assert {row.language for row in rows} == {"en"}
    assert (GROUP, 900) in await likes.cards(db)


async def test_the_gallery_has_what_may_be_seen_the_best_first(db: Database) -> None:
    await gather(db)
    first, second = await reported(db, 1), await reported(db, 2, held_on=date(2026, 7, 1))
    await reported(db, 3, held_on=None)
    assert await galleries.months(db) == ((2026, 8), (2026, 7))
    august = date(2026, 8, 1), date(2026, 8, 31)
    assert [one.activity_id for one in await galleries.of(db, *august)] == [first]
    await hiding.hide(db, (await only_photo(db, first)).id, WANG, LATER)
    assert await galleries.of(db, *august) == ()
    assert await galleries.months(db) == ((2026, 7),)
    assert await features.feature(db, second, HERE, (), WANG, LATER)


@pytest.mark.parametrize("photos", [True, False])
async def test_a_card_is_owed_with_its_photos_if_there_are_some(
    db: Database, *, photos: bool
) -> None:
    await gather(db)
    number = await reported(db)
    await receipt_is_sent(db, number)
    await show(db, number, Asked(CHEN, None, None, "zh_CN"), LATER, has_photos=photos)
    kinds = [row.kind for row in await claimed(db, LATER)]
    assert kinds == ([PHOTOS, CARD] if photos else [CARD])
