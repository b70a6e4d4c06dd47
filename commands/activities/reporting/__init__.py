"""What becomes of a report: its receipt, the questions below it, corrections."""
