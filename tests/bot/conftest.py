"""Some of the program's tests need a whole alliance around it."""

from tests.conversations.conftest import alliance

__all__ = ["alliance"]
