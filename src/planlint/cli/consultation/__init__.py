"""The commands of a consultation, one module each."""
