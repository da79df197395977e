"""What Orca is told at its start. It becomes the file `orca-customizations.py` in Orca's own folder.

Orca 43 finds the language of each run of text, and asks its own `voice` for it; there the language is lost. Here it is
handed on. Phrases of the page then come with their language, `und` if they have none; Orca's own words come with `own`.
"""

from orca import acss, settings, speech_generator, speechserver  # type: ignore[import-not-found]

_voice = speech_generator.SpeechGenerator.voice


def _voice_with_language(self: object, key: str | None = None, **args: object) -> list[object]:
    """Orca's voice, in the language that Orca found."""
    language = args.get("language")
    family = {
        speechserver.VoiceFamily.LANG: "own" if language is None else language or "und",
        speechserver.VoiceFamily.DIALECT: args.get("dialect"),
    }
    return [acss.ACSS({**voice, acss.ACSS.FAMILY: family}) for voice in _voice(self, key, **args)]


settings.enableKeyEcho = False  # the listener knows which key was pressed
speech_generator.SpeechGenerator.voice = _voice_with_language
