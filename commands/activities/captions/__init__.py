"""What the words of a report say: pure reading, nothing is guessed."""
