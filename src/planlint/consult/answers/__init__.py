"""Answers to a consultation: returned versions, filled-in forms and letters, each read into what it says."""
