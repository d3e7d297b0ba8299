"""The formats that papers are read from and written to."""
