// No words lie over other words, and no box lies over words for good. Only the middle of a line counts: the letters of
// tall scripts reach into their neighbours' lines by design.
() => {
  const found = new Set();
  const middle = ({ left, right, top, bottom, height }) =>
    ({ left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 });
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const stays = element => element && (styleOf(element).position === "fixed" ? element : stays(element.parentElement));
  const rows = texts()
    .flatMap(({ node, element }) => lines(node).map(line => ({ element, bar: stays(element), ...middle(line) })))
    .sort((a, b) => a.top - b.top);
  let open = [];
  for (const row of rows) {
    open = open.filter(each => each.bottom > row.top);
    for (const each of open)
      if (each.bar === row.bar && meet(each, row)) found.add(`${named(row.element)} lies over ${named(each.element)}`);
    open.push(row);
  }

  // A row that a fixed bar covers is free if the page can scroll it to above or below the bar.
  const furthest = document.documentElement.scrollHeight - innerHeight;
  const free = (row, edge) => {
    const height = row.bottom - row.top;
    const above = row.bottom + scrollY - furthest <= edge.top && height <= edge.top;
    return above || (row.top + scrollY >= edge.bottom && edge.bottom + height <= innerHeight);
  };
  const beside = (row, edge) => row.right <= edge.left + 2 || row.left >= edge.right - 2;
  for (const box of all("body *")) {
    const { position, zIndex, backgroundColor } = styleOf(box);
    if (!/fixed|sticky|absolute/.test(position) || Number(zIndex) < 0 || colour(backgroundColor)[3] === 0) continue;
    if (!drawn(box) || unseen(box) || waits(box)) continue;
    const edge = box.getBoundingClientRect();
    const covers = row => (position === "fixed" ? !beside(row, edge) && !free(row, edge) : meet(row, edge));
    for (const row of rows)
      if (row.bar !== box && !box.contains(row.element) && covers(row))
        found.add(`${named(row.element)} is covered by ${named(box)}`);
  }
  return [...found];
}
