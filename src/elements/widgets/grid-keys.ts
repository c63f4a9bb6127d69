import {ownValue} from '../../domain/own-value.js';

/**
 * Finds the tile that a key leads to in a grid of equal tiles; `undefined` for a key that does not move. `columns` is 1 for
 * a row that wraps, in which up and down lead to the neighbours.
 */
export function nextTile(
  event: KeyboardEvent,
  tiles: readonly HTMLElement[],
  isRightToLeft: boolean,
  columns = columnsOf(tiles),
): HTMLElement | undefined {
  const at = tiles.indexOf(event.target as HTMLElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const forward = isRightToLeft ? -1 : 1;
  const steps = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -at,
    End: tiles.length - 1 - at,
  };
  const step = ownValue<number>(steps, event.key);
  return step === undefined ? undefined : tiles[Math.min(Math.max(at + step, 0), tiles.length - 1)];
}

/** Moves the focus in a row of controls that handles a key; returns whether it did. */
export function moveInRow(event: KeyboardEvent): boolean {
  const row = event.currentTarget as HTMLElement;
  const isRightToLeft = getComputedStyle(row).direction === 'rtl';
  const next = nextTile(event, [...row.children] as HTMLElement[], isRightToLeft, 1);
  if (next) event.preventDefault();
  next?.focus();
  return next !== undefined;
}

/** Counts the tiles of the first row: the grid itself decides how many there are by its width. */
function columnsOf(tiles: readonly HTMLElement[]): number {
  const [top, ...others] = tiles.map(tile => tile.getBoundingClientRect().top);
  const below = others.findIndex(other => other !== top) + 1;
  return below || tiles.length;
}

/** Whether a key writes a character. */
export function isTyping({key, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
