"""JSON ↔ Session.

>>> read_json('{"title": "スタッフ研修", "issued": "2018-06-07"}').issued
datetime.date(2018, 6, 7)
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from minutes_gen.errors import ModelError, NotationError, shown
from minutes_gen.session import Session

T = TypeVar("T")


def read_json(text: str, *, source: str = "<json>") -> Session:
    """Read a session from JSON as `render_json` writes it.

    NotationError says where: the line of what is no JSON, or the path of what is no Session.

    >>> read_json('{"title": 5}', source="june.json")
    Traceback (most recent call last):
    minutes_gen.errors.NotationError: june.json: title: 5 is not a text
    """
    return _read(text, source, Session.from_dict)


def render_json(session: Session) -> str:
    """Write a session as JSON, which `read_json` reads back; a style changes nothing in it.

    >>> print(render_json(Session(title="スタッフ研修", number=1)), end="")
    {
      "title": "スタッフ研修",
      "number": 1
    }
    """
    return json.dumps(session.to_dict(), ensure_ascii=False, indent=2) + "\n"


def read_object(text: str, *, source: str) -> dict[str, object]:
    """Read JSON that is an object with keys: values by their names.

    >>> read_object('{"場所": "事務室"}', source="july.json")
    {'場所': '事務室'}
    """
    return _read(text, source, _as_object)


def _read(text: str, source: str, take: Callable[[Any], T]) -> T:
    try:
        return take(json.loads(text, object_pairs_hook=_without_repetition))
    except json.JSONDecodeError as error:
        raise NotationError(source, error.lineno, f"no JSON: {error.msg}") from None
    except RecursionError:
        raise NotationError(source, None, "lists and objects nested too deep") from None
    except ModelError as error:
        raise NotationError(source, None, str(error)) from None
    except ValueError as error:  # a number of more digits than Python reads
        raise NotationError(source, None, f"no JSON that can be read: {error}") from None


def _as_object(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise ModelError("", f"{shown(data)} is not an object with keys")
    return data


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) != len(pairs):
        keys = Counter(key for key, _ in pairs)
        twice = next(key for key, count in keys.items() if count > 1)
        raise ModelError(shown(twice), "is given twice")
    return data
