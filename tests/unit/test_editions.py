"""The life of an edition: started, published, corrected. A command that fails changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator import build, editions
from generator.load import load
from generator.model import Edition, PlanEditions
from generator.periods import Period
from generator.plugin import PlanPlugin
from generator.problems import PlanError, Problem
from generator.targets import Target

PLANS = Path(__file__).parent.parent / "plans"
OLD, NEW = "plan_data/tiny/2026", "plan_data/tiny/2027"
Said = Callable[[], tuple[Problem, ...]]
Lay = Callable[[str, str | bytes], None]


def _day(text: str) -> Period:
    day = Period.parse(text)
    assert day is not None
    return day


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _change(site: Path, file: str, old: str, new: str) -> None:
    text = (site / file).read_text("utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), "utf-8", newline="\n")


def _publish(site: Path, name: str, on: str | None = None, note: str | None = None, *, minor: bool = False) -> None:
    editions.publish(site, name, "", on=_day(on) if on else None, note=note, minor=minor)


def _correct(site: Path, on: str, note: str | None = "It was 41.") -> tuple[str, ...]:
    return editions.correct(site, "2026", "", _day(on), note)[0]


def _changed(site: Path) -> None:
    _change(site, f"{OLD}/targets.yaml", "value: 41", "value: 42")


def _loaded(site: Path) -> PlanEditions:
    plan = load(site / "plan_data" / "tiny", site)
    assert isinstance(plan, PlanEditions), plan
    return plan


def _refuses(site: Path, what: Callable[[], object], words: str) -> None:
    """That a command ends with these words, and every file is as it was."""
    before = _files(site)
    with pytest.raises(PlanError) as refused:
        what()
    assert words in str(refused.value)
    assert _files(site) == before


@pytest.fixture
def sealed(tiny: Path) -> Path:
    """The tiny site, its edition sealed as it is."""
    _publish(tiny, "2026")
    return tiny


# ------------------------------------------------------------------------------------------------------------ start


def test_a_new_edition_is_a_copy_of_the_newest_one(sealed: Path) -> None:
    editions.start(sealed, "2027")
    files = _files(sealed)
    old = {name.removeprefix(OLD): text for name, text in files.items() if name.startswith(OLD)}
    new = {name.removeprefix(NEW): text for name, text in files.items() if name.startswith(NEW)}
    assert old.pop("/published.yaml")
    assert new.pop("/edition.yaml") == old.pop("/edition.yaml").replace(b"published: 2026-04-01\n", b"draft: yes\n")
    assert new == old


def test_a_new_edition_has_no_problem(sealed: Path, said: Said) -> None:
    editions.start(sealed, "2027")
    assert said() == ()


@pytest.mark.parametrize("site", ["tests/plans/welsh", "tests/plans/urdu", "tests/plans/bengali", "."])
def test_a_new_edition_of_any_plan_promises_what_the_last_one_did(root: Path, tmp_path: Path, site: str) -> None:
    shutil.copytree(root / site / "plan_data", tmp_path / "plan_data")
    into = editions.start(tmp_path, "2099")
    plan = load(into.parent, tmp_path)
    assert isinstance(plan, PlanEditions)
    old, new = plan.editions[-2:]
    assert (new.items, new.targets, new.organisations) == (old.items, old.targets, old.organisations)
    assert new.facts.draft


def test_a_new_edition_says_nothing_of_the_last_one_as_a_whole(tiny: Path) -> None:
    facts = "note: Two targets are new. # for residents\nreview: 2027-03 # at the latest\ndraft: no\n"
    _change(tiny, f"{OLD}/edition.yaml", "published: 2026-04-01\n", f"# About it:\n{facts}")
    editions.start(tiny, "2027")
    assert (tiny / NEW / "edition.yaml").read_text("utf-8").startswith("# About it:\ndraft: yes\n\nthemes:")


def _first_target(edition: Edition) -> Target:
    return edition.targets.targets[0]


def test_a_new_edition_takes_no_reason_for_an_older_revision_along(tiny: Path) -> None:
    _change(tiny, f"{OLD}/targets.yaml", "    kind: number\n", "    kind: number\n    revision: The road is closed.\n")
    editions.start(tiny, "2027")
    old, new = _loaded(tiny).editions
    assert _first_target(old).revision
    assert not _first_target(new).revision


def test_an_action_under_way_is_still_under_way_in_a_new_edition(tiny: Path) -> None:
    _change(tiny, f"{OLD}/items/burglary.yaml", "id: burglary\n", "id: burglary\nstatus: under way\n")
    editions.start(tiny, "2027")
    assert "status: under way" in (tiny / NEW / "items/burglary.yaml").read_text("utf-8")


def test_files_of_other_programs_are_not_copied(tiny: Path) -> None:
    (tiny / OLD / ".DS_Store").write_bytes(b"\x00")
    editions.start(tiny, "2027")
    assert not (tiny / NEW / ".DS_Store").exists()


def test_a_file_from_windows_is_copied_with_its_line_ends(tiny: Path) -> None:
    path = tiny / OLD / "edition.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    editions.start(tiny, "2027")
    text = (tiny / NEW / "edition.yaml").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfdraft: yes\r\n\r\nthemes:")
    assert text.count(b"\n") == text.count(b"\r\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2026", "There is an edition 2026 already"),
        ("2025", "Edition 2025 would stand before 2026"),
        ("20 27", '"20 27" cannot be the name of an edition'),
        ("../2027", "cannot be the name"),
        ("", "cannot be the name"),
        ("Year", "cannot be the name"),
    ],
)
def test_a_name_that_does_not_fit_is_refused(tiny: Path, name: str, words: str) -> None:
    _refuses(tiny, lambda: editions.start(tiny, name), words)


def test_no_edition_is_started_from_a_draft(tiny: Path) -> None:
    editions.start(tiny, "2027")
    _refuses(
        tiny, lambda: editions.start(tiny, "2028"), f"{NEW}/edition.yaml:1:8: error: Edition 2027 is still a draft"
    )


def test_where_there_are_several_plans_one_is_named(tiny: Path) -> None:
    shutil.copytree(tiny / "plan_data" / "tiny", tiny / "plan_data" / "other")
    _refuses(tiny, lambda: editions.start(tiny, "2027"), "hint: Say which one you mean with --plan: other, tiny.")
    _refuses(tiny, lambda: editions.start(tiny, "2027", "third"), 'There is no plan "third"')
    assert editions.start(tiny, "2027", "other") == tiny / "plan_data/other/2027"


def test_a_site_without_a_plan_has_no_editions(tmp_path: Path) -> None:
    _refuses(tmp_path, lambda: editions.start(tmp_path, "2027"), "This site has no plan")
    _refuses(tmp_path, lambda: editions.states(tmp_path), "This site has no plan")


def test_a_plan_that_cannot_be_read_is_not_copied(tiny: Path) -> None:
    _change(tiny, f"{OLD}/targets.yaml", "kind: number", "kind: numbers")
    _refuses(tiny, lambda: editions.start(tiny, "2027"), '"kind" cannot be "numbers"')


def test_links_are_not_followed(tiny: Path, tmp_path: Path) -> None:
    (tiny / "plan_data" / "tiny").rename(tmp_path / "elsewhere")
    (tiny / "plan_data" / "tiny").symlink_to(tmp_path / "elsewhere")
    _refuses(tmp_path, lambda: editions.start(tiny, "2027"), "This is a link to another file")


def _full_disk(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_an_edition_that_cannot_be_written_is_not_there(tiny: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Path, step, _full_disk)
        _refuses(tiny, lambda: editions.start(tiny, "2027"), "No space left on device")
    assert not (tiny / NEW).exists()


# ---------------------------------------------------------------------------------------------------------- publish


def test_a_draft_is_published_with_its_day_and_what_changed(sealed: Path, said: Said) -> None:
    editions.start(sealed, "2027")
    _publish(sealed, "2027", "2027-05-01", "Two targets are new: bins, and fear.")
    text = (sealed / NEW / "edition.yaml").read_text("utf-8")
    assert text.startswith('published: 2027-05-01\nnote: "Two targets are new: bins, and fear."\n\nthemes:')
    assert said() == ()


def test_a_note_that_stands_in_the_draft_is_enough(tiny: Path) -> None:
    editions.start(tiny, "2027")
    _change(tiny, f"{NEW}/edition.yaml", "draft: yes\n", "draft: yes\nnote: Two targets are new.\n")
    _publish(tiny, "2027", "2027-05-01")
    assert (tiny / NEW / "edition.yaml").read_text("utf-8").startswith("published: 2027-05-01\nnote: Two targets")


def test_a_minor_edition_needs_no_note(tiny: Path) -> None:
    editions.start(tiny, "2027")
    _publish(tiny, "2027", "2027-05-01", minor=True)
    assert (tiny / NEW / "edition.yaml").read_text("utf-8").startswith("published: 2027-05-01\n\nthemes:")


def test_an_edition_that_was_published_before_is_sealed_as_it_is(tiny: Path, said: Said) -> None:
    before = _files(tiny)
    _publish(tiny, "2026")
    after = _files(tiny)
    assert after.pop(f"{OLD}/published.yaml")
    assert after == before
    assert said() == ()


def test_an_edition_from_windows_is_published_with_its_line_ends(tiny: Path, said: Said) -> None:
    editions.start(tiny, "2027")
    for path in (tiny / "plan_data" / "tiny").rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    _publish(tiny, "2026")
    _publish(tiny, "2027", "2027-05-01", "New.")
    assert said() == ()
    assert (tiny / NEW / "edition.yaml").read_bytes().startswith(b"\xef\xbb\xbfpublished: 2027-05-01\r\nnote: New.\r\n")


def test_what_was_published_names_its_schema_as_the_edition_does(tiny: Path) -> None:
    path = tiny / OLD / "edition.yaml"
    path.write_bytes(b"# yaml-language-server: $schema=../schema/edition.json\n" + path.read_bytes())
    _publish(tiny, "2026")
    first = (tiny / OLD / "published.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/published.json"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"on": None, "note": "New."}, "It is not stated when edition 2027 was published"),
        ({"on": "2027-05-01"}, "It is not said what changed in edition 2027"),
        ({"on": "2027-05-01", "note": ""}, "It is not said what changed in edition 2027"),
        ({"on": "2027-05-01", "note": "a\u202eb"}, "This change cannot be written into the file safely"),
    ],
)
def test_a_draft_is_not_published_without_day_and_note(
    tiny: Path, arguments: dict[str, str | None], words: str
) -> None:
    editions.start(tiny, "2027")
    _refuses(tiny, lambda: _publish(tiny, "2027", **arguments), words)  # type: ignore[arg-type] # no `minor` in it


def test_an_edition_is_published_once(sealed: Path) -> None:
    _refuses(
        sealed, lambda: _publish(sealed, "2026", "2026-04-01"), "hint: To correct it: planpress edition correct 2026"
    )


def test_an_edition_that_is_not_there_is_not_published(tiny: Path) -> None:
    _refuses(tiny, lambda: _publish(tiny, "2027"), 'The plan "tiny" has no edition "2027"')


def test_the_day_that_the_edition_states_counts(tiny: Path) -> None:
    words = 'edition.yaml:1:12: error: Edition 2026 says that it was published on "2026-04-01", not on 2026-05-01'
    _refuses(tiny, lambda: _publish(tiny, "2026", "2026-05-01"), words)


def test_a_site_with_errors_publishes_nothing(tiny: Path) -> None:
    editions.start(tiny, "2027")
    _change(tiny, f"{NEW}/targets.yaml", "value: 66.7", "value: 667")
    _refuses(tiny, lambda: _publish(tiny, "2027", "2027-05-01", "New."), "A share cannot be 667%")


def test_a_publication_that_cannot_be_finished_is_undone(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editions.start(tiny, "2027")
    replace = Path.replace

    def fails_at_the_second(self: Path, target: Path) -> Path:
        if target.name == "published.yaml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", fails_at_the_second)
        _refuses(tiny, lambda: _publish(tiny, "2027", "2027-05-01", "New."), "No space left on device")


def test_a_publication_that_was_cut_off_is_finished_by_the_same_command(tiny: Path, said: Said) -> None:
    _publish(tiny, "2026")
    editions.start(tiny, "2027")
    _publish(tiny, "2027", "2027-05-01", "New.")
    (tiny / NEW / "published.yaml").unlink()  # the computer stopped before it was written
    _publish(tiny, "2027", "2027-05-01", "New.")
    assert said() == ()


# ------------------------------------------------------------------------------------------------- what may not change


@pytest.mark.parametrize("name", ["edition", "targets", "organisations", "achievements", "items/streets"])
def test_a_change_to_any_file_of_a_published_edition_is_an_error(sealed: Path, said: Said, name: str) -> None:
    path = sealed / OLD / f"{name}.yaml"
    path.write_bytes(path.read_bytes() + b"# a remark\n")
    assert "\n".join(map(str, said())) == (
        f"{OLD}/{name}.yaml:1:1: error: Edition 2026 was published on 2026-04-01, and this file has changed since "
        "[published-editions]\n"
        '  hint: Undo the change, or enter it: planpress edition correct 2026 --on DAY --note "What was wrong"'
    )


def test_a_file_that_left_a_published_edition_is_an_error(sealed: Path, said: Said) -> None:
    (sealed / OLD / "achievements.yaml").unlink()
    assert [problem.message.partition(", ")[2] for problem in said()] == ["and this file is missing now"]


def test_a_file_that_joined_a_published_edition_is_an_error(sealed: Path, said: Said) -> None:
    (sealed / OLD / "items/drugs.yaml").write_text("id: drugs\ntitle: Drugs\n", "utf-8")
    _change(sealed, f"{OLD}/edition.yaml", "  - streets\n", "  - streets\n  - drugs\n")
    assert [problem.place.file for problem in said() if problem.place and "was added" in problem.message] == [
        f"{OLD}/items/drugs.yaml"
    ]


def test_line_ends_and_byte_order_marks_are_no_change(sealed: Path, said: Said) -> None:
    for path in (sealed / OLD).rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert said() == ()


def test_a_published_edition_is_no_draft(sealed: Path, said: Said) -> None:
    _change(sealed, f"{OLD}/edition.yaml", "published:", "draft: yes\npublished:")
    assert "Edition 2026 is marked as a draft, but it was published on 2026-04-01" in [each.message for each in said()]


def test_an_older_edition_that_nobody_sealed_is_warned_of(tiny: Path, said: Said) -> None:
    editions.start(tiny, "2027")
    (problem,) = said()
    assert (problem.severity, problem.message.partition(",")[0]) == ("warning", "Edition 2026 was never sealed")
    assert problem.hint.endswith("run: planpress edition publish 2026")


@pytest.mark.parametrize(
    ("corrections", "words"),
    [
        ("  - on: 2026-06\n    minor: yes\n", 'A correction has a day, not "2026-06"'),
        ("  - on: 2026-03-31\n    minor: yes\n", "This correction of 2026-03-31 stands behind 2026-04-01"),
        (
            "  - on: 2026-07-01\n    minor: yes\n  - on: 2026-06-30\n    note: Yes.\n",
            "This correction of 2026-06-30 stands behind 2026-07-01",
        ),
        ("  - on: 2026-06-01\n", "A correction says what it is"),
    ],
)
def test_corrections_have_a_day_each_in_their_order_and_a_note(
    sealed: Path, said: Said, corrections: str, words: str
) -> None:
    with (sealed / OLD / "published.yaml").open("a", encoding="utf-8") as file:
        file.write(f"corrections:\n{corrections}")
    assert [problem.message for problem in said()] == [words]


# ---------------------------------------------------------------------------------------------------------- correct


def test_a_correction_is_entered_and_the_plan_is_sound_again(sealed: Path, said: Said) -> None:
    before = (sealed / OLD / "published.yaml").read_text("utf-8")
    _changed(sealed)
    assert _correct(sealed, "2026-06-01") == ("targets.yaml",)
    assert said() == ()
    after = (sealed / OLD / "published.yaml").read_text("utf-8")
    assert after.endswith("corrections:\n  - on: 2026-06-01\n    note: It was 41.\n")
    lines = before.splitlines(), after.splitlines()
    assert [old for old, new in zip(*lines, strict=False) if old != new] == [before.splitlines()[-1]]


def test_corrections_follow_each_other(sealed: Path) -> None:
    _changed(sealed)
    _correct(sealed, "2026-06-01")
    _change(sealed, f"{OLD}/targets.yaml", "value: 42", "value: 43")
    _correct(sealed, "2026-06-01", None)
    text = (sealed / OLD / "published.yaml").read_text("utf-8")
    assert text.endswith("  - on: 2026-06-01\n    note: It was 41.\n  - on: 2026-06-01\n    minor: yes\n")


def test_there_is_nothing_to_correct_in_an_edition_that_did_not_change(sealed: Path) -> None:
    _refuses(sealed, lambda: _correct(sealed, "2026-06-01"), "Edition 2026 is as it was published")


def test_there_is_nothing_to_correct_in_an_edition_that_was_not_sealed(tiny: Path) -> None:
    _refuses(tiny, lambda: _correct(tiny, "2026-06-01"), "Edition 2026 is not published")


def test_no_correction_is_older_than_the_publication_or_the_last_correction(sealed: Path) -> None:
    _changed(sealed)
    _refuses(
        sealed, lambda: _correct(sealed, "2026-03-31"), "Edition 2026 was published on 2026-04-01, so a correction"
    )
    _correct(sealed, "2026-06-01")
    _change(sealed, f"{OLD}/targets.yaml", "value: 42", "value: 43")
    _refuses(
        sealed, lambda: _correct(sealed, "2026-05-31"), "Edition 2026 was corrected on 2026-06-01, so a correction"
    )


def test_a_correction_that_brings_an_error_is_refused(sealed: Path) -> None:
    _change(sealed, f"{OLD}/targets.yaml", "value: 66.7", "value: 667")
    _refuses(sealed, lambda: _correct(sealed, "2026-06-01"), "A share cannot be 667%")


def test_the_changes_of_another_edition_are_still_an_error(sealed: Path) -> None:
    editions.start(sealed, "2027")
    _publish(sealed, "2027", "2027-05-01", "New.")
    _changed(sealed)
    _change(sealed, f"{NEW}/targets.yaml", "value: 41", "value: 42")
    _refuses(
        sealed, lambda: _correct(sealed, "2027-06-01"), f"{NEW}/targets.yaml:1:1: error: Edition 2027 was published"
    )


# ------------------------------------------------------------------------------------------------------------- list


def test_each_edition_has_a_line(sealed: Path) -> None:
    _changed(sealed)
    _correct(sealed, "2026-06-01")
    _change(sealed, f"{OLD}/targets.yaml", "value: 42", "value: 43")
    editions.start(sealed, "2027")
    assert editions.states(sealed) == (
        "tiny 2026: published on 2026-04-01, corrected on 2026-06-01, changed since it was published (targets.yaml)",
        "tiny 2027: draft",
    )


def test_a_line_says_what_is_not_known(tiny: Path) -> None:
    _change(tiny, f"{OLD}/edition.yaml", "published: 2026-04-01\n", "")
    assert editions.states(tiny) == ("tiny 2026: published, the day is not stated, not sealed",)


# ----------------------------------------------------------------------------------------------------------- drafts

DRAFT = "This edition is a draft. It is not published yet."


def test_a_draft_is_not_on_the_website(tiny: Path) -> None:
    before = {page.address: page.fragment for page in build.website(tiny).pages}
    editions.start(tiny, "2027")
    made = build.website(tiny)
    assert {page.address: page.fragment for page in made.pages} == before
    assert not [name for name in made.files if "2027" in name]
    assert made.left_out == ("tiny 2027",)


def test_a_draft_is_shown_to_who_asks_for_it(tiny: Path) -> None:
    editions.start(tiny, "2027")
    made = build.website(tiny, drafts=True)
    pages = {page.address: page.fragment for page in made.pages}
    draft = [text for address, text in pages.items() if address.startswith("plans/tiny/2027/")]
    assert draft
    assert all(DRAFT in text for text in draft)
    assert DRAFT in pages["index.html"]
    assert DRAFT not in pages["plans/tiny/2026/index.html"]
    assert made.left_out == ()


def test_a_site_never_speaks_from_a_day_before_its_newest_edition(tiny: Path) -> None:
    editions.start(tiny, "2027")
    _publish(tiny, "2027", "2027-05-18", "The results of 2026 are in.")
    assert "as_of: 2027-05-18\n" in (tiny / "plan_data/site.yaml").read_text("utf-8")
    _change(tiny, f"{NEW}/edition.yaml", "The results of 2026 are in.", "The results of 2026/27 are in.")
    editions.correct(tiny, "2027", "", _day("2027-06-01"), None)
    assert "as_of: 2027-06-01\n" in (tiny / "plan_data/site.yaml").read_text("utf-8")


def test_a_site_that_speaks_from_a_later_day_goes_on_doing_so(tiny: Path) -> None:
    before = (tiny / "plan_data/site.yaml").read_bytes()
    editions.start(tiny, "2027")
    _publish(tiny, "2027", "2026-05-01", "The results of 2026 are in.")
    assert (tiny / "plan_data/site.yaml").read_bytes() == before


def test_the_preview_shows_drafts_and_mkdocs_build_does_not(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def made(name: str) -> Callable[[Path], build.Website]:
        def website(_: Path) -> build.Website:
            asked.append(name)
            return build.Website((), {})

        return website

    monkeypatch.setattr(build, "website", made("website"))
    monkeypatch.setattr(build, "preview", made("preview"))
    config = SimpleNamespace(config_file_path=str(tiny / "mkdocs.yml"), theme=SimpleNamespace(dirs=[]))
    for command in ("serve", "build"):
        plugin = PlanPlugin()
        plugin.on_startup(command=command)
        plugin.on_config(config)
    assert asked == ["preview", "website"]


def test_a_plan_of_which_nothing_is_published_says_what_to_do(tiny: Path) -> None:
    _change(tiny, f"{OLD}/edition.yaml", "published: 2026-04-01", "draft: yes")
    with pytest.raises(PlanError) as refused:
        build.website(tiny)
    assert str(refused.value) == (
        f'{OLD}/edition.yaml:1:8: error: Nothing of the plan "tiny" is published: 2026 is a draft [drafts]\n'
        "  hint: Run: planpress edition publish 2026 --on DAY. Until then, planpress serve shows it."
    )
    assert build.website(tiny, drafts=True).pages


def test_a_draft_is_checked(tiny: Path, said: Said) -> None:
    editions.start(tiny, "2027")
    _change(tiny, f"{NEW}/targets.yaml", "value: 66.7", "value: 667")
    assert "A share cannot be 667%" in [problem.message for problem in said()]


def test_a_written_page_may_not_lead_to_a_draft(tiny: Path, lay: Lay, said: Said) -> None:
    lay("content/en/news.md", "# News\n\n[The targets](plans/tiny/2027/targets.html)\n")
    editions.start(tiny, "2027")
    assert "prose-links" in [problem.check for problem in said()]
