"""Writers: each turns a Document into a file's content, and knows nothing else."""
