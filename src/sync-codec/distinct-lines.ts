import type { Numbers } from './byte-stream'

/** A text's lines, each written once. */
export interface DistinctLines {
  /** Every line that differs from those before it. */
  readonly distinct: string
  /** Which line comes next in the text: 0 for the next of the distinct ones, n to repeat the nth of them. */
  readonly order: Numbers
}

/** Matches after each character that ends a line: so a line includes its end, and CR LF makes two of them. */
const behindEnd = /(?<=[\r\n])/

/** Splits any text so that `fromDistinctLines` returns the same text. Takes time proportional to its length. */
export function toDistinctLines(text: string): DistinctLines {
  const numbers = new Map<string, number>()
  const order = text.split(behindEnd).map(line => {
    const number = numbers.get(line)
    if (number === undefined) numbers.set(line, numbers.size + 1)
    return number ?? 0
  })
  return { distinct: [...numbers.keys()].join(''), order }
}

/**
 * Returns the text that `toDistinctLines` was given.
 * @throws if a line is missing or the text is longer than `longest`.
 */
export function fromDistinctLines({ distinct, order }: DistinctLines, longest: number): string {
  const lines = distinct.split(behindEnd)
  let next = 0
  let text = ''
  for (const number of order) {
    const line = lines[number === 0 ? next++ : number - 1]
    if (line === undefined) throw new RangeError('A line is missing.')
    if (text.length + line.length > longest) throw new RangeError('The text is too long.')
    text += line
  }
  return text
}
