export function readReport(text: string): {
  readonly rate: number;
  readonly p99: number;
  readonly requests: number;
};

export function wrk(
  program: string,
  load: {
    readonly origin: string;
    readonly paths: readonly string[];
    readonly headers: Readonly<Record<string, string>>;
    readonly seconds: number;
    readonly first: number;
  },
): Promise<ReturnType<typeof readReport>>;
