// A page holds no script, no style of its own and no hidden trick; its Content-Security-Policy says so to the browser.
// The search page alone has one script, from a file of this site, and a policy that lets it run and nothing else.
// A block of data in the head, for search engines, is no script: it is never run.
() => {
  const found = [];
  const blame = (selector, fault) => {
    for (const element of all(selector)) found.push(`${named(element)} ${fault}`);
  };
  const policy = document.head.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? "";
  const searches = document.querySelector("[role=search]") !== null;
  const strict = searches ? policy.replace("script-src 'self' 'wasm-unsafe-eval'", "") : policy;
  if (!/default-src '(none|self)'/.test(policy) || /unsafe/.test(strict))
    found.push("html: has no strict Content-Security-Policy");
  const data = "head > script[type='application/ld+json']:not([src])";
  const script = searches ? `script:not([src$='assets/search.js']:only-of-type, ${data})` : `script:not(${data})`;
  blame(`${script}, style, iframe, object, embed, base`, "is an element that no page needs");
  blame("[style]", "has a style of its own");
  blame("[target=_blank]", "opens a new window");
  for (const element of all("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${named(element)} has the handler ${name}`);
      if (/^[\s\0-\x1f]*(javascript|data|vbscript):/i.test(value) && /href|src|action/.test(name))
        found.push(`${named(element)} has an address that runs a script`);
    }
    const words = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data);
    if (/[\u202a-\u202e]/.test(words.concat([...element.attributes].map(each => each.value)).join("")))
      found.push(`${named(element)} holds a character that turns the text round`);
  }
  return found;
}
