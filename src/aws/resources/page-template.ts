/**
 * The path, query and fragment of a console page, with holes in braces for what an ARN says. It begins with a slash and
 * isn't a whole address: the host is the partition's console, always (`resource-page.ts`).
 *
 * What fills a hole is encoded: `{name}` as in a query, `{cw:name}` as CloudWatch's console writes it, and `{open:name}` with
 * colons and slashes as they are.
 */
export type PageTemplate = `/${string}`

/** What no address can have. */
const loneSurrogate = /\p{Cs}/u

type Values = Readonly<Record<string, string>>

/**
 * Encodes a part of CloudWatch's fragments: percent-encoded twice, with `$` for the outer percent signs. Sources: link2aws,
 * aws_console_url, AWS's samples (B).
 */
function cloudWatch(text: string): string {
  return encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$')
}

/** Encodes everything that has a meaning in an address, except colons and slashes, which ARNs in fragments keep (B). */
function open(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/')
}

const encodings: Readonly<Record<string, (text: string) => string>> = {
  '': encodeURIComponent,
  cw: cloudWatch,
  open,
}

/**
 * Fills a template's holes. Undefined if a value is missing, isn't text that can be encoded, or would be a step to another
 * folder.
 */
export function filled(template: PageTemplate, values: Values): string | undefined {
  let isComplete = true
  const page = template.replace(/\{(?:(\w+):)?(\w+)\}/g, (_, encoding: string | undefined, name: string) => {
    const value = values[name]
    if (value === undefined || /^\.*$/.test(value) || loneSurrogate.test(value)) {
      isComplete = false
      return ''
    }
    return encodings[encoding ?? '']?.(value) ?? ''
  })
  return isComplete ? page : undefined
}

/** What a hole of a pattern takes. */
const kinds: Readonly<Record<string, string>> = {
  /** One part between slashes and colons. */
  '': '[^/:]+',
  any: '.+',
  slashes: '[^:]+',
  /** A path that ends with a slash, or nothing. */
  path: '(?:[^/]+/)*',
  digits: '\\d+',
  /** What Secrets Manager adds to a name. */
  six: '[A-Za-z\\d]{6}',
}

/** Returns the values of a pattern's holes, such as `{name}` or `{key:any}`, if it matches the whole text. */
export function matched(pattern: string, text: string): Values | undefined {
  const source = pattern
    .split(/(\{\w+(?::\w+)?\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[^\w/-]/g, '\\$&')
      const [name = '', kind = ''] = part.slice(1, -1).split(':')
      return `(?<${name}>${kinds[kind]})`
    })
    .join('')
  const found = new RegExp(`^${source}$`, 's').exec(text)
  return found ? { ...found.groups } : undefined
}
