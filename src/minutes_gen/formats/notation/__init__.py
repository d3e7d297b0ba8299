"""The notation: plain text that is read back as it was written."""
