// Each text is marked with its language and direction, so that a voice can read it (WCAG 3.1.1, 3.1.2).
() => {
  const RIGHT = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);
  const SEVERAL = { Hans: ["Hani"], Hant: ["Hani"], Jpan: ["Hani", "Hira", "Kana"], Kore: ["Hang", "Hani"] };
  const OBVIOUS = {
    en: /^(the|and|of|with|this|which|from)$/,
    cy: /^(mae|ac|yn|ar|gyda)$|[ŵŷ]/,
    es: /^(los|las|el|y|más)$|[¿¡ñ]/,
    it: /^(della|gli|che|più|nel|dei)$|[ìò]/,
    pl: /^(się|nie|jest|oraz|dla)$|[ąćęłńśźż]/,
    pt: /^(não|uma|dos|são|com)$|[ãõ]/,
  };
  const found = [];
  const scripts = new Map();
  const script = lang => {
    if (!scripts.has(lang)) {
      try {
        scripts.set(lang, new Intl.Locale(lang).maximize().script ?? null);
      } catch {
        scripts.set(lang, null);
      }
    }
    return scripts.get(lang);
  };
  const direction = lang => (RIGHT.has(script(lang)) ? "rtl" : "ltr");

  const root = document.documentElement;
  if (!root.lang) found.push("html: has no language");
  if (!root.hasAttribute("dir")) found.push("html: has no direction");
  for (const element of all("[lang]")) {
    if (!script(element.lang)) found.push(`${named(element)} "${element.lang}" is no language`);
    else if (element.dir && element.dir !== direction(element.lang))
      found.push(`${named(element)} its direction is wrong for ${element.lang}`);
  }
  for (const element of all("body [lang]:not([dir])")) found.push(`${named(element)} has a language but no direction`);
  for (const element of all("body [dir]:not([lang], bdi)"))
    found.push(`${named(element)} has a direction but no language`);

  const patterns = new Map();
  const letters = lang => (SEVERAL[script(lang)] ?? [script(lang)]).map(each => `\\p{Script=${each}}`).join("");
  const foreign = lang => {
    if (!patterns.has(lang)) {
      const other = `(?![${letters(lang)}\\p{Script=Zyyy}\\p{Script=Zinh}])`;
      patterns.set(lang, new RegExp(`${other}\\p{Script=Hani}|(?:${other}[\\p{L}\\p{M}]){2,}`, "gu"));
    }
    return patterns.get(lang);
  };
  const judge = (element, text) => {
    const lang = element.closest("[lang]:not([lang=''])")?.lang;
    if (!lang || !script(lang) || element.closest("bdi, code, .code, a[href^=http]")) return;
    // Short words in capitals, such as PDF, stand in any script.
    const strange = text.match(foreign(lang))?.find(run => !/^[A-Z]+$/.test(run));
    if (strange) return found.push(`${named(element)} "${strange}" is not in the script of ${lang}`);
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}¿¡]+/gu));
    const hits = test => [...words].filter(word => test?.test(word)).length;
    const own = lang.split("-")[0];
    for (const [other, test] of Object.entries(OBVIOUS))
      if (own in OBVIOUS && other !== own && hits(test) > Math.max(1, hits(OBVIOUS[own])))
        found.push(`${named(element)} reads as ${other}, not ${lang}`);
  };
  for (const node of textNodes(document.body)) judge(node.parentElement, node.data);
  for (const name of ["aria-label", "alt", "data-label", "placeholder", "title"])
    for (const element of all(`body [${name}]`)) judge(element, element.getAttribute(name));
  // The title cannot mark its parts: some letters of the page's script are enough.
  if (script(root.lang) && !new RegExp(`[${letters(root.lang)}]`, "u").test(document.title))
    judge(document.querySelector("title") ?? root, document.title);
  return found;
}
