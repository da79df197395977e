"""PO files as editors and tools leave them: a fault costs one entry, and oddities cost none."""

from pathlib import Path

import pytest

from generator.catalogs import key_of
from generator.languages import known_language
from generator.po import EntryFile, read_entries

HEAD = 'msgid ""\nmsgstr ""\n"Language: ur\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
ENTRY = '\nmsgctxt "a.title"\nmsgid "Safer"\nmsgstr "محفوظ"\n'


def _read(tmp_path: Path, text: str) -> EntryFile:
    path = tmp_path / "tiny.po"
    path.write_bytes(text.encode())
    return read_entries(path, "tiny.po", known_language("ur"), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ENTRY,
        (HEAD + ENTRY).replace("\n", "\r\n"),
        "\ufeff" + HEAD + ENTRY,
        HEAD + '"POT-Creation-Date: \\n"\n' + ENTRY,
        HEAD + '"PO-Revision-Date: 2026-12-01T10:00\\n"\n"Content-Type: text/plain; charset=CHARSET\\n"\n' + ENTRY,
        "# Urdu: the words of the plan.\n\n" + HEAD + ENTRY,
        HEAD.replace(
            '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', '"Plural-Forms: nplurals=2; "\n"plural=(n != 1);\\n"'
        )
        + ENTRY,
        HEAD + ENTRY.replace("msgctxt", '#| msgid "Safe"\nmsgctxt'),
        HEAD + ENTRY + '\n#~| msgid "Old"\n#~ msgid "Older"\n#~ msgstr "پرانا"\n',
        HEAD + "\n# a remark alone\n" + ENTRY,
        ENTRY,
        HEAD + ENTRY.replace('msgid "Safer"', 'msgid ""\n"Sa"\n"fer"'),
    ],
)
def test_an_entry_is_read_from_any_file_that_tools_write(tmp_path: Path, text: str) -> None:
    read = _read(tmp_path, text)
    assert read.problems == ()
    assert [(key_of(each), each.string) for each in read.catalog if each.id] == [(("a.title", "Safer"), "محفوظ")]


def test_the_head_is_kept_with_the_comments_before_it(tmp_path: Path) -> None:
    read = _read(tmp_path, "# Urdu.\n\n" + HEAD + ENTRY)
    assert read.head == "# Urdu.\n\n" + HEAD


def test_a_fault_costs_one_entry_and_is_told_with_its_line(tmp_path: Path) -> None:
    broken = '\nmsgctxt "b.title"\nmsgid "Streets\nmsgstr "سڑکیں"\n'
    read = _read(tmp_path, HEAD + broken + ENTRY)
    assert [key_of(each) for each in read.catalog if each.id] == [("a.title", "Safer")]
    assert [(each.place and each.place.line, each.message) for each in read.problems] == [
        (7, "This line cannot be read")
    ]


@pytest.mark.parametrize("said", ["ur", "ur_PK", "ur-PK", "UR", ""])
def test_a_language_may_be_named_in_several_ways(tmp_path: Path, said: str) -> None:
    assert _read(tmp_path, HEAD.replace("Language: ur", f"Language: {said}") + ENTRY).problems == ()


def test_another_language_is_named_as_it_stands(tmp_path: Path) -> None:
    read = _read(tmp_path, HEAD.replace("Language: ur", "Language: Español") + ENTRY)
    assert [each.message for each in read.problems] == ['This catalog says that it is in "Español"']
    assert [each for each in read.catalog if each.id] == []
