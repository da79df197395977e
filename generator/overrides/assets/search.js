/* The search page. Reads the index that Pagefind made of this site; nothing leaves it. Without this script, or without
   a web server, the page shows its lists instead. */
"use strict";
(() => {
  const box = document.getElementById("_search");
  if (!location.protocol.startsWith("http")) return;
  const words = document.getElementById("_words"), status = document.getElementById("_found");
  const list = document.getElementById("_results"), more = document.getElementById("_more");
  const without = document.getElementById("_without");
  const root = new URL(box.dataset.root, location.href);
  const AT_ONCE = 10;

  /* U+2068 and U+2069 keep what is filled in from turning the words around it. */
  const fill = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);

  /* On a page in another script, words in Latin letters are names in the original's language: a voice must know. */
  const LATIN = /([A-Za-z\u00c0-\u024f]+(?:[ '\u2019&,.-]+[A-Za-z\u00c0-\u024f]+)*)/;
  function say(element, words) {
    const text = words.replace(/\d[\d.,]*%/g, "\u2068$&\u2069"); // after Urdu letters alone, 21% would stand as %21
    (box.dataset.foreign ? text.split(LATIN) : [text]).forEach((part, index) => {
      if (index % 2 === 0 || part === part.toUpperCase()) return element.append(part);
      const name = document.createElement("span");
      [name.lang, name.dir, name.textContent] = [box.dataset.foreign, "ltr", part];
      element.append(name);
    });
  }

  function entry(page) {
    const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
    link.href = new URL(box.dataset.prefix + page.raw_url.replace(/^\//, ""), root);
    say(link, page.meta.title);
    page.excerpt.split(/<\/?mark>/).forEach((part, index) => {
      const words = new DOMParser().parseFromString(part, "text/html").body.textContent;
      const found = document.createElement(index % 2 ? "mark" : "span");
      say(found, words);
      text.append(found);
    });
    item.append(link, text);
    return item;
  }

  async function show(results, from) {
    const pages = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
    list.append(...pages.map(entry));
    list.hidden = list.children.length === 0;
    more.hidden = results.length <= from + AT_ONCE;
    if (from) list.children[from].querySelector("a").focus();
    more.onclick = () => show(results, from + AT_ONCE);
  }

  async function search(asked) {
    status.textContent = box.dataset.searching;
    const index = await import(new URL("pagefind/pagefind.js", root));
    await index.options({ noWorker: true });
    const { results } = await index.search(asked);
    await show(results, 0);
    const count = new Intl.NumberFormat(box.dataset.locale).format(results.length);
    status.textContent = fill(results.length ? box.dataset.some : box.dataset.none, { words: asked, count });
    document.title = `${asked} - ${document.title}`;
  }

  box.hidden = false;
  without.hidden = true;
  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (!asked) return;
  words.value = asked;
  search(asked).catch(() => {
    status.textContent = box.dataset.failed;
    without.hidden = false;
  });
})();
