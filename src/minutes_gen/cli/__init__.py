"""The command minutes-gen.

From the top down; a file imports from lines below its own:

    command     parses the call, gives exit statuses, turns errors into one line
    _templates  templates, new, minutes and next
    _output     the options of every command that writes a paper; complaints
"""
