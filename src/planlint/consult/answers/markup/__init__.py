"""What people marked up in a plan that came back: changes, comments, and differences that nothing marks."""
