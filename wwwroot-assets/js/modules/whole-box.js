// The one box that stands for many: ticked, empty, or in between.
export function wholeBox(boxes) {
  const ticked = boxes.filter((box) => box.checked).length;
  return { checked: ticked === boxes.length, indeterminate: ticked > 0 && ticked < boxes.length };
}
