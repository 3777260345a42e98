import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '../browser-test'
import type { Media, Surface } from '../browsers/driver'

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

declare const axe: { run(): Promise<{ readonly violations: readonly Finding[] }> }

const require = createRequire(import.meta.url)

/** axe's program, to run in a page. */
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

// Nothing may move: axe would measure the contrast of what is fading at that moment.
const reducedMotion = 'reduce'

const appearances: Readonly<Record<string, Media>> = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion },
  'forced colors': { colorScheme: 'light', forcedColors: 'active', reducedMotion },
}

/**
 * Fails with axe's findings in the surface as it is now, in light, dark and forced colors. `state` names it in the
 * message.
 */
export async function expectAccessible(surface: Surface, state: string): Promise<void> {
  if (!(await surface.evaluate(() => 'axe' in globalThis))) await surface.run(source)
  for (const [appearance, media] of Object.entries(appearances)) {
    await surface.emulate(media)
    const found = await surface.evaluate(async () => {
      const { violations } = await axe.run()
      return violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        places: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`),
      }))
    })
    expect(found, `what axe finds in ${state}, ${appearance}`).toEqual([])
  }
}
