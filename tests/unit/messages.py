"""What Planpress itself says, as its source has it."""

from collections.abc import Iterator

from jinja2.ext import babel_extract

from generator.pages import TITLES
from generator.render import TEMPLATES
from generator.site import CONFORMANCE_WORDS
from generator.targets import STATE_WORDS


def in_the_interface() -> set[str]:
    """Every message of templates and tables; a counted one by its plural."""
    return {*TITLES.values(), *STATE_WORDS.values(), *CONFORMANCE_WORDS.values(), *_in_templates()}


def _in_templates() -> Iterator[str]:
    for template in sorted(TEMPLATES.rglob("*.jinja")):
        with template.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ["_", "n_", "plain"], [], {"silent": "false"}):
                texts = [message] if isinstance(message, str) else [each for each in message or () if each]
                yield from texts[1:2] or texts
