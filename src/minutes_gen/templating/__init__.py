"""Templates (ひな形): what they may hold, what their values are, and how they are filled in.

From the top down; a file imports from lines below its own:

    template                   finds templates, checks them once, fills them in
    _lines, _program           what a run put out, as lines; what a template may do
    _filters, _header, _parse  | 曜日; the comment on top; the text, as Jinja2 reads it
    _run                       one run: what it puts out, and its bounds
    _session_values, _values   what a session gives; 日付, 日時, 氏名 …
"""
