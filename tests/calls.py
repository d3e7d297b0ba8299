"""The command as the fixture `run` calls it: arguments in, status, output and complaints out."""

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
