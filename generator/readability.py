"""A text in short Markdown -> how long its sentences are.

Takes a text; gives the words of each sentence. Knows nothing of plans or languages but where sentences end.

Why length: GOV.UK's content design guidance asks for sentences of at most 25 words ("Writing for GOV.UK", 2014, from
research by Oxford University Press); a measure that counts syllables is made for one language only.
"""

import re

LONG_SENTENCE = 25
"""A sentence with more words is hard to follow."""
_MARK = r"(?:(?:[-*]|\d+\.)\s+)"
_ENDS = re.compile(rf"(?<=[.!?\u0964\u06d4\u061f:;])[\"'\u2019\u201d)]*\s+{_MARK}?|\n\s*\n{_MARK}?|\n\s*{_MARK}")


def sentences(text: str) -> list[str]:
    """The sentences of a text, and the entries of its lists, each on one line."""
    lines = (" ".join(part.split()) for part in _ENDS.split(re.sub(rf"^\s*{_MARK}", "", text)))
    return [line for line in lines if line]


def long_sentences(text: str) -> list[str]:
    """The sentences with more than 25 words. Scripts without spaces between words have none."""
    return [sentence for sentence in sentences(text) if len(sentence.split()) > LONG_SENTENCE]
