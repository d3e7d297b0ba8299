"""What a paper says: pure functions of it.

From the top down; a file imports from lines below its own:

    required         what minutes of a kind require and lack, with the rule
    _contradictions  votes, quorum and signers that cannot be
    _wording         what a paper says in words
    queries          decisions, tasks, motions, speeches
    attendance       who was there, and how many
    _names           whom a paper means by a name
"""
