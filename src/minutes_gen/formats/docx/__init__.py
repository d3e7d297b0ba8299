"""Word files (.docx), in which Word counts the sections and sets the lines itself.

From the top down; a file imports from lines below its own:

    writer                             Document → .docx
    _letterhead                        a frame from another document
    _adopt_lists, _body                our lists behind those of another document; paragraphs
    _package                           the parts that all documents of a house style share
    _styles                            word/styles.xml
    _adopt, _fonts, _labels, _lists    our styles among another's; fonts; 均等割り付け; lists
    _active, _counting                 what no letterhead may bring; where headings are counted
    _opc, _parts, _properties          a package of parts; which of them is what
    _line_rules, _settings, _tables    how Word breaks lines; word/settings.xml; tables
    _archive, _tasks, _units, _unpack  zip archives; tasks as a table; twips; care with files
"""
