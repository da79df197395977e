// Words stand out from what is behind them by 7:1, the edges of controls by 3:1. A plain sum: axe looks at it as well.
({ print }) => {
  if (print || matchMedia("(forced-colors: active)").matches) return [];
  const found = new Set();
  const canvas = system("Canvas");
  const solid = element => (element ? Number(styleOf(element).opacity) * solid(element.parentElement) : 1);
  const judge = (element, ink, what) => {
    const back = ground(element, canvas);
    const [red, green, blue, alpha] = colour(ink);
    const sum = ratio(over([red, green, blue, alpha * solid(element)], back), back);
    if (sum < 7) found.add(`${named(element)} ${what} of ${sum.toFixed(2)}:1, less than 7:1`);
  };
  for (const { element } of texts()) {
    const { fill, color } = styleOf(element);
    judge(element, element.closest("svg") ? fill : color, "has a contrast");
  }
  for (const element of all("body *")) {
    if (!drawn(element) || unseen(element)) continue;
    for (const part of ["::before", "::after"]) {
      const { content, color } = getComputedStyle(element, part);
      if (/\p{L}/u.test(content.replace(/^(none|normal|counter)/, "")))
        judge(element, color, "has added words with a contrast");
    }
    if (element.matches("[placeholder]")) found.add(`${named(element)} has a placeholder, which is pale and goes away`);
    if (element.matches("button, input:not([type=hidden]), select, textarea")) {
      const outside = ground(element.parentElement, canvas);
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = styleOf(element);
      const edges = [backgroundColor];
      if (borderTopStyle !== "none" && parseFloat(borderTopWidth)) edges.push(borderTopColor);
      if (edges.every(edge => ratio(over(colour(edge), outside), outside) < 3))
        found.add(`${named(element)} is a control with an edge of less than 3:1`);
    }
  }
  return [...found];
}
