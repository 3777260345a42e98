/** Numbers in order, in an array of any kind. */
export type Numbers = ArrayLike<number> & Iterable<number>

/** Writes numbers as bytes. `ByteReader` reads the numbers back, in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  /** Writes a whole number below 2^32 in as few bytes as possible: seven bits in each, the lowest first. */
  number(value: number): void {
    let left = value
    for (; left > 0x7f; left >>>= 7) this.#byte(left | 0x80)
    this.#byte(left)
  }

  /** Writes the count of the numbers, and each of them. */
  numbers(values: Numbers): void {
    this.number(values.length)
    for (const value of values) this.number(value)
  }

  /** Writes a text's UTF-16 units as numbers, so that lone surrogates need no special case. */
  text(text: string): void {
    this.number(text.length)
    for (let index = 0; index < text.length; index++) this.number(text.charCodeAt(index))
  }

  /** Writes the count of the numbers, and each of them, below 2^40, in five bytes. */
  wideNumbers(values: Numbers): void {
    this.number(values.length)
    for (const value of values) {
      this.#byte(value / 2 ** 32)
      for (let shift = 24; shift >= 0; shift -= 8) this.#byte(value >>> shift)
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    this.#bytes[this.#length++] = value
  }
}

/**
 * Reads what `ByteWriter` wrote.
 * @throws a RangeError if the bytes end too early.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #next = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }

  numbers(): Uint32Array {
    const values = new Uint32Array(this.#count(1))
    for (let index = 0; index < values.length; index++) values[index] = this.number()
    return values
  }

  text(): string {
    const units = this.numbers()
    let text = ''
    // A call takes some ten thousand arguments at most.
    for (let start = 0; start < units.length; start += 8_192) {
      text += String.fromCharCode(...units.subarray(start, start + 8_192))
    }
    return text
  }

  wideNumbers(): Float64Array {
    const values = new Float64Array(this.#count(5))
    for (let index = 0; index < values.length; index++) {
      let value = 0
      for (let byte = 0; byte < 5; byte++) value = value * 256 + this.#byte()
      values[index] = value
    }
    return values
  }

  /**
   * Reads a count of things of at least so many bytes each. Rejects a count that the rest has no room for, before anything
   * is allocated.
   */
  #count(size: number): number {
    const count = this.number()
    if (count * size > this.#bytes.length - this.#next) throw new RangeError('The bytes end too early.')
    return count
  }

  #byte(): number {
    const byte = this.#bytes[this.#next++]
    if (byte === undefined) throw new RangeError('The bytes end too early.')
    return byte
  }
}
