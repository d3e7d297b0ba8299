"""The text of a template → what Jinja2's parser makes of it, of which nothing is run here.

>>> parse_template("{{ 題名", source="x.txt")
Traceback (most recent call last):
minutes_gen.errors.TemplateError: x.txt:1: cannot be read as a template: unexpected end of \
template, expected 'end of print statement'.
"""

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from minutes_gen.errors import TemplateError
from minutes_gen.templating._run import SIGN

LONGEST_TEMPLATE = 50_000  # characters
DEEPEST = 50  # brackets, filters and blocks in each other
TOO_DEEP = f"brackets, filters or blocks stand more than {DEEPEST} deep in each other"
_UNREAD = "cannot be read as a template"
# Blocks leave no empty lines behind.
_ENVIRONMENT = Environment(  # noqa: S701  (nothing is rendered, and nothing is HTML)
    trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


def parse_template(text: str, *, source: str) -> list[nodes.Node]:
    """Parse a template; TemplateError, with its line, for what cannot be one."""
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateError(source, None, f"a template has at most {LONGEST_TEMPLATE} characters")
    if match := SIGN.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise TemplateError(source, line, f"U+{ord(match[0]):04X} can stand in no document")
    parser = None
    try:
        parser = Parser(_ENVIRONMENT, text)
        return parser.parse().body
    except TemplateSyntaxError as error:
        raise TemplateError(source, error.lineno, f"{_UNREAD}: {error.message}") from None
    except (RecursionError, ValueError) as error:  # a number of more digits than Python reads
        line = parser.stream.current.lineno if parser else 1
        problem = TOO_DEEP if isinstance(error, RecursionError) else f"{_UNREAD}: {error}"
        raise TemplateError(source, line, problem) from None
