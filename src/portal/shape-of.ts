/** The deepest object, and the most keys of one, that a form describes. */
const maxDepth = 5
const maxKeys = 24

/** Returns the form of a JSON value for a report: keys, types and lengths of lists, and no value. */
export function shapeOf(value: unknown, depth = 0): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return stringForm(value)
  if (typeof value !== 'object') return typeof value
  if (depth === maxDepth) return Array.isArray(value) ? '[…]' : '{…}'
  if (Array.isArray(value)) {
    const forms = [...new Set(value.slice(0, 50).map(entry => shapeOf(entry, depth + 1)))].slice(0, 4)
    return `[${value.length} × ${forms.join(' | ') || 'nothing'}]`
  }
  const keys = Object.keys(value)
  const described = keys
    .slice(0, maxKeys)
    .map(key => `${keyForm(key)}: ${shapeOf((value as Record<string, unknown>)[key], depth + 1)}`)
  return `{ ${[...described, ...(keys.length > maxKeys ? ['…'] : [])].join(', ')} }`
}

/** A key that isn't a word may be somebody's data. */
function keyForm(key: string): string {
  return /^[A-Za-z_]{1,32}$/.test(key) ? key : '<key>'
}

/** These three matter: they are how pages end, and whether an id is one. */
function stringForm(text: string): string {
  if (text === '') return 'empty string'
  if (text === 'null') return 'the string null'
  return /^\d{12}$/.test(text) ? 'string of 12 digits' : 'string'
}
