"""What people have changed in a Word file: every element that marks a tracked change, and where it stands."""
