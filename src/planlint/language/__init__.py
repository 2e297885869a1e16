"""Swedish: normalised words, stems, references in prose. The only place that knows about the language."""
