import { parseSync } from 'vite'

/**
 * The names of a module's exported functions, components included, that have no docstring directly above them. Of a
 * function with several signatures the first one's counts. `path` tells by its end whether the source has JSX.
 */
export function undocumented(path: string, source: string): readonly string[] {
  const { program, comments } = parseSync(path, source)
  const docstrings = new Set(
    comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end),
  )
  const seen = new Set<string>()
  const missing: string[] = []
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportDefaultDeclaration') continue
    const isDocumented = docstrings.has(source.slice(0, statement.start).trimEnd().length)
    for (const name of functionsOf(statement.declaration)) {
      if (!isDocumented && !seen.has(name)) missing.push(name)
      seen.add(name)
    }
  }
  return missing
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number]
type Export = Extract<Statement, { type: 'ExportNamedDeclaration' | 'ExportDefaultDeclaration' }>

function functionsOf(declaration: Export['declaration']): readonly string[] {
  switch (declaration?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'TSDeclareFunction':
      return [declaration.id?.name ?? 'default']
    case 'ArrowFunctionExpression':
      return ['default']
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init }) => {
        const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'
        return isFunction && id.type === 'Identifier' ? [id.name] : []
      })
    default:
      return []
  }
}
