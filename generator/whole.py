"""The site that is about to be rendered: what every page may refer to.

Takes nothing; gives Whole. Knows nothing of templates or HTML.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.assess import Outcome, outcomes
from generator.changed import Told, told
from generator.compare import compare
from generator.fields import NotStated
from generator.made import Kind, MadeFile, Proof
from generator.model import Edition, PlanEditions
from generator.pages import Addresses, DataFile, Page, ProsePage, judged_on, published
from generator.site import Site
from generator.targets import OutcomeKind, Target
from generator.translate import Translator


@dataclass(frozen=True)
class Whole:
    """The whole site as it is about to be rendered: what every page may refer to."""

    site: Site
    plans: tuple[PlanEditions, ...]
    pages: tuple[Page, ...]
    prose: tuple[ProsePage, ...]
    translators: Mapping[str, Translator]
    addresses: Addresses
    data_files: Mapping[tuple[str, str], tuple[DataFile, ...]] = field(default_factory=dict)
    made: tuple[MadeFile, ...] = ()
    proofs: Mapping[tuple[str, str, str], Proof] = field(default_factory=dict)

    def made_of(self, edition: Edition, language: str) -> Mapping[Kind, MadeFile]:
        """The files of the formats of an edition in one language, by kind."""
        booklet = (str(edition.plan.id), str(edition.id), language)
        return {file.kind: file for file in self.made if (file.plan, file.edition, file.language) == booklet}

    def podcast_path(self, plan: PlanEditions, language: str) -> str:
        """The path of the podcast of a plan in one language; empty where there is none."""
        if isinstance(self.site.address, NotStated):
            return ""
        heard = (Kind.SOUND in self.made_of(each, language) for each in plan.editions if published(each))
        return self.addresses.of(language, f"plans/{plan.plan.id}/podcast.xml") if any(heard) else ""

    def proof_of(self, edition: Edition, language: str) -> Proof:
        """The sound and the Braille of an edition in one language beside their print."""
        return self.proofs.get((str(edition.plan.id), str(edition.id), language), Proof())

    @cached_property
    def told(self) -> Mapping[tuple[str, str], Told]:
        """What changed from the edition before to each edition (plan id, edition id) that is not the first."""
        pairs = [(plan.before(edition), edition) for plan in self.plans for edition in plan.editions]
        return {(new.plan.id, new.id): told(compare(old, new)) for old, new in pairs if old is not None}

    @cached_property
    def formers(self) -> frozenset[str]:
        """The paths of pages that only say what became of an entry."""
        return frozenset(page.path for page in self.pages if page.former is not None)

    @cached_property
    def by_edition(self) -> Mapping[tuple[str, str], tuple[Page, ...]]:
        """The pages of each edition (plan id, edition id), each once, in the order of its list of contents."""
        found: dict[tuple[str, str], list[Page]] = {}
        for page in self.pages:
            if page.edition is not None and not page.permanent:
                found.setdefault((page.edition.plan.id, page.edition.id), []).append(page)
        return {key: tuple(pages) for key, pages in found.items()}

    @cached_property
    def outcomes(self) -> Mapping[tuple[str, str], Mapping[str, Outcome]]:
        """What is concluded of each target, by its id, for each edition (plan id, edition id)."""
        return {
            (str(plan.plan.id), str(edition.id)): {
                str(each.target.id): each for each in outcomes(edition, judged_on(plan, edition, self.site))
            }
            for plan in self.plans
            for edition in plan.editions
        }

    def turned(self, older: Edition, edition: Edition) -> Iterator[tuple[Target, OutcomeKind, OutcomeKind]]:
        """The targets that two editions of a plan conclude differently on, with both conclusions."""
        before, after = (self.outcomes[each.plan.id, each.id] for each in (older, edition))
        for target in edition.targets.targets:
            for id_ in (target.id, *target.aliases):
                if id_ in before:
                    if before[id_].kind is not after[target.id].kind:
                        yield target, before[id_].kind, after[target.id].kind
                    break  # two targets may have become one: the first counts

    def pages_of(self, edition: Edition) -> tuple[Page, ...]:
        """The pages of an edition."""
        return self.by_edition[edition.plan.id, edition.id]
