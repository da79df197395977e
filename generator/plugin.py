"""The MkDocs plugin: hands finished pages over in memory. Knows nothing of plans.

With it, `mkdocs build` and `mkdocs serve` make the site of the folder that mkdocs.yml stands in.
"""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator import build
from generator.formats.web import search
from generator.problems import PlanError
from generator.render import OVERRIDES, TEMPLATES, Rendered

log = get_plugin_logger(__name__)


class ReadyPage(Page):
    """A page whose fragment and meta are ready: MkDocs parses nothing, and only puts the theme around it."""

    def __init__(self, rendered: Rendered, file: File, config: Any) -> None:  # noqa: ANN401 - MkDocs ships no types
        self.rendered = rendered
        super().__init__(rendered.meta["title"], file, config)

    def read_source(self, config: Any) -> None:  # noqa: ANN401, ARG002 - MkDocs' signature
        self.markdown, self.meta = "", dict(self.rendered.meta)

    def render(self, config: Any, files: Files) -> None:  # noqa: ANN401, ARG002 - MkDocs' signature
        self.content, self.toc = self.rendered.fragment, TableOfContents([])
        self.present_anchor_ids: set[str] = set()


class PlanPlugin(BasePlugin):
    """`plugins: [planpress]` in mkdocs.yml. `website` may be set by who has it ready."""

    website: build.Website | None = None
    made: build.Website | None = None
    serving = False

    def on_startup(self, *, command: str, **_: Any) -> None:  # noqa: ANN401 - MkDocs' signature
        self.serving = command == "serve"

    def on_config(self, config: Any) -> Any:  # noqa: ANN401 - MkDocs' signature
        folder = Path(config.config_file_path).parent
        try:
            self.made = self.website or (build.preview(folder) if self.serving else build.website(folder))
        except PlanError as error:
            if not self.made:
                raise PluginError(str(error)) from error
            # While previewing, the last good pages stay, and the message says what to mend.
            log.error("%s\n  The preview shows the last good pages.", error)  # noqa: TRY400 - a plan's fault, not ours
        for warning in self.made.warnings if self.made else ():
            log.info(str(warning))
        config.use_directory_urls = False
        config.theme.dirs.insert(0, str(OVERRIDES))
        return config

    def on_files(self, files: Files, *, config: Any) -> Files:  # noqa: ANN401, ARG002 - only our files are published
        ours = Files([])
        if self.made is None:
            return ours
        for rendered in self.made.pages:
            # The live reload of `mkdocs serve` is an inline script, which our policy rightly forbids.
            shown = rendered.without_policy() if self.serving else rendered
            uri = rendered.address.removesuffix(".html") + ".md"
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.page = ReadyPage(shown, file, config)
            ours.append(file)
        for path, content in self.made.files.items():
            ours.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
        for path, source in self.made.copies.items():
            ours.append(File.generated(config, path, abs_src_path=str(source), inclusion=InclusionLevel.INCLUDED))
        return ours

    def on_post_build(self, *, config: Any) -> None:  # noqa: ANN401 - MkDocs' signature
        if not self.serving and (fault := search.index(Path(config.site_dir))):
            raise PluginError(f"The words of the site could not be indexed for its search: {fault}")

    def on_serve(self, server: Any, *, config: Any, **_: Any) -> Any:  # noqa: ANN401 - MkDocs' signature
        folder = Path(config.config_file_path).parent
        for watched in (*build.watched(folder), TEMPLATES, OVERRIDES):
            if watched.exists():
                server.watch(str(watched))
        return server
