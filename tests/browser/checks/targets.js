// Links and buttons are large enough for a finger: 24 px, and 44 px high around the text (WCAG 2.5.8).
({ print }) => {
  if (print) return [];
  const found = [];
  const targets = all("a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]")
    .filter(element => drawn(element) && !unseen(element) && !waits(element))
    .map(element => ({ element, box: element.getBoundingClientRect() }));
  const small = ({ box }) => box.width < 23.9 || box.height < 23.9;
  const centre = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
  const away = ({ x, y }, { left, right, top, bottom }) =>
    Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  const crowded = target => {
    const middle = centre(target.box);
    return targets.some(other => {
      if (other === target) return false;
      const { x, y } = centre(other.box);
      return away(middle, other.box) < 12 || (small(other) && Math.hypot(x - middle.x, y - middle.y) < 24);
    });
  };
  for (const target of targets) {
    const { element, box } = target;
    const { display, lineHeight, fontSize } = styleOf(element);
    if (display === "inline" && inSentence(element)) {
      const height = parseFloat(lineHeight) || parseFloat(fontSize) * 1.15;
      if (height < 23.9) found.push(`${named(element)} stands in lines of ${height} px, less than 24 px`);
    } else if (element.closest("header, footer, nav")) {
      if (box.height < 43.9) found.push(`${named(element)} is ${box.height.toFixed(1)} px high, less than 44 px`);
      if (box.width < 23.9) found.push(`${named(element)} is ${box.width.toFixed(1)} px wide, less than 24 px`);
    } else if (small(target) && crowded(target))
      found.push(`${named(element)} is less than 24 px, and too near to another`);
  }
  return found;
}
