// What several checks need. checks.py puts these lines before each of them.
const all = selector => [...document.querySelectorAll(selector)];
const squeezed = text => text.replace(/\s+/g, " ").trim();

const styles = new Map();
const styleOf = element => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);

/** An element in a few words: its tag, its id, its first words. */
const named = element => {
  const words = squeezed(element.textContent).slice(0, 40);
  return element.localName + (element.id && `#${element.id}`) + (words && ` "${words}"`) + ":";
};

const drawn = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** Whether an element is for screen readers only: a box of one pixel, or one clipped to nothing. */
const forEars = new Map([[null, false]]);
const unseen = element => {
  if (!forEars.has(element)) {
    const { position, clipPath, overflow } = styleOf(element);
    const pixel = element.offsetWidth === 1 && element.offsetHeight === 1 && overflow !== "visible";
    const hides = position === "absolute" && (pixel || clipPath === "inset(50%)");
    forEars.set(element, hides || unseen(element.parentElement));
  }
  return forEars.get(element);
};

/** Whether an element waits outside the page until it has the focus, as a skip link does. */
const waits = element => {
  const { bottom, right } = element.getBoundingClientRect();
  return bottom + scrollY <= 0 || right + scrollX <= 0;
};

/** Whether a box scrolls on purpose: the keyboard reaches it, and it has a name. */
const scroller = element =>
  /auto|scroll/.test(styleOf(element).overflow) &&
  element.tabIndex === 0 &&
  element.matches("[aria-label], [aria-labelledby]");

/** The text nodes within an element that hold words for a reader, shown or not. */
const textNodes = within => {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (/\S/.test(node.data) && !node.parentElement.closest("script, style, template, noscript")) nodes.push(node);
  }
  return nodes;
};

/** The text nodes that can be seen, each with its element. */
const texts = () =>
  textNodes(document.body)
    .map(node => ({ node, element: node.parentElement }))
    .filter(({ element }) => drawn(element) && !unseen(element));

/** The boxes of a text node, one a line. */
const lines = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
};

const blockOf = element => {
  while (/^(inline|contents)/.test(styleOf(element).display)) element = element.parentElement;
  return element;
};

/** Whether a link stands among other words of its block, as part of a sentence. */
const inSentence = link => {
  const block = blockOf(link.parentElement);
  return textNodes(block).some(
    ({ data, parentElement }) => /\p{L}/u.test(data) && !parentElement.closest("a") && blockOf(parentElement) === block
  );
};

const underlined = link => {
  const { textDecorationLine, borderBottomStyle, borderBottomWidth } = styleOf(link);
  return (
    textDecorationLine.includes("underline") || (borderBottomStyle !== "none" && parseFloat(borderBottomWidth) > 0)
  );
};

// Colours: [red, green, blue, how opaque from 0 to 1]
const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const colours = new Map();
const colour = css => {
  if (!colours.has(css)) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    colours.set(css, [red, green, blue, alpha / 255]);
  }
  return colours.get(css);
};

/** What a colour of the reader's system, such as Canvas, is in this mode. */
const system = keyword => {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.style.backgroundColor = keyword;
  const found = colour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return found;
};

const over = (front, back) =>
  [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);

const light = ([red, green, blue]) => {
  const [r, g, b] = [red, green, blue].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** The colour behind the words of an element. */
const ground = (element, canvas) => {
  const layers = [];
  for (let each = element; each; each = each.parentElement) {
    layers.push(colour(styleOf(each).backgroundColor));
    if (layers.at(-1)[3] === 1) break;
  }
  return layers.reduceRight((back, front) => over(front, back), canvas);
};

/** The words of the page as it is meant: each text node of main, and whether a reader of this mode gets it. */
const reading = print => {
  // The search is a control that needs scripts; the page has lists in its place without them (test_search.py).
  const left_out = "[hidden], [aria-hidden=true], [role=search], details:not([open]) > :not(summary)" + (print ? ", nav, button, .to-contents" : "");
  const gone = element => {
    if (!element) return false;
    const { overflow } = styleOf(element);
    const empty = element.clientWidth === 0 || element.clientHeight === 0;
    return (overflow !== "visible" && empty && blockOf(element) === element) || gone(element.parentElement);
  };
  const shown = (node, element) => {
    const { color, fontSize } = styleOf(element);
    const boxes = lines(node);
    return (
      drawn(element) && !gone(element) && colour(color)[3] > 0 && parseFloat(fontSize) > 0 &&
      boxes.some(({ right, bottom }) => right + scrollX > 0 && bottom + scrollY > 0)
    );
  };
  return all("main")
    .flatMap(textNodes)
    .map(node => ({ node, element: node.parentElement }))
    .filter(({ element }) => !element.closest(left_out))
    .map(({ node, element }) => ({ node, element, kept: unseen(element) ? drawn(element) : shown(node, element) }));
};
