/** Compresses a text to raw DEFLATE data in base64: printable, and about a tenth of a list's length. */
export async function deflate(text: string): Promise<string> {
  let binary = ''
  for await (const chunk of through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text))) {
    // A call takes at most some ten thousand arguments.
    for (let start = 0; start < chunk.length; start += 8_192) {
      binary += String.fromCharCode(...chunk.subarray(start, start + 8_192))
    }
  }
  return btoa(binary)
}

/** In UTF-16 units; longer than any text or its roles. */
const maxInflatedLength = 1 << 25

/** Decompresses the result of `deflate`. Rejects if the data is damaged, or if it inflates to more than the limit. */
export async function inflate(data: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of through(new DecompressionStream('deflate-raw'), fromBase64(data))) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxInflatedLength) throw new RangeError('The text is too long.')
  }
  return text + decoder.decode()
}

/** Available since Chromium 140 and Firefox 133. Ten times as fast as a loop that hasn't run before. */
interface WithBase64 {
  readonly fromBase64?: (data: string) => Uint8Array<ArrayBuffer>
}

function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  const { fromBase64: native } = Uint8Array as WithBase64
  if (native) return native.call(Uint8Array, data)
  const binary = atob(data)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/**
 * Yields the bytes from the stream by hand: in Chromium, a Blob at one end or a Response at the other takes ten times as
 * long.
 */
async function* through(
  { writable, readable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array> {
  const writer = writable.getWriter()
  // Write errors also appear when reading, and are handled there.
  Promise.all([writer.write(bytes), writer.close()]).catch(() => {})
  const reader = readable.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    // Stops the stream if the caller doesn't want the rest.
    reader.cancel().catch(() => {})
  }
}
