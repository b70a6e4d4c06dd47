"""The drills, in the order in which they are run."""

from drills import kill9
from drills.outcomes import Drill

DRILLS: tuple[Drill, ...] = (kill9.DRILL,)
