// Nothing moves, at no time.
() => {
  const found = new Set();
  const lasts = durations => durations.split(",").some(each => parseFloat(each) > 0);
  for (const element of all("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const { animationName, animationDuration, transitionDuration, scrollBehavior, content } = style;
      if (part && (content === "none" || content === "normal")) continue;
      if (animationName !== "none" && lasts(animationDuration)) found.add(`${named(element)} is animated`);
      if (lasts(transitionDuration)) found.add(`${named(element)} changes slowly`);
      if (scrollBehavior === "smooth") found.add(`${named(element)} scrolls slowly`);
    }
  }
  for (const element of all("marquee, blink, [autoplay]")) found.add(`${named(element)} moves or sounds by itself`);
  return [...found];
}
