"""The values that a session has for a template: 発行者, 題名, 回 and its details.

>>> from minutes_gen.model._detail import Detail
>>> june = Session(title="研修", number=1, details=[Detail("会場", "事務室")])
>>> session_values(june, ["題名", "回", "場所", "議題"])
{'題名': '研修', '回': 1, '場所': '事務室'}
"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from minutes_gen.model.roles import LABELS, TOLD_BY_LABEL
from minutes_gen.session import Detail, Session

# What a notice says behind the name of its meeting, and a template says itself.
_ABOUT = re.compile(r"の開催について\s*(?:[（(]通知[）)])?$")


def _title(session: Session) -> str | None:
    return _ABOUT.sub("", session.title) or session.title if session.title else None


def _addressee(session: Session) -> str | None:
    """Find those whom 各位 stands behind: 理事 of 理事各位."""
    one = session.addressees[0] if len(session.addressees) == 1 else ""
    return one.removesuffix("各位").strip() or None if one.endswith("各位") else None


def _signs(part: int, session: Session) -> str | None:
    """Find 職名 (part 0) and 氏名 (part 1) of one line: 理事長　橋野 太郎."""
    parts = session.signatory[0].split(maxsplit=1) if len(session.signatory) == 1 else ()
    return parts[part] if len(parts) == 2 else None


_OF_SESSION: dict[str, Callable[[Session], object]] = {
    "発行日": lambda session: session.issued,
    "発行者": lambda session: session.issuer,
    "題名": _title,
    "回": lambda session: session.number,
    "宛名": _addressee,
    "職名": partial(_signs, 0),
    "差出人": partial(_signs, 1),
}


def session_values(session: Session, names: Iterable[str]) -> dict[str, object]:
    """Find the values of these names: in the head, or in the detail with that label or role."""
    found = {}
    for name in names:
        detail = _detail(session, name)
        value = _OF_SESSION[name](session) if name in _OF_SESSION else None
        if value is None and detail is not None:
            typed = detail.written is None and not isinstance(detail.value, tuple)
            value = detail.value if typed else "\n".join(detail.lines)
        if value is not None:
            found[name] = value
    return found


def _detail(session: Session, name: str) -> Detail | None:
    """Find a detail by its label; else by its role, if a paper has one detail of that role."""
    role = LABELS.get(name)
    alike = role is not None and role not in TOLD_BY_LABEL
    return session.detail(name) or (session.detail(role) if role and alike else None)
