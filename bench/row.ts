import { maxProfiles } from '../src/config/parse/read-sections'

/** As many roles as a list can have next to their base account. */
export const mostRoles = maxProfiles - 1
/** The numbers of roles that are measured. */
export const counts = [10, 1_000, 10_000, mostRoles] as const
/** The number of roles at which Rolecall and others are compared. */
const comparedAt = 10_000

/** A line of the table. */
export interface Row {
  readonly what: string
  /** The browser, or Node. */
  readonly where: string
  readonly unit: string
  /** By number of roles. Values that can't be measured are absent. */
  readonly values: ReadonlyMap<number, number>
  /** A value that doesn't depend on the number of roles. */
  readonly fixed?: number
  /** The ratio to Rolecall's value, if this row is another tool's. */
  readonly beside?: number
}

/** One row's part in a run: its name, its unit, the value, and the value to compare it with. */
type Line<Run> = readonly [
  what: string,
  unit: string,
  value: (run: Run) => number,
  ours?: (run: Run) => number,
]

/** Returns a row for each line, with the line's value in each run. */
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

/**
 * Returns a row that doesn't depend on the number of roles. `ours` is Rolecall's own value, if the row is another
 * tool's.
 */
export function fixedRow(what: string, where: string, unit: string, fixed: number, ours?: number): Row {
  return { what, where, unit, values: new Map(), fixed, ...(ours && { beside: fixed / ours }) }
}

/** Returns the rows as a Markdown table, with the ratio of the largest list to one of 10 roles. */
export function asTable(rows: readonly Row[]): string {
  const names = counts.map(count => count.toLocaleString('en'))
  const lines = rows.map(({ what, where, unit, values, fixed, beside }) => {
    const [first, last] = [values.get(counts[0]), values.get(mostRoles)]
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

/** Rounds small numbers to two digits and large ones to whole numbers. */
export function rounded(value: number): string {
  if (value > 0 && value < 0.01) return '< 0.01'
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0
  return Number(value.toFixed(digits)).toLocaleString('en')
}
