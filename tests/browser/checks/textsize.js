// Text follows the reader's own size, and is at least 12 pt in print.
({ text, print }) => {
  const least = print ? 16 : text * 0.8;
  const scale = element => (element.ownerSVGElement ? element.getScreenCTM().a : 1); // a drawing grows as a whole
  const size = element => parseFloat(styleOf(element).fontSize) * scale(element);
  const small = new Set(texts().map(({ element }) => element).filter(element => size(element) < least - 0.01));
  return [...small].map(element => `${named(element)} is ${size(element)} px high, less than ${least} px`);
}
