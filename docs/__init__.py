"""For people; what can be read from the code is written by `make docs`."""
