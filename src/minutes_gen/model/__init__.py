"""What a Session is made of, and what a line of a paper can be.

From the top down; a file imports from lines below its own:

    paper                             Paper: the fields of a Session, and what must hold
    _head_order                       in which order the lines of a head and a foot stand
    _head_by_form                     which line of a head is what, by its form
    _section_numbers                  the numbers of sections: counted, checked, brought to one form
    _blocks                           Paragraph, Bullet, Table, Vote, Section …
    _detail, _foot_forms              Detail: a label and its value; Signing (署名欄): who signs
    _head_fields, task                what the fields of a head may hold; Task (宿題)
    _looks, _people                   what a line is by its text; People
    _marks, _plain_data               marks of lines and `\\`; plain data ↔ classes (cattrs)
    _head_forms, _title_forms         文書番号, 宛名, 職名; 題名, 団体名, 吉日
    _validators, roles                what a field may hold; the labels of details (見出し語)
"""
