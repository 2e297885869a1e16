"""Filled-in answer forms, from whatever program saved them: tables known by their heads, and read row by row."""
