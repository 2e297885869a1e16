"""The compilation's table as people filled it in: read from Word and from Excel."""
