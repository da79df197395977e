// Nothing is said by colour alone (WCAG 1.4.1). On paper a link is only words.
({ print }) => {
  const found = [];
  if (!print) for (const link of all("a[href]"))
    if (drawn(link) && inSentence(link) && !underlined(link))
      found.push(`${named(link)} differs from its text by colour alone`);
  for (const element of all("[class]"))
    if ([...element.classList].some(name => /^(status|outcome)/.test(name)) && !squeezed(element.textContent))
      found.push(`${named(element)} is a status without words`);
  return found;
}
