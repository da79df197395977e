// With the reader's own few colours every icon, drawing, link and control can still be made out.
() => {
  if (!matchMedia("(forced-colors: active)").matches) return [];
  const found = [];
  const canvas = system("Canvas");
  const faint = css => ratio(over(colour(css), canvas), canvas) < 3;
  const SEEN = "input, select, textarea, progress, meter, audio, video, canvas, iframe, img, svg, svg *";
  const speaks = element =>
    element.matches("[aria-label], [aria-labelledby], [title], [role=img]") && !element.matches(SEEN);
  const added = element =>
    ["::before", "::after"]
      .map(part => getComputedStyle(element, part).content)
      .some(content => !/^(none|normal|url.*|["\s]*)$/.test(content));
  for (const element of all("body *")) {
    if (!drawn(element)) continue;
    if (element.matches("svg :is(path, rect, circle, ellipse, line, polyline, polygon, text)")) {
      const { fill, stroke } = styleOf(element);
      const outline = element.matches("line, polyline");
      const paints = (outline ? [stroke] : [fill, stroke]).filter(paint => paint !== "none");
      if (paints.every(faint) && !element.closest("defs")) found.push(`${named(element)} cannot be told from the page`);
    } else if (speaks(element) && !squeezed(element.textContent) && !element.querySelector(SEEN) && !added(element))
      found.push(`${named(element)} has nothing to see but its style, which vanishes`);
    if (element.matches("main a[href]") && inSentence(element) && !underlined(element))
      found.push(`${named(element)} is a link without underline`);
    if (element.matches("button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea")) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = styleOf(element);
      if (borderTopStyle === "none" || !parseFloat(borderTopWidth) || faint(borderTopColor))
        found.push(`${named(element)} is a control without an edge`);
    }
  }
  return found;
}
