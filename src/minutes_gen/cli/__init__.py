"""The command minutes-gen."""
