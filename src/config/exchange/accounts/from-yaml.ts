import { withPlainEnds } from '../../../lib/text-lines'
import type { JsonTexts } from './json-texts'

interface Token {
  readonly indent: number
  /** `-` for the start of a list entry. */
  readonly text: string
}

/** A key and what follows it on its line. */
const pair = /^(["']?)([\w -]+)\1:(?:\s+(.*))?$/
/** As `pair`, with any key in quotes, and any plain one without a space after its first word. */
const anyPair = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([\w.~/+-][\w+=,.@/:-]*?)):(?:\s+(.*))?$/

/**
 * Reads the AWS CLI's `yaml` and `yaml-stream` outputs as values; undefined if the text isn't that. Supports the YAML that
 * the CLI writes for accounts: maps, lists, and scalars on one line or folded. Source: AWS CLI user guide, “Setting the
 * output format”.
 */
export function readYaml(text: string): JsonTexts | undefined {
  if (
    !/^[\s-]*["']?(?:account|id\b)|^\s*- .*:\s|^- - /im.test(text) ||
    /^\s*\[/m.test(text) ||
    /^\s*\w+\s*=/m.test(text)
  )
    return undefined
  const values = readValues(text, isAwsPair)
  return values?.some(value => typeof value === 'object') ? { kind: 'values', values } : undefined
}

/**
 * Reads a file that people write in plain YAML: maps with any keys, lists, scalars on one line or folded, and comments.
 * Undefined if it has anything else. Source: YAML 1.2.2.
 */
export function readPlainYaml(text: string): unknown {
  const values = readValues(text, isAnyPair)
  return values?.length === 1 ? values[0] : undefined
}

/** Splits a line into its key and the rest; undefined if it's a scalar. */
type ReadPair = (text: string) => { readonly key: string; readonly inline: string } | undefined

function isAwsPair(text: string): ReturnType<ReadPair> {
  const [, , key, inline = ''] = pair.exec(text) ?? []
  return key === undefined ? undefined : { key, inline }
}

function isAnyPair(text: string): ReturnType<ReadPair> {
  const [whole, double, single, plain, inline = ''] = anyPair.exec(text) ?? []
  if (whole === undefined) return undefined
  const key = double !== undefined ? scalar(`"${double}"`) : (plain ?? single?.replaceAll("''", "'"))
  return { key: String(key), inline: withoutComment(inline) }
}

function readValues(text: string, readPair: ReadPair): readonly unknown[] | undefined {
  const values: unknown[] = []
  // Texts are separated by a line of hyphens, or only by the end of a map.
  for (const document of text.split(/^(?:---|\.\.\.)\s*$/m)) {
    const reader = new YamlReader(tokensOf(document), readPair)
    while (!reader.isDone()) {
      const value = reader.read()
      if (value === undefined) return undefined
      values.push(value)
    }
  }
  return values
}

/** Removes a comment behind a value. In quotes, a `#` starts none. */
function withoutComment(text: string): string {
  const [, quoted] = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s+#.*$/.exec(text) ?? []
  if (quoted !== undefined) return quoted
  return /^["']/.test(text) ? text : text.replace(/(?:^|\s+)#.*$/, '')
}

function tokensOf(text: string): readonly Token[] {
  return withPlainEnds(text)
    .split('\n')
    .flatMap(line => {
      const tokens: Token[] = []
      let indent = line.length - line.trimStart().length
      let rest = line.trim()
      while (/^-(?:\s|$)/.test(rest)) {
        tokens.push({ indent, text: '-' })
        const inner = rest.slice(1).trimStart()
        indent += rest.length - inner.length
        rest = inner
      }
      return rest === '' || rest.startsWith('#') ? tokens : [...tokens, { indent, text: rest }]
    })
}

class YamlReader {
  readonly #tokens: readonly Token[]
  readonly #readPair: ReadPair
  #at = 0

  constructor(tokens: readonly Token[], readPair: ReadPair) {
    this.#tokens = tokens
    this.#readPair = readPair
  }

  isDone(): boolean {
    return this.#at >= this.#tokens.length
  }

  /** Reads the value that starts here; undefined if the CLI doesn't write such values. */
  read(): unknown {
    const token = this.#tokens[this.#at]
    if (!token) return null
    if (token.text === '-') return this.#readList(token.indent)
    if (this.#readPair(token.text)) return this.#readMap(token.indent)
    return undefined
  }

  #readList(indent: number): unknown[] | undefined {
    const list: unknown[] = []
    for (let token = this.#here(indent); token?.text === '-'; token = this.#here(indent)) {
      this.#at++
      const value = this.#readInner(indent + 1)
      if (value === undefined) return undefined
      list.push(value)
    }
    return list
  }

  #readMap(indent: number): Record<string, unknown> | undefined {
    const map: Record<string, unknown> = {}
    for (let token = this.#here(indent); token; token = this.#here(indent)) {
      const { key, inline } = this.#readPair(token.text) ?? { key: '', inline: '' }
      // A second text may start without a separator.
      if (key === '' || Object.hasOwn(map, key)) break
      this.#at++
      const list = this.#here(indent)?.text === '-'
      const value =
        inline !== '' ? this.#readScalar(inline, indent) : this.#readInner(list ? indent : indent + 1)
      if (value === undefined) return undefined
      map[key] = value
    }
    return map
  }

  /** Reads the value below, indented by at least `least`; null if there is none. */
  #readInner(least: number): unknown {
    const token = this.#tokens[this.#at]
    if (!token || token.indent < least) return null
    if (token.text === '-' || this.#readPair(token.text)) return this.read()
    this.#at++
    return this.#readScalar(token.text, least - 1)
  }

  /** Reads a scalar with its continuation lines, which are indented deeper than its key. */
  #readScalar(first: string, indent: number): unknown {
    const parts = [first]
    for (;;) {
      const token = this.#tokens[this.#at]
      if (!token || token.indent <= indent || token.text === '-') break
      parts.push(token.text)
      this.#at++
    }
    return scalar(parts.join(' '))
  }

  #here(indent: number): Token | undefined {
    const token = this.#tokens[this.#at]
    return token?.indent === indent ? token : undefined
  }
}

function scalar(text: string): unknown {
  if (/^(?:null|~)$/i.test(text)) return null
  if (text === '[]' || text === '{}') return []
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'")
  if (!/^".*"$/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text.slice(1, -1)
  }
}
