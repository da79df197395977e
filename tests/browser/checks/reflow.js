// The page is as wide as the view: nothing scrolls sideways, sticks out or is written sideways (WCAG 1.4.10).
() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found =
    scrollWidth > clientWidth ? [`html: the page scrolls sideways, ${scrollWidth} px in ${clientWidth} px`] : [];
  const within = element => element && (scroller(element) || within(element.parentElement));
  const out = ({ left, right, width }) => width > 0 && (left < -1 || right > clientWidth + 1);
  const blamed = new Set();
  const blame = (element, box) => {
    if (!out(box) || unseen(element) || waits(element) || within(element)) return;
    if (!blamed.has(element) && !blamed.has(element.parentElement))
      found.push(`${named(element)} sticks out of the view`);
    blamed.add(element);
  };
  for (const element of all("body *")) if (drawn(element)) blame(element, element.getBoundingClientRect());
  for (const { node, element } of texts()) {
    for (const line of lines(node)) blame(element, line);
    const { writingMode, transform, rotate } = styleOf(element);
    const turned = Math.abs(new DOMMatrix(transform).b) > 0.3 || rotate !== "none";
    if (writingMode !== "horizontal-tb" || turned) found.push(`${named(element)} is written sideways`);
  }
  return found;
}
