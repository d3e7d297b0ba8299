"""How a paper looks: house styles, and the composed Document.

From the top down; a file imports from lines below its own:

    compose                Session + HouseStyle → Document
    document, line_length  the composed Document; how long lines are
    style                  HouseStyle (書式), its presets, its TOML
"""
