"""Everything that knows Excel's file format: opening within limits, reading cells as words."""
