import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Does the work at once. Nothing tells when Node's own, in another thread, has ended. */
function at(work: (bytes: Buffer) => Buffer) {
  return class {
    readonly readable: ReadableStream<Uint8Array>
    readonly writable: WritableStream<Uint8Array>

    constructor() {
      const chunks: Uint8Array[] = []
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        transform: chunk => void chunks.push(chunk),
        flush: controller => controller.enqueue(new Uint8Array(work(Buffer.concat(chunks)))),
      })
      this.readable = readable
      this.writable = writable
    }
  }
}

/** Raw DEFLATE, done at once. */
export const compression = {
  CompressionStream: at(bytes => deflateRawSync(bytes)),
  DecompressionStream: at(bytes => inflateRawSync(bytes)),
}

/** `crypto` with digests made at once. */
export const digests = {
  crypto: {
    getRandomValues: (values: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(values),
    randomUUID: () => crypto.randomUUID(),
    subtle: {
      digest: async (_: 'SHA-256', bytes: Uint8Array) => {
        const digest = createHash('sha256').update(bytes).digest()
        return digest.buffer.slice(digest.byteOffset, digest.byteOffset + digest.byteLength)
      },
    },
  },
}
