import { firstCommentSign } from './first-comment-sign'
import { joined, type Line, part } from './one-line'

/** A line as it was meant: without invisible characters, and with plain characters in place of look-alikes. */
export interface Meant {
  readonly text: string
  /**
   * Maps the index of each of the text's characters, and of its end, to its index in the original line, in UTF-16 code
   * units.
   */
  readonly at: (index: number) => number
  readonly changes: readonly Change[]
}

/** A character that can't be intended at its position. */
interface Change {
  /** Its index in the original line. */
  readonly from: number
  readonly to: number
  readonly character: string
  /** The replacement; '' to remove it. */
  readonly plain: string
}

/** What a part of a line may contain: only the language's own characters, an address, a profile name, or free text. */
export type ValueKind = 'strict' | 'address' | 'name' | 'text'

/** What the values of keys may contain, by lowercase key. */
export type ValueKinds = Readonly<Record<string, ValueKind>>

const beyondAscii = /[^\0-\x7f]/
/** Source: Unicode, “Default_Ignorable_Code_Point”, plus interlinear annotation characters and the blank of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u
const unseenAtStart = /^(?:[\s\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800])*/u
/** Up to the last space before the first visible character. */
const blanksAtStart = /^(?:[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]*\p{Zs})*/u
const joiner = /\u034f|[\u180b-\u180f]|\u200b|\u200c|\u200d|\u2060/
const unseenOrBlank = /^[\s\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]$/u
const settingsWord = /^\s*(?:profile|sso-session|services|preview|plugins|rolecall|default)(?![\w-])/i
const blank = /\p{Zs}/u
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const rightToLeft =
  /(?!\u061c)[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const variation = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const tag = /[\u{e0020}-\u{e007f}]/u
/** Scripts that join their letters, or put no space between words. */
const joining =
  /[\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]/u
const pictured = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u

const doubleQuotes = '“”„‟«»〝〞〟＂″'
const singleQuotes = '‘’‚‛‹›′＇'
// The last three are what the hyphen key types in Japanese, and box-drawing lines.
const hyphens = '‐‑‒–—―−﹘﹣－˗⁃ー─━'

/** Look-alikes of the language's signs, or of letters in its words, in addition to Unicode's own compatibility forms. */
const plainOf: ReadonlyMap<string, string> = new Map([
  ...each(doubleQuotes, '"'),
  ...each(singleQuotes, "'"),
  ...each(hyphens, '-'),
  ...each('⁄∕⧸', '/'),
  ...each('：﹕꞉∶ː', ':'),
  ...each('⹀꞊᐀゠', '='),
  ...each('；\u037e', ';'),
  ...each('。', '.'),
  ...each('、', ','),
  ...each('ｰ', '-'),
  // Cyrillic, Greek and Armenian letters that look identical to Latin ones. Source: Unicode, “confusables.txt”.
  ...pairs(
    'аabɑсcԁdеeɡgһhіiјjӏlոnоoрpԛqѕsսuѵvԝwхxуyΑAАAΒBВBСCΕEЕEΗHНHΙIІIЈJΚKКKΜMМMΝNΟOОOΡPРPЅSΤTТTΧXХXΥYΖZ',
  ),
  ...pairs('αaοoρpνvιiυuκk'),
])

const maxDescribed = 4

const openingBrackets = '［【〔〚⟦﹝❲「｢'
const closingBrackets = '］】〕〛⟧﹞❳」｣'

const scripts = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
] as const

