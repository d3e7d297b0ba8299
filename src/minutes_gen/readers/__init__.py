"""Readers: each turns a text into a Session, and knows no writer."""
