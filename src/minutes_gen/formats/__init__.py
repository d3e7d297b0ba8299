"""The formats that papers are read from and written to.

Each is one file or one folder, its way in and its way out together.

From the top down; a file imports from lines below its own:

    files                       load and save by suffix
    docx, extracted, json_data  Word files; what a PDF gave; JSON
    notation                    plain text that is read back as it was written
    page_text                   text for people
    _table, _whole_files        tables between bars, and which of their columns hold amounts;
                                files written whole or not at all
"""
