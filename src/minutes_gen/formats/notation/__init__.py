"""The notation: plain text that is read back as it was written.

From the top down; a file imports from lines below its own:

    reader                          lines → Session
    _read_foot, _read_head, writer  the two ends of a paper; Document → text
    _lines, _table                  the lines of a source; tables between bars, for both texts
"""
