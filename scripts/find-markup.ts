import { parseAst } from 'vite'

/** Functions and properties that turn text into markup or code. */
const properties = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const methods = new Set([
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'parseFromString',
  'write',
  'writeln',
])
/** Only counted on these objects, because streams also have `write`. */
const ofDocument = new Set(['write', 'writeln'])
const evaluators = new Set(['eval', 'Function', 'execScript', 'importScripts'])
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

/**
 * Returns a script's uses of features that turn text into markup or code, such as `assigns innerHTML`. Our code has
 * none. Ignores names in strings, which are only compared.
 */
export function findMarkup(script: string): readonly string[] {
  const found: string[] = []
  visit(parseAst(script) as unknown as Node, node => {
    const what = markupOf(node)
    if (what !== undefined) found.push(what)
  })
  return found
}

function markupOf(node: Node): string | undefined {
  switch (node.type) {
    case 'AssignmentExpression': {
      const name = memberName(node.left)
      return name !== undefined && properties.has(name) ? `assigns ${name}` : undefined
    }
    // Preact would assign a property with this name.
    case 'ObjectExpression': {
      const names = (node.properties as readonly Node[]).map(({ key, computed }) => keyName(key, computed))
      const name = names.find(
        name => name !== undefined && (properties.has(name) || name === 'dangerouslySetInnerHTML'),
      )
      return name === undefined ? undefined : `has a property ${name}`
    }
    case 'NewExpression':
    case 'CallExpression':
      return callOf(node)
  }
  return undefined
}

function callOf({ type, callee, arguments: args }: Node): string | undefined {
  const name = memberName(callee)
  if (name !== undefined && methods.has(name)) {
    if (!ofDocument.has(name)) return `calls ${name}`
    return identifierName((callee as Node).object) === 'document' ? `calls document.${name}` : undefined
  }
  const called = identifierName(callee) ?? name
  if (called === undefined) return undefined
  if (evaluators.has(called)) return type === 'NewExpression' ? `calls new ${called}` : `calls ${called}`
  const [first] = args as readonly Node[]
  const isText =
    first?.type === 'TemplateLiteral' || (first?.type === 'Literal' && typeof first.value === 'string')
  return timers.has(called) && isText ? `calls ${called} with text` : undefined
}

/** Returns the name in `a.name` or `a['name']`. */
function memberName(node: unknown): string | undefined {
  const { type, property, computed } = (node ?? {}) as Node
  return type === 'MemberExpression' ? keyName(property, computed) : undefined
}

function keyName(key: unknown, computed: unknown): string | undefined {
  if (!computed) return identifierName(key) ?? literal(key)
  return literal(key)
}

function literal(node: unknown): string | undefined {
  const { type, value, quasis } = (node ?? {}) as Node
  if (type === 'Literal' && typeof value === 'string') return value
  const [only, ...others] = (quasis ?? []) as readonly { readonly value: { readonly cooked: string } }[]
  return type === 'TemplateLiteral' && others.length === 0 ? only?.value.cooked : undefined
}

function identifierName(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as Node
  return type === 'Identifier' ? String(name) : undefined
}

function visit(node: Node, see: (node: Node) => void): void {
  const left: Node[] = [node]
  for (let next = left.pop(); next; next = left.pop()) {
    see(next)
    for (const value of Object.values(next).flat()) if (isNode(value)) left.push(value)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'
}
