/** Makes one line of the report: a figure and its limit. */
export function line(what, value, limit, {unit = '', digits = 0, note = ''} = {}) {
  return {what, value, limit, unit, digits, note};
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/** Prints a line as soon as it is measured. */
export function printLine(each) {
  console.log(cellsOf(each).filter(Boolean).join('  '));
}

/** Returns the lines as a table, each with whether its limit holds. */
export function table(lines) {
  const cells = lines.map(cellsOf);
  const head = ['', 'measured', 'limit', '', ''];
  const widths = head.map((word, column) => Math.max(word.length, ...cells.map(row => row[column].length)));
  const print = row =>
    row
      .map((cell, column) => pad(cell, widths[column], column))
      .join('  ')
      .trimEnd();
  return [head, ...cells].map(print).join('\n');
}

function cellsOf({what, value, limit, unit, digits, note}) {
  const show = number => `${number.toFixed(digits)}${unit}`;
  return [what, show(value), `< ${show(limit)}`, value < limit ? 'met' : 'NOT MET', note];
}

/** Aligns figures to the right of their column. */
function pad(cell, width, column) {
  return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
