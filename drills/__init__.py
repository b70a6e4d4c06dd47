"""Drills: what Gongjian promises, tried on real bot processes against the simulator.

    gongjian drill [NAME] [--seed N] [--tries N]

A drill is a module with a `DRILL` value, listed in `drills.registry`. It gathers a `Town`
(`drills/town.py`: people, a group, a data folder, the simulator), starts bots in it, lets people
do things by its seed, does harm, and in the end counts what people saw against what the database
holds. Bots are forked from a process that has imported everything (`drills/zygote.py`), so that a
thousand kills take minutes. In the child, before it begins, `drills/subject.py` may set the clock,
lay a mine at a named step, or take one protection away: the last is how each drill's test shows
that it would find the fault. Nothing of this is in the program itself.
"""
