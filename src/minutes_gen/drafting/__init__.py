"""The papers that follow from a paper: its minutes, the next notice."""
