"""What Planpress itself says, as the template of its catalogs has it."""

from generator.originals import of_interface


def in_the_interface() -> set[str]:
    """Every message; a counted one by its plural."""
    return {each.plural or each.wording for each in of_interface()}
