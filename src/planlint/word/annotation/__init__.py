"""Comments in the margin of a Word file: where they stand, what they say, and the file as it is saved with them."""
