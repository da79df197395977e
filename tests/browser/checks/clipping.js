// No text is cut off, at any size and spacing (WCAG 1.4.4, 1.4.12).
() => {
  const found = new Set();
  const root = document.documentElement;
  const held = [root, document.body].some(element => /hidden|clip/.test(styleOf(element).overflowY));
  if (held && root.scrollHeight > root.clientHeight + 1)
    found.add("html: the page cannot be scrolled, its text is cut off");
  const seen = texts();
  for (const element of all("body *")) {
    const { overflow, textOverflow, webkitLineClamp } = styleOf(element);
    if (overflow === "visible" || element instanceof SVGElement || !drawn(element)) continue;
    if (unseen(element) || scroller(element)) continue;
    const { left, top } = element.getBoundingClientRect();
    const x = left + element.clientLeft;
    const y = top + element.clientTop;
    const cut = ({ left, right, top, bottom, height }) =>
      left < x - 1 || right > x + element.clientWidth + 1 ||
      top + height * 0.2 < y - 1 || bottom - height * 0.2 > y + element.clientHeight + 1;
    const shortened = textOverflow !== "clip" && element.scrollWidth > element.clientWidth;
    const clamped = webkitLineClamp !== "none";
    if (clamped || shortened || seen.some(text => element.contains(text.node) && lines(text.node).some(cut)))
      found.add(`${named(element)} its text is cut off`);
  }
  return [...found];
}
