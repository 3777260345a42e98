/** The numbers of roles that are measured. */
export const counts = [10, 1_000, 10_000, 50_000] as const
/** The one at which things are compared. */
const comparedAt = 10_000

/** A line of the table. */
export interface Row {
  readonly what: string
  /** The browser, or Node. */
  readonly where: string
  readonly unit: string
  /** By number of roles; what can't be had is absent. */
  readonly values: ReadonlyMap<number, number>
  /** What doesn't depend on the number of roles. */
  readonly fixed?: number
  /** How many times as much it is as what it is compared with, which is Rolecall's. */
  readonly beside?: number
}

/** What a row says of a run: its name, its unit, the value, and what the value is compared with. */
type Line<Run> = readonly [
  what: string,
  unit: string,
  value: (run: Run) => number,
  ours?: (run: Run) => number,
]

/** A row for each line, of the value that it takes out of the run with each number of roles. */
export function rowsOf<Run extends { readonly roles: number }>(
  runs: readonly Run[],
  where: string,
  ...lines: readonly Line<Run>[]
): readonly Row[] {
  const compared = runs.find(({ roles }) => roles === comparedAt)
  return lines.map(([what, unit, value, ours]) => {
    const values = runs.map(run => [run.roles, value(run)] as const)
    return {
      what,
      where,
      unit,
      values: new Map(values.filter(([, value]) => Number.isFinite(value))),
      ...(ours && compared && { beside: value(compared) / ours(compared) }),
    }
  })
}

/** A row of what doesn't depend on the number of roles; `ours` is Rolecall's own, where the row is another tool's. */
export function fixedRow(what: string, where: string, unit: string, fixed: number, ours?: number): Row {
  return { what, where, unit, values: new Map(), fixed, ...(ours && { beside: fixed / ours }) }
}

/** The rows as a Markdown table, with how much the largest list takes against one of 10 roles. */
export function asTable(rows: readonly Row[]): string {
  const names = counts.map(count => count.toLocaleString('en'))
  const lines = rows.map(({ what, where, unit, values, fixed, beside }) => {
    const [first, last] = [values.get(counts[0]), values.get(50_000)]
    const growth = first && last ? last / first : undefined
    const cells = [fixed, ...counts.map(count => values.get(count))].map(shown)
    return `| ${[`${what}, ${unit}`, where, ...cells, times(growth), times(beside)].join(' | ')} |`
  })
  return [
    `| | | any | ${names.join(' | ')} | growth | compared |`,
    `| --- | --- | --: | ${counts.map(() => '--:').join(' | ')} | --: | --: |`,
    ...lines,
  ].join('\n')
}

function shown(value: number | undefined): string {
  return value === undefined ? '' : rounded(value)
}

function times(ratio: number | undefined): string {
  return ratio === undefined ? '' : `× ${rounded(ratio)}`
}

/** Two digits of small numbers, none behind the point of large ones. */
export function rounded(value: number): string {
  if (value > 0 && value < 0.01) return '< 0.01'
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0
  return Number(value.toFixed(digits)).toLocaleString('en')
}
