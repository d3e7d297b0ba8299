"""What a paper says: pure functions of it.

Form is kept, facts are found: no reader needs to know where a paper says when and where they met,
who came, or what was decided. The lines of a paper, whatever a reader made of them, are classified
once, and each fact has a few rules over them.

From the top down; a file imports from lines below its own:

    required                           what minutes of a kind require and lack, with the rule
    _contradictions, queries           votes and signers that cannot be; all facts with their places
    _wording, _speeches, _resolutions  what is said in words; who said what; motions with votes
    _where, attendance, _motions       the place; who was there; the motions that lines name
    _when, _listed, _results           day and hours; lists of people; sentences that decide
    _next, _tasks, _under              the next meeting; what is to be done; entries of a role
    _agenda                            what they met about, and the items under any label
    _page                              the lines of a paper, and what tells of another meeting
    _lines, _entries                   lines with their labels; entries in the notation's ways
    _labels, _counts, _names           labels by form; numbers of people; names
    _text                              one spelling for each character, marks aside
"""
