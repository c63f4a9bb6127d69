/** Why a request is not answered as asked; becomes the one shape of error answers. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** True when the API may have acted on the request all the same: it was on its way, and no clear answer came. */
  readonly mayHaveActed: boolean;

  constructor(
    status: number,
    code: string,
    message: string,
    {
      headers = {},
      mayHaveActed = false,
    }: {headers?: Readonly<Record<string, string>>; mayHaveActed?: boolean} = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.mayHaveActed = mayHaveActed;
  }
}

/** An answer before it is a `Response`: a value that can be kept and given again. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | ReadableStream<Uint8Array> | null;
  /** The body as JSON, where it was read. */
  readonly json?: unknown;
}

/** `{"error": {"code", "message", "requestId"}}` with the error's status: the only place where errors become answers. */
export function errorAnswer({status, code, message, headers}: ProxyError, requestId: string): Answer {
  return {status, headers, body: JSON.stringify({error: {code, message, requestId}})};
}
