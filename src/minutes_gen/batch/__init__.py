"""Many papers at once.

From the top down; a file imports from lines below its own:

    bulk                 papers by any executor; a file for each row of a table
    _file_names, tables  file names made of values, safe on every system; tables and their rows
"""
