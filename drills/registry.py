"""The drills, in the order in which they are run."""

from drills import kill9, poll_torn, server_down
from drills.outcomes import Drill

DRILLS: tuple[Drill, ...] = (kill9.DRILL, poll_torn.DRILL, server_down.DRILL)
