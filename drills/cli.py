"""`gongjian drill [NAME]`."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Runs drills; returns the exit code."""
    raise SystemExit(f"no drill yet: {arguments}")
