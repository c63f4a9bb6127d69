export function readReport(text: string): {
  readonly rate: number;
  readonly p99: number;
  readonly requests: number;
};
