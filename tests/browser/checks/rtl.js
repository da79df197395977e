// Text from right to left starts at the right, is indented there, keeps its numbers in order and its letters joined.
() => {
  const found = new Set();
  const right = element => styleOf(element).direction === "rtl";
  // Groups of digits with a gap or a dash, dates, addresses: they turn round unless they stand in a part that runs
  // from left to right.
  const TURNS = /\p{Nd}[\s\u2010-\u2015-]+\p{Nd}|\p{Nd}+([/.])\p{Nd}+\1\p{Nd}|\S@\S+\.\S|https?:|www\./u;
  // Where a sign stands, as seen.
  const across = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().left;
  };
  for (const { node, element } of texts()) {
    if (!right(element)) continue;
    for (const { 0: percent, index } of node.data.matchAll(/\p{Nd}[\p{Nd}.,]*%/gu))
      if (across(node, index) > across(node, index + percent.length - 1))
        found.add(`${named(element)} ${percent} has its sign before its number`);
    if (/left/.test(styleOf(blockOf(element)).textAlign)) found.add(`${named(blockOf(element))} is aligned left`);
    const turned = node.data.match(TURNS);
    if (turned) found.add(`${named(element)} "${squeezed(turned[0])}" is not kept in its own order`);
    if (/\p{Script=Arab}/u.test(node.data) && parseFloat(styleOf(element).letterSpacing))
      found.add(`${named(element)} its joined letters are spaced`);
  }
  for (const element of all("ul, ol, dd, blockquote")) {
    const style = styleOf(element);
    const indent = side => ["margin", "padding"].reduce((sum, kind) => sum + parseFloat(style[kind + side]), 0);
    if (right(element) && drawn(element) && indent("Left") > indent("Right") + 1 && style.display !== "inline")
      found.add(`${named(element)} is indented on the wrong side`);
  }
  return [...found];
}
