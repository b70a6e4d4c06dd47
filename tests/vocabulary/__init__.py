"""What tests say: people who talk, photos, and a clock that is moved."""

from tests.vocabulary.clock import ManualClock
from tests.vocabulary.people import Person
from tests.vocabulary.photos import photo

__all__ = ["ManualClock", "Person", "photo"]
