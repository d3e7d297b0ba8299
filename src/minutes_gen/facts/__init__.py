"""What a paper says: pure functions of it."""
