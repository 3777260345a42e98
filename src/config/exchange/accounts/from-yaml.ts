import { withPlainEnds } from '../../../lib/text-lines'
import type { JsonTexts } from './json-texts'

interface Token {
  readonly indent: number
  /** `-` for the beginning of a list's entry. */
  readonly text: string
}

const pair = /^(["']?)([\w -]+)\1:(?:\s+(.*))?$/

/**
 * What the AWS CLI's `yaml` and `yaml-stream` outputs say, as values; undefined if the text isn't that. Of YAML it knows
 * what the CLI writes of accounts: maps, lists, and scalars on one line or folded. Source: AWS CLI user guide, “Setting the output format”.
 */
export function readYaml(text: string): JsonTexts | undefined {
  if (
    !/^[\s-]*["']?(?:account|id\b)|^\s*- .*:\s|^- - /im.test(text) ||
    /^\s*\[/m.test(text) ||
    /^\s*\w+\s*=/m.test(text)
  )
    return undefined
  const values: unknown[] = []
  // Between two texts stands a line of hyphens, or nothing but the end of a map.
  for (const document of text.split(/^(?:---|\.\.\.)\s*$/m)) {
    const reader = new YamlReader(tokensOf(document))
    while (!reader.isDone()) {
      const value = reader.read()
      if (value === undefined) return undefined
      values.push(value)
    }
  }
  return values.some(value => typeof value === 'object') ? { kind: 'values', values } : undefined
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
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  isDone(): boolean {
    return this.#at >= this.#tokens.length
  }

  /** The value that begins here; undefined if it is none of those that the CLI writes. */
  read(): unknown {
    const token = this.#tokens[this.#at]
    if (!token) return null
    if (token.text === '-') return this.#readList(token.indent)
    if (pair.test(token.text)) return this.#readMap(token.indent)
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
      const [, , key = '', inline = ''] = pair.exec(token.text) ?? []
      // A second text may begin without a sign between them.
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

  /** What stands below, indented by at least so much; null if nothing does. */
  #readInner(least: number): unknown {
    const token = this.#tokens[this.#at]
    if (!token || token.indent < least) return null
    if (token.text === '-' || pair.test(token.text)) return this.read()
    this.#at++
    return this.#readScalar(token.text, least - 1)
  }

  /** With the lines that it goes on in, which are indented deeper than its key. */
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
