import { shapes } from './demo-console/shapes'
import { configureShapes, nextShape, playShape } from './steps/shapes'
import { expect, test } from './test'

for (const [group, rows] of Object.entries(shapes)) {
  for (const mode of ['classic', 'multi-session'] as const) {
    const played = rows.filter(({ modes }) => modes.includes(mode))
    if (played.length === 0) continue
    test(`${group}: ${played.length} shapes in ${mode} mode`, async ({ driver, demo }) => {
      test.setTimeout(played.length * 40_000)
      await configureShapes(driver)
      const failed: string[] = []
      for (const row of played) {
        await test.step(row.name, async () => {
          // One row that fails doesn't hide the others.
          await playShape(driver, demo, row, mode).catch((error: unknown) => {
            failed.push(`A page that ${row.name}: ${error}`)
          })
        })
        await nextShape(driver, demo)
      }
      expect(failed.join('\n\n')).toBe('')
    })
  }
}
