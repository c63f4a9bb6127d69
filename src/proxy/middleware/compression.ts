type Encode = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Content encodings that this platform can produce, by name, the best first. */
export type Encoders = ReadonlyMap<string, Encode>;

/** The part of Node's `zlib` that is used; Deno, Bun and Workers may have it too. */
interface Zlib {
  readonly constants: Readonly<Record<string, number>>;
  brotliCompress(
    bytes: Uint8Array,
    options: object,
    done: (error: Error | null, compressed: Uint8Array<ArrayBuffer>) => void,
  ): void;
}

interface NodeProcess {
  readonly env?: {readonly NEXT_RUNTIME?: string};
  readonly getBuiltinModule?: (name: 'node:zlib') => Zlib | undefined;
}

/**
 * Returns Brotli where the platform has Node's modules, and gzip everywhere. Imports nothing of Node, so that the proxy
 * loads anywhere. Returns none in Next.js, which removes `Content-Encoding` from the responses of its routes and
 * compresses by itself.
 */
export function platformEncoders(): Encoders {
  const {process} = globalThis as {process?: NodeProcess};
  if (process?.env?.NEXT_RUNTIME) return new Map();
  const zlib = builtInZlib(process);
  return new Map<string, Encode>([...(zlib ? [['br', brotli(zlib)] as const] : []), ['gzip', gzip]]);
}

function builtInZlib(process: NodeProcess | undefined): Zlib | undefined {
  try {
    return process?.getBuiltinModule?.('node:zlib');
  } catch {
    return undefined;
  }
}

/** Uses quality 5: a listing of 1 MB takes 20 ms, and is at most a tenth larger than at the best quality, which takes seconds. */
function brotli({brotliCompress, constants}: Zlib): Encode {
  return bytes => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY!]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT!]: bytes.byteLength,
    };
    return new Promise((resolve, reject) => {
      brotliCompress(bytes, {params}, (error, compressed) => (error ? reject(error) : resolve(compressed)));
    });
  };
}

export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return piped(bytes, new CompressionStream('gzip'));
}

export function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return piped(bytes, new DecompressionStream('gzip'));
}

async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Creates a function that selects the best encoding that an `Accept-Encoding` header allows; `undefined` for none. It
 * remembers the last header, as most browsers send the same.
 */
export function createEncodingSelector(encoders: Encoders): (accepted: string | null) => string | undefined {
  let last: {readonly accepted: string; readonly encoding: string | undefined} | undefined;
  return accepted => {
    if (!accepted) return undefined;
    if (last?.accepted !== accepted) last = {accepted, encoding: bestEncoding(accepted, encoders)};
    return last.encoding;
  };
}

function bestEncoding(accepted: string, encoders: Encoders): string | undefined {
  const names = accepted
    .toLowerCase()
    .split(',')
    .filter(part => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map(part => part.split(';', 1)[0]!.trim());
  for (const name of encoders.keys()) if (names.includes(name)) return name;
  return undefined;
}
