// Headings, landmarks, tables, lists, names and links are what a screen reader can walk by (WCAG 1.3.1, 2.4.4, 4.1.2).
() => {
  const found = [];
  const blame = (selector, fault, holds = () => true) => {
    for (const element of all(selector)) if (holds(element)) found.push(`${named(element)} ${fault}`);
  };
  const pointed = (element, attribute) =>
    (element.getAttribute(attribute)?.match(/\S+/g) ?? []).map(id => document.getElementById(id));
  const own_words = element =>
    element.textContent + [...element.querySelectorAll("img[alt]")].map(image => ` ${image.alt}`).join("");
  const label = element =>
    squeezed(
      pointed(element, "aria-labelledby").map(other => other?.textContent ?? "").join(" ") ||
        element.getAttribute("aria-label") || ""
    );
  const twice = (items, key) => {
    const seen = new Set();
    return items.filter(item => seen.has(key(item)) || !seen.add(key(item)));
  };

  for (const tag of ["h1", "main"]) {
    const count = all(tag).length;
    if (count !== 1) found.push(`html: has ${count} ${tag}, not one`);
  }
  let last = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.localName[1]);
    if (level > last + 1) found.push(`${named(heading)} skips a level, it follows ${last ? `h${last}` : "nothing"}`);
    if (!squeezed(own_words(heading))) found.push(`${named(heading)} is an empty heading`);
    last = level;
  }
  const navs = all("nav");
  blame("nav", "has no name", nav => !label(nav));
  for (const nav of twice(navs.filter(label), label)) found.push(`${named(nav)} has the name of another nav`);

  blame("table", "has no caption", table => !squeezed(table.caption?.textContent ?? ""));
  blame("table", "has no column headers", table => !table.querySelector("thead th"));
  blame("thead th:not([scope=col], [scope=colgroup])", "is a column header without its scope");
  blame("tbody tr", "has no row header with its scope", row => !row.querySelector("th[scope=row], th[scope=rowgroup]"));
  blame(":is(ul, ol) > :not(li, script, template)", "stands in a list but is no entry");
  blame("dl > :not(dt, dd, div, script, template)", "stands in a list of terms but is neither term nor description");
  blame("li", "is an entry outside a list", entry => !entry.parentElement.matches("ul, ol, menu"));
  for (const element of twice(all("[id]"), element => element.id))
    found.push(`${named(element)} has the id of another`);

  const places = new Map();
  for (const link of all("a[href]")) {
    const words = (label(link) || squeezed(own_words(link))).toLowerCase();
    const bare = address => address.replace(/^(https?:\/\/|mailto:|tel:)/, "").replace(/\/$/, "");
    if (!words) found.push(`${named(link)} is a link without words`);
    else if (/^(click here|here|read more|more|link|this page|this|details|go)[.…:]?$/.test(words))
      found.push(`${named(link)} does not say where it leads`);
    else if (/^(https?:\/\/|www\.)/.test(words) && bare(words) !== bare(link.href.toLowerCase()))
      found.push(`${named(link)} shows an address that is not its own`);
    else if (drawn(link) && (places.get(words) ?? link.href) !== link.href)
      found.push(`${named(link)} leads elsewhere than another link with the same words`);
    if (drawn(link)) places.set(words, link.href);
  }
  blame("img:not([alt])", "is a picture without alt");
  const sees = svg => svg.role === "img" && (label(svg) || svg.querySelector(":scope > title"));
  blame("svg:not([aria-hidden=true])", "is a drawing without a name", svg => !sees(svg));
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"])
    blame(`[${name}]`, `its ${name} points to nothing`, element => pointed(element, name).includes(null));
  return found;
}
