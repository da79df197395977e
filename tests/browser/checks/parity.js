// Every word of the page can be read in this mode. Words only for screen readers count as kept.
({ print }) => [
  ...new Set(
    reading(print)
      .filter(({ kept }) => !kept)
      .map(({ element }) => `${named(element)} its words are lost`)
  ),
]
