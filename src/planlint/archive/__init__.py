"""What files of Word and of Excel have in common: a zip archive with parts of XML, opened within limits."""
