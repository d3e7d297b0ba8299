"""The notation: plain text that is read back as it was written.

From the top down; a file imports from lines below its own:

    reader, writer               lines → Session; Session → text
    _read_body                   what stands between head and foot
    _read_foot, _read_head       the two ends of a paper
    _write_blocks, _write_ends   each block alone; whether the ends would be read as what they are
    _lines                       the lines of a source
"""
