"""Photos of activities: how they stand on the receipt, one by one, hidden and taken down."""
