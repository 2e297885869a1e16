"""Reports: what a run, a plan or its coverage looks like to a person, a spreadsheet or another program.

Every renderer is a pure function that returns a string; only the command line prints.
"""
