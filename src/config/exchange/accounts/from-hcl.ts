import { type JsonTexts, readJsonTexts } from './json-texts'

/**
 * Reads the accounts in the output of `terraform output` or its console as values; undefined if the text isn't that. Source:
 * Terraform language documentation, “Types and Values”: `"key" = value` on separate lines, wrapped in `tolist([…])` and the
 * like.
 */
export function readHcl(text: string): JsonTexts | undefined {
  const isMap = /^\s*"?[\w-]+"?\s*=\s*"\d{12}"\s*,?\s*$/m.test(text)
  if (!isMap || /^\s*\[[^\]]+\]\s*$/m.test(text) || !/[{[]\s*$/m.test(text)) return undefined
  const tokens = text.match(/"(?:[^"\\\n]|\\.)*"|\w[\w.-]*\(|[\w.-]+|[=:,()[\]{}]/g) ?? []
  const parts: string[] = []
  let mayEnd = false
  for (const token of tokens) {
    if (/\($/.test(token) || token === ')' || token === '(') continue
    const isSign = /^[=:,\]}]$/.test(token)
    if (mayEnd && !isSign) parts.push(',')
    // JSON allows no comma before a closing bracket.
    if (/^[\]}]$/.test(token)) dropComma(parts)
    parts.push(token === '=' ? ':' : /^["=:,[\]{}]/.test(token) ? token : JSON.stringify(token))
    mayEnd = !/^[=:,[{]$/.test(token)
  }
  const isPairs = /^"/.test(parts[0] ?? '') && parts[1] === ':'
  if (isPairs) dropComma(parts)
  const json = parts.join('')
  const read = readJsonTexts(isPairs ? `{${json}}` : json)
  return read?.kind === 'values' ? read : undefined
}

function dropComma(parts: string[]): void {
  if (parts.at(-1) === ',') parts.pop()
}
