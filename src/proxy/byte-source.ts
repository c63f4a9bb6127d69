/** Bytes that come as they are asked for: a `ReadableStream` without its weight, of which thousands are open at once. */
export interface ByteSource {
  /** The next bytes; undefined at the end, however it came about. Asked for one at a time. */
  read(): Promise<Uint8Array | undefined>;
  /** Nobody reads any more. */
  cancel(): void;
}

export function sourceOf(body: ReadableStream<Uint8Array>, close: () => void): ByteSource {
  const reader = body.getReader();
  return {
    read: () =>
      reader.read().then(
        ({value}) => value,
        () => undefined,
      ),
    cancel() {
      reader.cancel().catch(() => {});
      close();
    },
  };
}

/** For platforms that take nothing else; nothing is read ahead. */
export function streamOf(source: ByteSource): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = await source.read();
        if (bytes) controller.enqueue(bytes);
        else controller.close();
      },
      cancel: () => source.cancel(),
    },
    {highWaterMark: 0},
  );
}
