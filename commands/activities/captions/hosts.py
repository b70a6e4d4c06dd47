"""Whose activity it was, with whom, and who helped: by where the names stand in the caption."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from commands.activities.captions.findings import Finding
from commands.activities.captions.places import FACILITY
from commands.activities.captions.quantities import BREAKS
from commands.kit.names import COMMON, Mention, mentions
from storage.organisations import Organisation

HOST, HELPER, VISITED, NAMED = "host", "helper", "visited", "named"
"""What a name does in a caption; only a host and a helper are sure to have been part of it."""
_WITH = "联合|携手|会同|协同|联手"
TOGETHER = re.compile(
    rf"\s*(?:[、,，和与及跟同+&＋]|以及|还有|{_WITH}|\band\b|\bwith\b)\s*", re.IGNORECASE
)
LEADING = re.compile(rf"(?:{_WITH}|(?:主办|承办)(?:单位)?\s*[:：]?)\s*$")
TRAILING = re.compile(
    rf"^\s*(?:{_WITH}|共同|一起|一同|一道|主办|承办|举办|举行|开展|组织|牵头|在(?=.{{2,20}}(?:举办|举行|开展)))"
)
HELPING = re.compile(r"(?:协办|支持|赞助|参与|参加|配合)(?:单位)?\s*[:：]\s*$")
HELPED = re.compile(r"^\s*(?:协办|配合)")
VISITING = re.compile(
    r"(?:[到赴在于去往向对给为至]|走进|前往|来到|深入|走访|慰问|看望|感谢|邀请|参观|\b(?:at|in|to|for))"
    r"\s*(?:the\s)?$",
    re.IGNORECASE,
)
_ROOMS = "|".join(one for one in FACILITY.split("|") if len(one) > 1 and one != "社区")
ROOM_BEHIND = re.compile(
    r"\s*(?:(?![在到去赴于和与、]|组织|开展|举办|联合)[\u4e00-\u9fff0-9]){0,4}?"
    rf"(?:{_ROOMS}|[0-9一二三四五六七八九十]楼)|\s*(?:community\s+)?(?:cent(?:re|er)|hall|park|office|room)\b",
    re.IGNORECASE,
)
"""兴隆社区会议室 is a place, and says nothing of who was there."""
BEFORE = 12


@dataclass(frozen=True)
class Hosts:
    """Organisations by their ids."""

    own: Finding[int]
    """Whose activity it is."""
    together: tuple[int, ...] = ()
    """Who held it too."""
    helpers: tuple[int, ...] = ()
    """Who helped or took part."""
    perhaps: tuple[int, ...] = ()
    """Who is named, and may have held it too, or only have been visited or thanked."""
    said: tuple[tuple[int, int], ...] = ()
    """Where all the names stand in the text."""


def read_hosts(
    text: str,
    register: Sequence[Organisation],
    own: Sequence[Organisation],
    *,
    is_staff: bool = False,
) -> Hosts:
    """The one who writes answers for `own`, and staff report for anybody too."""
    found = mentions(text, register)
    acting = [one for one in found if not (_is_place(text, one) or _is_everyday(text, one))]
    roles = _shared(text, [(one, _role(text, one)) for one in acting])
    mine = _own(roles, [one.id for one in own], is_staff=is_staff or not own)
    if not own and not mine.candidates and mine.value is None:
        mine = Finding(candidates=tuple(dict.fromkeys(who for one in found for who in one.who)))
    sure = {
        one.who[0]: role
        for one, role in roles
        if one.is_sure and role in {HOST, HELPER} and one.who[0] != mine.value
    }
    settled = {*sure, *([] if mine.value is None else [mine.value]), *mine.candidates}
    perhaps = dict.fromkeys(
        who for one, _ in roles if settled.isdisjoint(one.who) for who in one.who
    )
    return Hosts(
        mine,
        tuple(who for who, role in sure.items() if role == HOST),
        tuple(who for who, role in sure.items() if role == HELPER),
        tuple(perhaps),
        tuple((one.start, one.end) for one in found),
    )


def _own(
    roles: Sequence[tuple[Mention, str]], own: Sequence[int], *, is_staff: bool
) -> Finding[int]:
    """The one organisation; of several the one that acts in the caption; for staff who acts."""
    if len(own) == 1 and not is_staff:
        return Finding(own[0])
    acts = [one for one, role in roles if role in {HOST, NAMED}]
    may_be = [who for one in acts for who in one.who if is_staff or who in own]
    sure = {one.who[0] for one in acts if one.is_sure} & set(may_be)
    if len(sure) == len(set(may_be)) == 1 and (not is_staff or not own or sure <= set(own)):
        return Finding(sure.pop())
    if not may_be and len(own) == 1:
        return Finding(own[0])
    return Finding(candidates=tuple(dict.fromkeys((*may_be, *own))))


def _role(text: str, one: Mention) -> str:
    before, after = text[max(0, one.start - BEFORE) : one.start], text[one.end :]
    if HELPING.search(before) or HELPED.search(after):
        return HELPER
    if VISITING.search(before):
        return VISITED
    return HOST if LEADING.search(before) or TRAILING.search(after) else NAMED


def _shared(text: str, roles: list[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
    """Names in a row do the same: in 到A、B慰问 both are visited, in A、B举办 both are hosts."""
    rows: list[list[tuple[Mention, str]]] = [roles[:1]] if roles else []
    for (last, _), following in pairwise(roles):
        between = text[last.end : following[0].start]
        if TOGETHER.fullmatch(between):
            rows[-1].append(following)
        else:
            rows.append([following])
    return [(one, _of_row([role for _, role in row])) for row in rows for one, _ in row]


def _of_row(roles: list[str]) -> str:
    if roles[0] in {VISITED, HELPER}:
        return roles[0]
    return next((role for role in (HOST, HELPER) if role in roles), NAMED)


def _is_place(text: str, one: Mention) -> bool:
    return bool(ROOM_BEHIND.match(text, one.end))


def _is_everyday(text: str, one: Mention) -> bool:
    """打扫街道 names nobody; 街道 where somebody acts may."""
    if text[one.start : one.end] not in COMMON or _role(text, one) in {HOST, HELPER}:
        return False
    return bool(text[: one.start].strip()) and text[: one.start].rstrip()[-1] not in BREAKS
