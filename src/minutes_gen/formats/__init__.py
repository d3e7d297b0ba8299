"""The formats that papers are read from and written to.

Each is one file or one folder, its way in and its way out together.

From the top down; a file imports from lines below its own:

    files                       load and save by suffix; encodings; writes whole or not at all
    render                      Session → text, bytes or JSON, in one call
    docx, extracted, page_text  Word files; what a PDF gave; text for people
    json_data, notation         JSON; plain text that is read back as it was written
"""
