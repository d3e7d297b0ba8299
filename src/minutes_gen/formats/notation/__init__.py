"""The notation: plain text that is read back as it was written.

From the top down; a file imports from lines below its own:

    reader, writer           lines → Session; Document → text
    _read_foot, _read_head   the two ends of a paper
    _write_ends              whether they would be read as what they are
    _lines, _table           the lines of a source; tables between bars, for both texts
"""
