/** A text as raw DEFLATE data in base64: printable, about a tenth of a configuration's length. */
export async function deflate(text: string): Promise<string> {
  const bytes = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text))
  let binary = ''
  // A call takes some ten thousand arguments at most.
  for (let start = 0; start < bytes.length; start += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8_192))
  }
  return btoa(binary)
}

/** The text that `deflate` was given. Rejects where the data is damaged. */
export async function inflate(data: string): Promise<string> {
  const binary = atob(data)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
  return new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), bytes))
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const transformed = new Blob([bytes]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(transformed).arrayBuffer())
}
