/** The numbers of roles that are measured. */
export const counts = [10, 1_000, 10_000, 50_000] as const

/** A line of the table: one thing, measured with each number of roles. */
export interface Row {
  readonly what: string
  /** The browser, or Node. */
  readonly where: string
  readonly unit: string
  /** By number of roles; what can't be had is absent. */
  readonly values: ReadonlyMap<number, number>
}

/** A row for each line, of the value that it takes out of the run with each number of roles. */
export function rowsOf<Run extends { readonly roles: number }>(
  runs: readonly Run[],
  where: string,
  ...lines: readonly (readonly [what: string, unit: string, value: (run: Run) => number])[]
): readonly Row[] {
  return lines.map(([what, unit, value]) => {
    const values = runs.map(run => [run.roles, value(run)] as const)
    return { what, where, unit, values: new Map(values.filter(([, value]) => Number.isFinite(value))) }
  })
}

/** The rows as a Markdown table, with how much the largest list takes against one of 10 roles. */
export function asTable(rows: readonly Row[]): string {
  const names = counts.map(count => count.toLocaleString('en'))
  const lines = rows.map(({ what, where, unit, values }) => {
    const [first, last] = [values.get(counts[0]), values.get(50_000)]
    const growth = first && last ? `× ${rounded(last / first)}` : '–'
    const cells = counts.map(count => {
      const value = values.get(count)
      return value === undefined ? '–' : rounded(value)
    })
    return `| ${[`${what}, ${unit}`, where, ...cells, growth].join(' | ')} |`
  })
  return [
    `| | | ${names.join(' | ')} | growth |`,
    `| --- | --- | ${counts.map(() => '--:').join(' | ')} | --: |`,
    ...lines,
  ].join('\n')
}

/** Two digits of small numbers, none behind the point of large ones. */
export function rounded(value: number): string {
  if (value > 0 && value < 0.01) return '< 0.01'
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0
  return Number(value.toFixed(digits)).toLocaleString('en')
}
