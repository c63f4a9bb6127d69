/** Packs bytes for the wire. */
type Pack = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** The encodings that can be made here, the better ones first. */
export type Packers = ReadonlyMap<string, Pack>;

/** The part of Node's `zlib` that is used; Deno, Bun and Workers may have it too. */
interface Zlib {
  readonly constants: Readonly<Record<string, number>>;
  brotliCompress(
    bytes: Uint8Array,
    options: object,
    done: (error: Error | null, packed: Uint8Array<ArrayBuffer>) => void,
  ): void;
}

interface NodeProcess {
  readonly env?: {readonly NEXT_RUNTIME?: string};
  readonly getBuiltinModule?: (name: 'node:zlib') => Zlib | undefined;
}

/**
 * Brotli where the platform has Node's modules, gzip everywhere. Nothing of Node's is imported, so that the proxy loads
 * anywhere. None in Next.js, which takes `Content-Encoding` off what its routes answer, and packs by itself.
 */
export function platformPackers(): Packers {
  const {process} = globalThis as {process?: NodeProcess};
  if (process?.env?.NEXT_RUNTIME) return new Map();
  const zlib = builtInZlib(process);
  return new Map<string, Pack>([...(zlib ? [['br', brotli(zlib)] as const] : []), ['gzip', gzip]]);
}

function builtInZlib(process: NodeProcess | undefined): Zlib | undefined {
  try {
    return process?.getBuiltinModule?.('node:zlib');
  } catch {
    return undefined;
  }
}

/** Quality 5 packs a listing of a megabyte in some 20 ms, and to within a tenth of what the best quality needs seconds for. */
function brotli({brotliCompress, constants}: Zlib): Pack {
  return bytes => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY!]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT!]: bytes.byteLength,
    };
    return new Promise((resolve, reject) => {
      brotliCompress(bytes, {params}, (error, packed) => (error ? reject(error) : resolve(packed)));
    });
  };
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * The best encoding that an `Accept-Encoding` header allows, or undefined to send the bytes as they are. What was asked
 * last is remembered: most browsers ask alike.
 */
export function createEncodingChoice(packers: Packers): (accepted: string | null) => string | undefined {
  let last: {readonly accepted: string; readonly encoding: string | undefined} | undefined;
  return accepted => {
    if (!accepted) return undefined;
    if (last?.accepted !== accepted) last = {accepted, encoding: bestEncoding(accepted, packers)};
    return last.encoding;
  };
}

function bestEncoding(accepted: string, packers: Packers): string | undefined {
  const names = accepted
    .toLowerCase()
    .split(',')
    .filter(part => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map(part => part.split(';', 1)[0]!.trim());
  for (const name of packers.keys()) if (names.includes(name)) return name;
  return undefined;
}
