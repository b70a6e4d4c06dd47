"""What people can do: the features, in the order in which they are listed and asked."""
