"""The forms that a framework knows, by sort of document or part: what its file may say of each."""
