"""How much money was given: 5000元, 五千元, 1.2万元, ￥300, 300 yuan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from commands.activities.captions.findings import Finding
from commands.activities.captions.quantities import BREAKS, Quantity, quantities
from commands.activities.captions.records import fault_of
from commands.activities.faults import Fault
from commands.kit.numbers import WIDE

YUAN = r"(?:元(?![旦宵月素件])|块(?:钱|(?=[，,。；;\s]|$))|(?:yuan|rmb|cny)\b)"
SIGNED = re.compile(
    r"(?:[¥￥]|\b(?:rmb|cny)\b)\s*(?P<number>[0-9][0-9,.]{0,15}[0-9]|[0-9])", re.IGNORECASE
)
GIVING = re.compile(
    "捐|募|筹|善款|资助|助学金|救助|补助|奖学金|慰问金|发放|送去?|投入|花费|经费|现金|爱心款|义卖"
    r"|拨付|\b(?:donat|rais|gave|given|fund)",
    re.IGNORECASE,
)
OTHERWISE = re.compile(
    "价值|折合|原价|单价|市场价|售价|节约|节省|挽回|收费|只需|仅需|标准|罚|涉案|被骗|损失|工资|月薪|年薪|\\bworth\\b|\\bcost"
)
BARE_MYRIAD = re.compile(
    r"(?:捐款?|募捐?|筹集?|善款)\s*(?P<number>[0-9]+(?:\.[0-9]+)?)万(?![元人])"
)
MYRIAD = 10_000


@dataclass(frozen=True)
class Given:
    """The money in whole yuan, and the words that name it, by their places in the text."""

    money: Finding[int]
    said: tuple[tuple[int, int], ...] = ()


def read_given(text: str) -> Given:
    """Sure of one exact amount that was given; worth, prices, so much for each are asked about."""
    text = text.translate(WIDE)
    amounts = list(_amounts(text))
    sure = [one for one in amounts if one.is_exact and one.values[0].is_integer()]
    values = dict.fromkeys(
        whole for one in amounts for value in one.values for whole in _wholes(value)
    )
    faults = [fault for value in values if (fault := fault_of("money", value))]
    good = tuple(value for value in values if not fault_of("money", value))
    said = tuple((one.start, one.end) for one in amounts)
    if len(amounts) == len(sure) == len(good) == 1 and _is_given(text, amounts[0]):
        return Given(Finding(good[0]), said)
    fault = None if good or not amounts else next(iter(faults), Fault.NO_MONEY)
    return Given(Finding(candidates=good, fault=fault), said)


def read_money(text: str) -> int | Fault:
    """The amount that somebody wrote to correct a report; a number alone is yuan."""
    text = text.translate(WIDE).strip()
    amounts = list(_amounts(text)) or list(_amounts(f"{text}元"))
    if any(one.is_negative for one in amounts):
        return Fault.NEGATIVE_NUMBER
    if len(amounts) > 1:
        return Fault.SEVERAL_NUMBERS
    if not amounts or len(amounts[0].values) != 1 or not amounts[0].values[0].is_integer():
        return Fault.NO_MONEY
    return fault_of("money", int(amounts[0].values[0])) or int(amounts[0].values[0])


def _amounts(text: str) -> Iterator[Quantity]:
    with_unit = list(quantities(text, YUAN))
    yield from with_unit
    for pattern, unit in ((SIGNED, 1), (BARE_MYRIAD, MYRIAD)):
        for found in pattern.finditer(text):
            if not any(one.start < found.end() and found.start() < one.end for one in with_unit):
                yield _signed(found, unit)


def _signed(found: re.Match[str], unit: int) -> Quantity:
    number = found["number"].replace(",", "")
    is_number = number.count(".") <= 1
    values = (round(float(number) * unit, 4),) if is_number else ()
    return Quantity(*found.span(), values, is_exact=is_number and unit == 1)


def _is_given(text: str, amount: Quantity) -> bool:
    """Its clause speaks of giving and not of worth, or says nothing besides."""
    before = re.split(f"[{BREAKS}]", text[: amount.start])[-1]
    after = re.split(f"[{BREAKS}]", text[amount.end :])[0]
    clause = before + after
    return not OTHERWISE.search(clause) and bool(GIVING.search(clause))


def _wholes(value: float) -> tuple[int, ...]:
    """Money is kept in whole yuan; of 12860.5 both neighbours are offered."""
    return (int(value),) if value.is_integer() else (floor(value), ceil(value))
