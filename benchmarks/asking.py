"""How many questions in people's own words are understood.

    python -m benchmarks.asking [--missed]

Prints, for tests/asking/questions.csv, by how they are asked and for those that were known and
those that were held out while the rules were made: answered rightly at once, among the buttons that
are offered, not understood, and answered wrongly without asking back. Then the time of each.
"""

import argparse
import time
from statistics import quantiles

from tests.asking.grading import (
    FIRST,
    OFFERED,
    SILENT,
    WORD,
    WRONG,
    Figures,
    Said,
    end_of,
    grade,
    questions,
)

ENDS = FIRST, OFFERED, SILENT, WRONG


def main(*, missed: bool) -> None:
    """Figures for all."""
    said = questions()
    for how in dict.fromkeys(one.how for one in said):
        _print(how, grade(tuple(one for one in said if one.how == how)))
    known = tuple(one for one in said if not one.is_held_out and one.how != WORD)
    held_out = tuple(one for one in said if one.is_held_out)
    for name, some in (("known", known), ("held out", held_out), ("all", said)):
        _print(name, grade(some))
    if missed:
        for line in grade(known).missed:
            print("  ", line)
    _print_times(said)


def _print(name: str, figures: Figures) -> None:
    shares = ", ".join(f"{end} {figures.ends[end]} ({figures.share(end):.1%})" for end in ENDS)
    print(f"{name:12} {figures.ends.total():4} asked: {shares}")


def _print_times(said: tuple[Said, ...]) -> None:
    taken = []
    for one in said:
        began = time.process_time()
        end_of(one)
        taken.append((time.process_time() - began) * 1000)
    cut = quantiles(taken, n=100)
    print(f"time of one: p50 {cut[49]:.1f} ms, p95 {cut[94]:.1f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="which of the known ones were missed")
    main(missed=parser.parse_args().missed)
