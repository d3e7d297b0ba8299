"""What comes from outside: bytes, never more than a bound, and the text that they hold.

Files that import nothing of each other:

    _bounded, _encodings
"""