/** Names of invisible or easily confused characters. Source: Unicode character names. */
const characterNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '00a0': 'no-break space',
    '00ad': 'soft hyphen',
    '034f': 'combining grapheme joiner',
    '061c': 'Arabic letter mark',
    '115f': 'Hangul filler',
    '1160': 'Hangul filler',
    '180e': 'Mongolian vowel separator',
    '2007': 'figure space',
    '2009': 'thin space',
    '200a': 'hair space',
    '200b': 'zero-width space',
    '200c': 'zero-width non-joiner',
    '200d': 'zero-width joiner',
    '200e': 'left-to-right mark',
    '200f': 'right-to-left mark',
    '2010': 'hyphen',
    '2011': 'non-breaking hyphen',
    '2012': 'figure dash',
    '2013': 'en dash',
    '2014': 'em dash',
    '2015': 'horizontal bar',
    '202a': 'left-to-right embedding',
    '202b': 'right-to-left embedding',
    '202c': 'pop directional formatting',
    '202d': 'left-to-right override',
    '202e': 'right-to-left override',
    '202f': 'narrow no-break space',
    '2060': 'word joiner',
    '2066': 'left-to-right isolate',
    '2067': 'right-to-left isolate',
    '2068': 'first strong isolate',
    '2069': 'pop directional isolate',
    '2212': 'minus sign',
    '2800': 'Braille blank',
    '3000': 'ideographic space',
    '3164': 'Hangul filler',
    feff: 'zero-width no-break space',
    ffa0: 'Hangul filler',
  }).map(([code, name]) => [String.fromCodePoint(Number.parseInt(code, 16)), name]),
)

/**
 * Returns the line as it was meant, or undefined if that is how it is written. Only the language's own signs and words can
 * be intended before a header or a key, in a key, and in ids, ARNs and the like. Names lose invisible characters and
 * look-alikes; free text only loses characters without any effect. Values of keys that `kinds` doesn't list aren't
 * Rolecall's, and stay unchanged. Linear in the length of the line.
 */
export function meantLine(line: string, kinds: ValueKinds): Meant | undefined {
  if (!beyondAscii.test(line)) return undefined
  const reading = new Reading(line)
  read(reading, kinds)
  return reading.meant()
}

/** Describes a character for a sentence: its code, and the character itself or its name. */
function describeCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = characterNames.get(character)
  if (name !== undefined) return `${code} ${name}`
  if (variation.test(character)) return `${code} variation selector`
  if (unseen.test(character) || blank.test(character)) return code
  const [script] = scripts.find(([, letters]) => letters.test(character)) ?? []
  return [code, ...(script === undefined ? [] : [script]), character].join(' ')
}

/** Returns the text without invisible characters, and with plain characters in place of their forms and look-alikes. */
export function plainText(text: string): string {
  return beyondAscii.test(text) ? strictText(text).text : text
}

/** Returns what a person means by a text entered in a form as a value of this kind. */
export function meantValue(kind: ValueKind, text: string): string {
  if (!beyondAscii.test(text)) return text
  const reading = new Reading(text)
  reading.take(0, text.length, kind)
  return reading.meant()?.text ?? text
}

/** Whether a name, or a free-text value, is read as it is written. */
export function isMeant(text: string): boolean {
  if (!beyondAscii.test(text)) return true
  const reading = new Reading(text)
  reading.takeQuoted(0, text.length, 'name')
  return reading.meant() === undefined
}

/** Whether a text contains `#`, `;` or a character that is read as one where only plain signs are valid. */
export function holdsCommentSign(text: string): boolean {
  return (beyondAscii.test(text) ? indexOf(text, 0, isCommentSign) : firstCommentSign(text)) !== -1
}

/**
 * Whether a text can't stand between double quotes as it is: its edges are read as a plain space or quote, or something in
 * it is read as a double quote or a backslash, where only plain signs are valid.
 */
export function breaksQuotes(text: string): boolean {
  const isEdge = (index: number) => index === 0 || index === text.length - 1
  if (text.startsWith(' ') || text.endsWith(' ')) return true
  if (!beyondAscii.test(text)) return false
  return Array.from({ length: text.length }, (_, index) => index).some(
    index =>
      beyondAscii.test(text.charAt(index)) &&
      (isEdge(index) ? /[ "'\\]/ : /["\\]/).test(plainCharacter(text.charAt(index))),
  )
}

