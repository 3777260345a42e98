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
      known.get(surface) ?? withSteps(surface, actsOfSurface, pictures ? () => surface : noPicture)
    known.set(surface, steps)
    return steps
  }
  const tracedResult = (result: unknown) => (isSurface(result) ? tracedSurface(result) : result)

  return {
    ...withSteps(driver, actsOfDriver, pictures ? onlySurface : noPicture, tracedResult),
    tabs: async () => (await driver.tabs()).map(tab => ({ ...tab, surface: tracedSurface(tab.surface) })),
    popup: async () => {
      const popup = await driver.popup()
      return popup && tracedSurface(popup)
    },
    openPrivateWindow: async () => traced(await driver.openPrivateWindow(), pictures),
  }
}

/** Returns the object with steps for its acts. `pictured` returns the surface to picture after an act with this result. */
function withSteps<T extends object>(
  it: T,
  acts: readonly (keyof T)[],
  pictured: (result: unknown) => Surface | undefined,
  tracedResult: (result: unknown) => unknown = result => result,
): T {
  const steps = acts.map(name => {
    const act = it[name] as (...args: readonly unknown[]) => Promise<unknown>
    const step = (...args: readonly unknown[]) =>
      test.step(
        [String(name), ...args.map(inWords)].join(' '),
        async step => {
          const result = await act(...args)
          const surface = pictured(result)
          if (surface) await attachPicture(step, surface)
          return tracedResult(result)
        },
        // An error is reported where the test calls the act.
        { box: true },
      )
    return [name, step] as const
  })
  return { ...it, ...Object.fromEntries(steps) }
}

function noPicture(): undefined {}

function onlySurface(result: unknown): Surface | undefined {
  return isSurface(result) ? result : undefined
}

function isSurface(it: unknown): it is Surface {
  return typeof it === 'object' && it !== null && 'screenshot' in it
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
