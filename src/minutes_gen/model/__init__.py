"""What a Session is made of, and what a line of a paper can be.

From the top down; a file imports from lines below its own:

    paper                         Paper: the fields of a Session, and what must hold between them
    _section_numbers              the numbers of sections: counted, checked, brought to one form
    _blocks                       Paragraph, Bullet, Table, Vote, Section …
    _detail, _foot_forms          Detail: a label and its value; Signing (署名欄): who signs
    _head_forms, task             the lines of a head (文書番号, 宛名, 職名); Task (宿題)
    _marks, _people, _plain_data  marks of lines and `\\`; People; plain data ↔ classes (cattrs)
    _validators, roles            what a field may hold; the labels of details (見出し語)
"""
