"""The papers that follow from a paper: its minutes, the next notice.

From the top down; a file imports from lines below its own:

    next_notice    what a paper says of the next session → its notice
    blank_minutes  a notice → its minutes, to be filled in
"""
