import { readFile } from 'node:fs/promises'
import { test } from '@playwright/test'
import type { Driver, Surface } from './browsers/driver'
import { describeTarget } from './browsers/targets'

/** What changes a page or the browser. Questions aren't steps, because tests repeat them. */
const actsOfSurface = [
  'run',
  'click',
  'hover',
  'fill',
  'type',
  'press',
  'hold',
  'release',
  'setFiles',
  'emulate',
  'activate',
  'reload',
  'close',
] as const satisfies readonly (keyof Surface)[]

const actsOfDriver = [
  'open',
  'openInContainer',
  'pressToolbarButton',
  'pressShortcut',
  'pressCommand',
  'openOptions',
  'setOffline',
  'stopBackground',
  'kill',
] as const satisfies readonly (keyof Driver)[]

/**
 * Makes every act of a driver and its surfaces a step of the test, so that Playwright's trace shows it. Playwright records
 * pictures only of browsers that it drives itself, so with `pictures` each step has one of its own.
 */
export function traced(driver: Driver, pictures: boolean): Driver {
  const known = new WeakMap<Surface, Surface>()

  const tracedSurface = (surface: Surface): Surface => {
    const steps =
      known.get(surface) ??
      withSteps(
        surface,
        actsOfSurface,
        it => it,
        () => surface,
      )
    known.set(surface, steps)
    return steps
  }
  const isSurface = (it: unknown): it is Surface =>
    typeof it === 'object' && it !== null && 'screenshot' in it
  const trace = <T>(result: T): T => (isSurface(result) ? (tracedSurface(result) as T & Surface) : result)

  /** Returns the object with steps for its acts. `pictured` returns the surface that an act's picture shows. */
  function withSteps<T extends object>(
    it: T,
    acts: readonly (keyof T)[],
    trace: <R>(result: R) => R,
    pictured: (result: unknown) => Surface | undefined,
  ): T {
    const steps = acts.map(name => {
      const act = it[name] as (...args: readonly unknown[]) => Promise<unknown>
      const step = (...args: readonly unknown[]) =>
        test.step(
          [String(name), ...args.map(inWords)].join(' '),
          async step => {
            const result = await act(...args)
            const surface = pictures && pictured(result)
            if (surface) await attachPicture(step, surface)
            return trace(result)
          },
          { box: true },
        )
      return [name, step] as const
    })
    return { ...it, ...Object.fromEntries(steps) }
  }

  return {
    ...withSteps(driver, actsOfDriver, trace, result => (isSurface(result) ? result : undefined)),
    tabs: async () => (await driver.tabs()).map(tab => ({ ...tab, surface: tracedSurface(tab.surface) })),
    popup: async () => trace(await driver.popup()),
    openPrivateWindow: async () => traced(await driver.openPrivateWindow(), pictures),
  }
}

async function attachPicture(
  step: { attach(name: string, how: { body: Buffer; contentType: string }): Promise<void> },
  surface: Surface,
): Promise<void> {
  const path = test.info().outputPath('step.png')
  try {
    await surface.screenshot(path)
    await step.attach('page', { body: await readFile(path), contentType: 'image/png' })
  } catch {
    // The act has closed the page.
  }
}

function inWords(arg: unknown): string {
  if (typeof arg !== 'object' || arg === null) return String(arg).slice(0, 80)
  const isTarget = 'role' in arg || 'label' in arg || 'css' in arg
  return isTarget ? describeTarget(arg as Parameters<Surface['click']>[0]) : JSON.stringify(arg)
}
