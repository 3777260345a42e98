import { firstCommentSign } from '../../lib/first-comment-sign'
import type { Meant } from '../../lib/look-alikes'
import { rawValue } from './comments'
import { meantLine } from './meant'
import { readHeader } from './section-header'
import { decode } from './value'

/** A stretch of a line, in UTF-16 code units from 0; `to` is after the last one. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The contents of a line, for an editor that shows and writes text and leaves validation to the parser. */
export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'comment'; readonly from: number }
  /** `to` is after the closing bracket, or at the end of the text. */
  | ({ readonly kind: 'header'; readonly name: string; readonly comment: number | undefined } & Range)
  | Pair
  /** Neither of these; the parser reports it. */
  | { readonly kind: 'other' }

export interface Pair {
  readonly kind: 'pair'
  /** In lowercase and decoded, as the parser compares it. */
  readonly key: string
  readonly keyRange: Range
  /** The index of the `=`. */
  readonly equals: number
  /** Decoded. */
  readonly value: string
  /** With its quotes. If there is no value, empty and after the space that follows the `=`. */
  readonly valueRange: Range
  /** The start of the comment after the value. */
  readonly comment: number | undefined
}

/** Reads one line, without its line end, as the parser does: as it is meant, with positions in the line as written. */
export function readLine(line: string): Line {
  const meant = meantLine(line)
  return meant ? asWritten(readPlain(meant.text), meant) : readPlain(line)
}

function asWritten(line: Line, { at }: Meant): Line {
  const range = ({ from, to }: Range): Range => ({
    from: at(from),
    to: from === to ? at(from) : at(to - 1) + 1,
  })
  const comment = (from: number | undefined) => (from === undefined ? undefined : at(from))
  if (line.kind === 'comment') return { ...line, from: at(line.from) }
  if (line.kind === 'header') return { ...line, ...range(line), comment: comment(line.comment) }
  if (line.kind !== 'pair') return line
  return {
    ...line,
    keyRange: range(line.keyRange),
    equals: at(line.equals),
    valueRange: range(line.valueRange),
    comment: comment(line.comment),
  }
}

function readPlain(line: string): Line {
  const indent = line.length - line.trimStart().length
  const first = line.charAt(indent)
  if (first === '') return { kind: 'blank' }
  if (first === ';' || first === '#') return { kind: 'comment', from: indent }
  if (first === '[') return header(line, indent)

  const { written, equals, comment } = splitPair(line, indent)
  if (written === '') return { kind: 'other' }
  const key = decode(written).toLowerCase()
  const raw = rawValue(line, equals + 1, comment, key)
  const valueRange = raw === '' ? emptyValue(line, equals + 1) : rangeOf(line, raw, equals + 1)
  return {
    kind: 'pair',
    key,
    keyRange: { from: indent, to: indent + written.length },
    equals,
    value: decode(raw),
    valueRange,
    comment: commentFrom(line, valueRange.to),
  }
}

/** The parts of a section's line, as written. */
interface PairParts {
  /** The key, with its quotes; '' if the line isn't `key = value`. */
  readonly written: string
  /** The index of the first `=`, or -1. */
  readonly equals: number
  /** The index of the first `;` or `#`, or -1. It starts a comment unless the value contains it: see `rawValue`. */
  readonly comment: number
}

/** Splits a line that is meant as written and isn't a header or a comment. Its text starts at `indent`. */
export function splitPair(line: string, indent: number): PairParts {
  const comment = firstCommentSign(line)
  const equals = line.indexOf('=')
  const isPair = equals > indent && (comment === -1 || comment > equals)
  return { written: isPair ? line.slice(indent, equals).trimEnd() : '', equals, comment }
}

function header(line: string, indent: number): Line {
  const { name, length } = readHeader(line.trim())
  const to = indent + length
  return { kind: 'header', name, from: indent, to, comment: commentFrom(line, to) }
}

function rangeOf(line: string, text: string, after: number): Range {
  const from = line.indexOf(text, after)
  return { from, to: from + text.length }
}

/** Returns where to put a value: usually one space after the `=`, but existing space is kept. */
function emptyValue(line: string, after: number): Range {
  const from = line.charAt(after) === ' ' ? after + 1 : after
  return { from, to: from }
}

function commentFrom(line: string, after: number): number | undefined {
  const from = firstCommentSign(line.slice(after))
  return from === -1 ? undefined : after + from
}
