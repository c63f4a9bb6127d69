/** One line of the report: a figure and the most that it may be. */
export function line(what, value, limit, {unit = '', digits = 0, note = ''} = {}) {
  return {what, value, limit, unit, digits, note};
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/** The lines as a table, with a word on each whether its limit holds. */
export function table(lines) {
  const show = (value, {unit, digits}) => `${value.toFixed(digits)}${unit}`;
  const cells = lines.map(each => [
    each.what,
    show(each.value, each),
    `< ${show(each.limit, each)}`,
    each.value < each.limit ? 'met' : 'NOT MET',
    each.note,
  ]);
  const head = ['', 'measured', 'limit', '', ''];
  const widths = head.map((word, column) => Math.max(word.length, ...cells.map(row => row[column].length)));
  const print = row =>
    row
      .map((cell, column) => pad(cell, widths[column], column))
      .join('  ')
      .trimEnd();
  return [head, ...cells].map(print).join('\n');
}

/** Figures stand to the right of their column. */
function pad(cell, width, column) {
  return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
