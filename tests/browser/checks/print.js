// Paper shows the text and nothing that only works on a screen. checks.py looks at the PDF as well.
({ print }) => {
  if (!print) return [];
  const found = new Set();
  for (const element of all("nav, button, [class~=skip]"))
    if (drawn(element)) found.add(`${named(element)} is of no use on paper`);
  for (const element of all("body *")) {
    const { position, overflow } = styleOf(element);
    if (!drawn(element) || unseen(element)) continue;
    if (/fixed|sticky/.test(position)) found.add(`${named(element)} would stand on every sheet`);
    const larger = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    if (overflow !== "visible" && larger) found.add(`${named(element)} cannot be scrolled on paper`);
  }
  const white = [255, 255, 255, 1];
  for (const { element } of texts()) {
    const { fill, color } = styleOf(element);
    if (ratio(over(colour(element.closest("svg") ? fill : color), white), white) < 4.5)
      found.add(`${named(element)} is too pale without its background`);
  }
  return [...found];
}