/** Returns the stretch of a line that changes, extended to whole words, and what it means. */
export function changedStretch(line: Line, { changes }: Meant): Stretch {
  const [first, last] = [changes[0], changes.at(-1)]
  let before = 0
  while (/\S/.test(line.charAt((first?.from ?? 0) - before - 1))) before++
  const behind = /^\S*/.exec(line.slice(last?.to ?? line.length))?.[0].length ?? 0
  const from = (first?.from ?? 0) - before
  const to = (last?.to ?? line.length) + behind
  const parts: Line[] = []
  let kept = from
  for (const change of changes) {
    parts.push(part(line, kept, change.from), change.plain as Line)
    kept = change.to
  }
  return { from, to, text: joined(...parts, part(line, kept, to)) }
}

/** The result of `changedStretch`: from the first to the last character, in UTF-16 code units, and the replacement. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly text: Line
}

/** Lists the characters that change, each once, for a sentence. */
export function describeChanges({ changes }: Meant): string {
  const described = [...new Set(changes.map(({ character }) => describeCharacter(character)))]
  return [...described.slice(0, maxDescribed), ...(described.length > maxDescribed ? ['…'] : [])].join(', ')
}

/** Shows invisible characters in a text by their codes, as in `ad‹U+200B›min`; keeps those a person intends. */
export function showUnseen(text: string): string {
  if (!beyondAscii.test(text)) return text
  const reading = new Reading(text)
  reading.take(0, text.length, 'text')
  const { changes } = reading.meant() ?? { changes: [] }
  let shown = ''
  let from = 0
  for (const change of changes) {
    const code = describeCharacter(change.character).split(' ', 1)[0]
    shown += `${text.slice(from, change.from)}‹${code}›`
    from = change.to
  }
  return shown + text.slice(from)
}

/** Removes spaces and invisible characters from the end. A regular expression would take quadratic time. */
function withoutUnseenEnd(text: string): string {
  let end = text.length
  for (;;) {
    const code = text.charCodeAt(end - 1)
    // A shortcut by code for plain characters: most are, and this runs on every character.
    if (code > 0x20 && code < 0x7f) return text.slice(0, end)
    const isPair = (text.codePointAt(end - 2) ?? 0) > 0xffff
    const start = end - (isPair ? 2 : 1)
    if (start < 0 || !unseenOrBlank.test(text.slice(start, end))) return text.slice(0, end)
    end = start
  }
}

/** Reads a line part by part, each by what it may contain. */
function read(reading: Reading, kinds: ValueKinds): void {
  const { line } = reading
  const indent = unseenAtStart.exec(line)?.[0].length ?? 0
  reading.take(0, indent, 'strict')
  const first = line.charAt(indent)
  const sign = plainSign(first)
  if (first === '') return
  if (isCommentSign(sign)) {
    reading.replace(indent, indent + 1, sign)
    reading.keep(indent + 1, line.length)
  } else if (sign === '[' && opensHeader(line, first)) readHeaderLine(reading, indent)
  else readPair(reading, indent, kinds)
}

/** Brackets of other kinds open a header if they close at the line's end; otherwise they are plain text. */
function opensHeader(line: string, first: string): boolean {
  return first === '[' || first === '［' || closingBrackets.includes(withoutUnseenEnd(line).slice(-1))
}

function readHeaderLine(reading: Reading, start: number): void {
  const { line } = reading
  reading.replace(start, start + 1, '[')
  const end = endOfHeader(line, start)
  const close = end === -1 ? line.length : end
  const strict = strictText(line.slice(start + 1, close))
  const known = settingsWord.exec(strict.text)
  const from = start + 1 + (known ? strict.at(known[0].length) : 0)
  const name = from + (blanksAtStart.exec(line.slice(from, close))?.[0].length ?? 0)
  reading.take(start + 1, from, 'strict')
  let index = from
  for (const character of line.slice(from, name)) {
    reading.replace(index, index + character.length, blank.test(character) ? ' ' : '')
    index += character.length
  }
  reading.takeQuoted(name, close, 'name')
  if (end === -1) return
  reading.replace(end, end + 1, ']')
  const rest = end + 1 + (unseenAtStart.exec(line.slice(end + 1))?.[0].length ?? 0)
  const sign = plainSign(line.charAt(rest))
  const isComment = isCommentSign(sign)
  reading.take(end + 1, rest, 'strict')
  if (isComment) reading.replace(rest, rest + 1, sign)
  reading.keep(isComment ? rest + 1 : rest, line.length)
}

