export interface Line {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly digits: number;
  readonly note: string;
}

export function line(
  what: string,
  value: number,
  limit: number,
  how?: Partial<Pick<Line, 'unit' | 'digits' | 'note'>>,
): Line;

export function median(values: readonly number[]): number;

export function table(lines: readonly Line[]): string;
