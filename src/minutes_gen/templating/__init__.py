"""ひな形: what a template may hold, what its values are, and how they come into its lines."""