/**
 * Returns the index of the bracket, in any form, that closes a header, as `readHeader` finds the plain one; -1 if there is
 * none.
 */
function endOfHeader(line: string, start: number): number {
  const own = /[[［]/.test(line.charAt(start)) ? ']］' : `]］${closingBrackets}`
  const isClosing = (character: string) => character !== '' && own.includes(character)
  const contentTo = (comment: number) =>
    withoutUnseenEnd(line.slice(0, comment === -1 ? line.length : comment))
  const plain = contentTo(firstCommentSign(line))
  // A name may contain a look-alike of a comment sign, unless it comes after a bracket.
  if (plain.endsWith(']') && !/[\]］]\s*[；＃]/.test(plain)) return plain.length - 1
  const content = contentTo(indexOf(line, start + 1, isCommentSign))
  if (content.length > start + 1 && isClosing(content.slice(-1))) return content.length - 1
  for (let index = start + 1; index < line.length; index++) if (isClosing(line.charAt(index))) return index
  return -1
}

function readPair(reading: Reading, start: number, kinds: ValueKinds): void {
  const { line } = reading
  const equals = indexOfEquals(line, start)
  const comment = firstCommentSign(line)
  const colon = equals === -1 ? indexOf(line, start, sign => sign === ':') : -1
  const sign = equals === -1 ? colon : equals
  const key = strictText(line.slice(start, Math.max(sign, start))).text.trim()
  // `key：value` gets the same advice as with a plain colon.
  const isPair =
    equals === -1 ? /^[\w-]+$/.test(key) : !/[;#]/.test(key) && (comment === -1 || comment > equals)
  if (sign === -1 || !isPair) {
    reading.take(start, line.length, 'text')
    return
  }
  // Words in other scripts stay as they are: no key of the language has any spelling in them.
  reading.take(start, sign, beyondAscii.test(key) ? 'text' : 'strict')
  reading.replace(sign, sign + 1, equals === -1 ? ':' : '=')
  readValue(reading, sign + 1, key.replace(/^["']|["']$/g, '').toLowerCase(), kinds)
}

function readValue(reading: Reading, from: number, key: string, kinds: ValueKinds): void {
  const { line } = reading
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined
  if (kind === undefined) {
    reading.keep(from, line.length)
    return
  }
  const value = withoutUnseenEnd(line.slice(from))
  if (endsQuote(value.trim()) && (kind !== 'text' || /[;#]/.test(value))) {
    reading.takeQuoted(from, line.length, kind)
    return
  }
  const comment = commentOf(line, from, key, kind)
  const to = comment === -1 ? line.length : comment
  reading.takeQuoted(from, to, kind === 'text' ? 'text' : kind)
  if (comment === -1) return
  reading.replace(comment, comment + 1, plainSign(line.charAt(comment)))
  reading.keep(comment + 1, line.length)
}

/**
 * Returns the start of the comment after a value, or -1. A value of plain signs can't contain look-alikes of comment signs.
 */
function commentOf(line: string, from: number, key: string, kind: ValueKind): number {
  if (kind === 'text' || kind === 'name') {
    const comment = /^\s*["'`]/.test(line.slice(from)) ? -1 : firstCommentSign(line.slice(from))
    return comment === -1 ? -1 : from + comment
  }
  const first = from + (unseenAtStart.exec(line.slice(from))?.[0].length ?? 0)
  const quote = plainOf.get(line.charAt(first)) ?? line.charAt(first)
  const isQuoted = quote === '"' || quote === "'"
  const closes = isQuoted ? indexOf(line, first + 1, sign => sign === quote) : -1
  if (kind === 'strict') {
    const isWritten = key === 'color' && plainSign(line.charAt(first)) === '#'
    return indexOf(line, closes === -1 ? first + (isWritten ? 1 : 0) : closes, isCommentSign)
  }
  const spaced = line.slice(first).search(/\s[;#；＃]/)
  return spaced === -1 ? -1 : first + spaced + 1
}

/** A line being read: the text so far, and where each of its characters comes from. */
class Reading {
  readonly line: string
  #text = ''
  readonly #places: number[] = []
  readonly #changes: Change[] = []

  constructor(line: string) {
    this.line = line
  }

  /** Keeps the text between two positions unchanged. */
  keep(from: number, to: number): void {
    if (from === to) return
    for (let index = from; index < to; index++) this.#places.push(index)
    this.#text += this.line.slice(from, to)
  }

  replace(from: number, to: number, plain: string): void {
    const character = this.line.slice(from, to)
    for (let index = 0; index < plain.length; index++) this.#places.push(from)
    this.#text += plain
    if (character !== plain) this.#changes.push({ from, to, character, plain })
  }

  /** Takes the text between two positions as a part of that kind, between two quotes if given. */
  take(from: number, to: number, kind: ValueKind, quote = ''): void {
    const part = this.line.slice(from, to)
    if (!beyondAscii.test(part)) {
      this.keep(from, to)
      return
    }
    const isTurned = kind !== 'strict' && rightToLeft.test(part)
    let before = quote
    let index = from
    let plainFrom = from
    let seen: readonly string[] | undefined
    for (const character of part) {
      const end = index + character.length
      // Keeps a run of plain characters in one step.
      if (character.charCodeAt(0) < 0x80) {
        if (before !== '' || character !== ' ') before = character
        index = end
        continue
      }
      this.keep(plainFrom, index)
      plainFrom = end
      const after = () => {
        seen ??= seenFrom(part)
        return seen[end - from] || quote
      }
      const plain = meantCharacter(character, kind, before, after, isTurned)
      if (plain === character) this.keep(index, end)
      else this.replace(index, end, plain)
      if (!unseen.test(character) && (before !== '' || !blank.test(character))) before = character
      index = end
    }
    this.keep(plainFrom, to)
  }

  /** Like `take`, but reads a word processor's quotes around the part as plain ones. */
  takeQuoted(from: number, to: number, kind: ValueKind): void {
    const part = this.line.slice(from, to)
    const trimmed = part.trim()
    const quote = plainOf.get(trimmed.charAt(0))
    const start = from + part.indexOf(trimmed)
    const end = start + trimmed.length
    if (trimmed.length < 2 || (quote !== '"' && quote !== "'") || !endsQuote(trimmed)) {
      this.take(from, to, kind)
      return
    }
    this.take(from, start, kind)
    this.replace(start, start + 1, quote)
    this.take(start + 1, end - 1, kind, quote)
    this.replace(end - 1, end, quote)
    this.take(end, to, kind)
  }

  meant(): Meant | undefined {
    if (this.#changes.length === 0) return undefined
    const places = this.#places
    const { length } = this.line
    return { text: this.#text, at: index => places[index] ?? length, changes: this.#changes }
  }
}

/** Returns the intended character; '' if there is none. `before` and `after` are its visible neighbors. */
function meantCharacter(
  character: string,
  kind: ValueKind,
  before: string,
  after: () => string,
  isTurned: boolean,
): string {
  if (!beyondAscii.test(character)) return character
  if (unseen.test(character)) {
    return kind !== 'strict' && isIntended(character, before, after, isTurned) ? character : ''
  }
  // Drops spaces of any kind around a part.
  if (blank.test(character) && (before === '' || after() === '')) return character
  if (kind === 'strict' || (kind === 'address' && !/[\p{L}\p{M}]/u.test(character)))
    return plainCharacter(character)
  if (kind !== 'name') return character
  if (character === '\u2010' || character === '\u2011') return '-'
  // In scripts with a full-width space, it means a plain space.
  if (character === '\u3000' && beyondAscii.test(before + after())) return character
  return blank.test(character) ? ' ' : character
}

/** Whether an invisible character has its intended effect on how its neighbors look. */
function isIntended(character: string, before: string, after: () => string, isTurned: boolean): boolean {
  if (turning.test(character)) return isTurned
  if (variation.test(character)) return beyondAscii.test(before) || after() === '\u20e3'
  if (tag.test(character)) return before === '\u{1f3f4}'
  if (character === '\u200d' && pictured.test(before)) return pictured.test(after())
  if (joiner.test(character)) return joining.test(before) && joining.test(after())
  return /[\u115f\u1160]/.test(character) && /\p{Script=Hangul}/u.test(before + after())
}

/** Returns the plain character that a character is a form or look-alike of, else the character itself. */
function plainCharacter(character: string): string {
  if (!beyondAscii.test(character)) return character
  const known = plainOf.get(character)
  if (known !== undefined) return known
  if (blank.test(character)) return ' '
  const plain = character.normalize('NFKC')
  // A backslash would change the meaning of the next character, such as a closing quote.
  if (plain === '\\') return character
  if (plain.length === 1 && !beyondAscii.test(plain)) return plain
  if (openingBrackets.includes(character)) return '['
  if (closingBrackets.includes(character)) return ']'
  return /\p{Nd}/u.test(character) ? String(digitValue(character)) : character
}

/**
 * Returns the value of a digit in any script: each script has ten in a row, from zero. Source: Unicode Standard, chapter 4,
 * “Numeric Value”.
 */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 100 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value % 10
}

function strictText(text: string): { readonly text: string; readonly at: (index: number) => number } {
  const reading = new Reading(text)
  reading.take(0, text.length, 'strict')
  return reading.meant() ?? { text, at: index => index }
}

function isCommentSign(plain: string): boolean {
  return plain === '#' || plain === ';'
}

function plainSign(character: string): string {
  return character === '' ? '' : plainCharacter(character)
}

/** Returns the index of the `=`, in any form; -1 if there is none. */
function indexOfEquals(line: string, from: number): number {
  const plain = line.indexOf('=', from)
  const first = indexOf(line, from, sign => sign === '=')
  // In `key＝a=b` the first one ends the key; in `色＝a = b` it may be part of one.
  return first === plain || plain === -1 || isWord(line.slice(from, first)) ? first : plain
}

/** Returns the index of the first character whose plain form is wanted, or -1. */
function indexOf(line: string, from: number, isWanted: (plain: string) => boolean): number {
  for (let index = from; index < line.length; index++) {
    if (isWanted(plainCharacter(line.charAt(index)))) return index
  }
  return -1
}

function isWord(text: string): boolean {
  return /^["']?[\w.-]+["']?$/.test(strictText(text).text.trim())
}

function endsQuote(text: string): boolean {
  const [first, last] = [plainOf.get(text.charAt(0)), plainOf.get(text.charAt(text.length - 1))]
  return text.length > 1 && first !== undefined && /["']/.test(first) && first === last
}

/**
 * Returns, for each index, the next visible character from there on, or a space before it; '' if there is none. One walk
 * from the end, since each character of a run would otherwise look over the rest of the run.
 */
function seenFrom(text: string): readonly string[] {
  const found: string[] = new Array(text.length)
  let next = ''
  let isAnyVisible = false
  for (let end = text.length; end > 0; ) {
    const start = end - ((text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1)
    const character = text.slice(start, end)
    const isPlain = character > ' ' && character < '\x7f'
    if (isPlain || !unseen.test(character)) {
      next = character
      isAnyVisible ||= isPlain || !unseenOrBlank.test(character)
    }
    found.fill(isAnyVisible ? next : '', start, end)
    end = start
  }
  return found
}

function each(characters: string, plain: string): readonly (readonly [string, string])[] {
  return [...characters].map(character => [character, plain])
}

function pairs(written: string): readonly (readonly [string, string])[] {
  const characters = [...written]
  return characters.flatMap((character, index) =>
    index % 2 === 0 ? [[character, characters[index + 1] ?? ''] as const] : [],
  )
}
