"""What a Session is made of, and what a line of a paper can be."""
