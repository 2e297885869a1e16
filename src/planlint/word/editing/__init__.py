"""Changes made in a plan's own Word file, as if an editor had accepted them."""
