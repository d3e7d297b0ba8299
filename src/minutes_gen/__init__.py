"""Notices, handouts and minutes of a Japanese office."""
