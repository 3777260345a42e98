import fc from 'fast-check'
import { expect, test } from '../../testing/browser-test'
import { combinations } from '../../testing/demo-console/combinations'
import { type ShapeRow, shapes } from '../../testing/demo-console/shapes'
import { seed } from '../../testing/seed'
import { configureShapes, nextShape, playShape } from '../../testing/steps/shapes'

const modes = ['classic', 'multi-session'] as const

for (const [group, rows] of Object.entries(shapes)) {
  for (const mode of modes) {
    const played = rows.filter(row => row.modes.includes(mode))
    if (played.length > 0) playAll(`${group}: ${played.length} shapes in ${mode} mode`, mode, played)
  }
}

for (const mode of modes) {
  const drawn = fc.sample(
    combinations.filter(row => row.modes.includes(mode)),
    { seed, numRuns: 6 },
  )
  playAll(`6 combinations by chance in ${mode} mode`, mode, drawn, `ROLECALL_SEED=${seed}`)
}

/** One test plays all rows, because they share a browser. A row that fails doesn't hide the others. */
function playAll(title: string, mode: (typeof modes)[number], rows: readonly ShapeRow[], drawn = ''): void {
  test(title, async ({ driver, demo }) => {
    test.setTimeout(30_000 + rows.length * 30_000)
    await configureShapes(driver, rows)
    const failed: string[] = []
    for (const row of rows) {
      await playShape(driver, demo, row, mode).catch((error: unknown) => {
        failed.push(`A page that ${row.name}: ${error}${drawn && `\n${drawn} ${JSON.stringify(row)}`}`)
      })
      await nextShape(driver, demo)
    }
    console.log(`${driver.name}: ${rows.length - failed.length} of ${rows.length}, ${title} ${drawn}`)
    expect(failed.join('\n\n')).toBe('')
  })
}
