// What stays on the view while the page scrolls leaves room for the text: it covers at most 34 %.
({ width, height }) => {
  const stays = element =>
    /fixed|sticky/.test(styleOf(element).position) && drawn(element) && !unseen(element) && !waits(element);
  const boxes = all("body *").filter(stays);
  const covered = boxes
    .filter(element => !boxes.some(other => other !== element && other.contains(element)))
    .map(element => element.getBoundingClientRect())
    .reduce((sum, box) => sum + Math.min(box.width, width) * Math.min(box.height, height), 0);
  const share = Math.round((100 * covered) / (width * height));
  return share > 34 ? [`${named(boxes[0])} fixed and sticky boxes cover ${share} % of the view`] : [];
}
