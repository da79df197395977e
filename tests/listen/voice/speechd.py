"""The voice that Orca speaks with here: it writes each phrase down, at once, with the language Orca asked for.

Stands in for the package `speechd`, through which Orca reaches a voice, in Orca's own process.
"""

import html
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

_SAID = Path(os.environ["LISTEN_SAID"])


class _Names:
    def __getattr__(self, name: str) -> str:
        return name


CallbackType = DataMode = Priority = PunctuationMode = _Names()


class SSIPCommunicationError(Exception):
    """Never raised; Orca wants to catch it."""


SSIPCommandError = SSIPCommunicationError


class SSIPClient:
    """One connection to the voice."""

    def __init__(self, *_: object, **__: object) -> None:
        self._language = ""

    def set_language(self, language: str) -> None:
        """Orca asks for a language before each phrase in another one."""
        self._language = language

    def speak(self, ssml: str, callback: Callable[[str], None] | None = None, event_types: Iterable[str] = ()) -> None:
        """Write a phrase down. Orca reads a page phrase by phrase, and gives the next one when told of the end."""
        del event_types
        text = html.unescape(re.sub("<[^>]*>", "", ssml))
        with _SAID.open("a", encoding="utf-8") as file:
            file.write(json.dumps([text, self._language, callback is not None]) + "\n")
        if callback:
            callback("BEGIN")
            callback("END")

    char = speak

    def __getattr__(self, name: str) -> Callable[..., tuple[()]]:
        return lambda *_, **__: ()  # rate, pitch, volume and the list of voices do not matter here
