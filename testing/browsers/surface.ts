import type { AccessibleFacts, ByRole, ClickOptions, ElementFacts, Media, Surface, Target } from './driver'
import { readEvaluation, writeEvaluation } from './evaluation'
import { type Chord, parseChord } from './keys'
import type { PressPoint } from './page/press-point'
import { describeTarget, nameMatches } from './targets'
import { waitFor } from './wait'

export interface Found<Handle> {
  readonly handle: Handle
  /** With role and name if a role was looked for. */
  readonly facts: ElementFacts | AccessibleFacts
}

/** The operations that differ between browsers. */
export interface PageControl<Handle>
  extends Omit<
    Surface,
    'evaluate' | 'run' | 'click' | 'hover' | 'fill' | 'press' | 'hold' | 'release' | 'all' | 'setFiles'
  > {
  /** Returns every element with the role, with a label, or of the selector. Names aren't compared yet. */
  find(target: Target): Promise<readonly Found<Handle>[]>
  findPressPoint(handle: Handle): Promise<PressPoint>
  replaceText(handle: Handle, text: string): Promise<{ readonly obstacle?: string }>
  chooseFiles(handle: Handle, paths: readonly string[]): Promise<void>
  moveMouse(x: number, y: number): Promise<void>
  pressMouse(x: number, y: number, options: Required<Omit<ClickOptions, 'timeout'>>): Promise<void>
  pressChord(chord: Chord): Promise<void>
  keyDown(key: string): Promise<void>
  keyUp(key: string): Promise<void>
  /** Returns the text that the expression's promise resolves to. */
  evaluateExpression(expression: string): Promise<string>
}

/** Builds a surface from a browser's control of a page. Waiting and comparing names are the same in both browsers. */
export function createSurface<Handle>(control: PageControl<Handle>): Surface {
  const matching = async (target: Target) => {
    if (!(await control.isOpen())) throw new ClosedError()
    return (await control.find(target)).filter(({ facts }) => matches(target, facts))
  }
  /** Calls `act` on the first visible element until it returns something other than an obstacle. */
  const onFirst = async <T extends object>(
    target: Target,
    act: (handle: Handle) => Promise<T | { readonly obstacle: string }>,
    { timeout, hidden = false }: { readonly timeout?: number | undefined; readonly hidden?: boolean } = {},
  ): Promise<T> =>
    waitFor(
      describeTarget(target),
      async () => {
        const found = await matching(target)
        const first = hidden ? found[0] : found.find(({ facts }) => facts.visible)
        if (!first) throw new Error(found.length > 0 ? 'it is hidden' : 'it doesn’t exist')
        const outcome = await act(first.handle)
        if ('obstacle' in outcome && outcome.obstacle !== undefined) throw new Error(outcome.obstacle)
        return outcome as T
      },
      { ...(timeout !== undefined && { timeout }), overcomes: error => !(error instanceof ClosedError) },
    )
  /** A press may close the surface, and the browser then doesn't answer the command. */
  const mayClose = async (act: () => Promise<void>) => {
    if (!(await control.isOpen())) throw new ClosedError()
    await act().catch(async error => {
      if (await control.isOpen()) throw error
    })
  }

  function all(target: ByRole): Promise<readonly AccessibleFacts[]>
  function all(target: Target): Promise<readonly (ElementFacts | AccessibleFacts)[]>
  function all(target: Target): Promise<readonly (ElementFacts | AccessibleFacts)[]> {
    // A page that is just changing throws errors of many kinds. A moment later it answers.
    return waitFor(describeTarget(target), async () => (await matching(target)).map(({ facts }) => facts), {
      overcomes: error => !(error instanceof ClosedError),
    })
  }

  return {
    url: () => control.url(),
    title: () => control.title(),
    screenshot: path => control.screenshot(path),
    emulate: (media: Media) => control.emulate(media),
    activate: () => control.activate(),
    reload: () => control.reload(),
    close: () => control.close(),
    isOpen: () => control.isOpen(),
    type: text => mayClose(() => control.type(text)),
    press: key => {
      const chord = parseChord(key)
      return mayClose(() => control.pressChord(chord))
    },
    hold: key => mayClose(() => control.keyDown(parseChord(key).key)),
    release: key => mayClose(() => control.keyUp(parseChord(key).key)),
    async evaluate<A extends readonly unknown[], R>(page: (...args: A) => R | Promise<R>, ...args: A) {
      return readEvaluation(await control.evaluateExpression(writeEvaluation(page, args))) as R
    },
    async run(source) {
      await control.evaluateExpression(`${source}\n;Promise.resolve('')`)
    },
    async click(target, { button = 'left', count = 1, timeout } = {}) {
      await control.activate()
      const { x, y } = await onFirst<{ x: number; y: number }>(target, control.findPressPoint, { timeout })
      await mayClose(() => control.pressMouse(x, y, { button, count }))
    },
    async hover(target) {
      await control.activate()
      const { x, y } = await onFirst<{ x: number; y: number }>(target, control.findPressPoint)
      await control.moveMouse(x, y)
    },
    async fill(target, text) {
      await control.activate()
      await onFirst<object>(target, handle => control.replaceText(handle, text))
    },
    async setFiles(target, ...paths) {
      // A file input is often hidden and has a button in its place.
      await onFirst(target, async handle => ({ done: await control.chooseFiles(handle, paths) }), {
        hidden: true,
      })
    },
    all,
  }
}

function matches(target: Target, facts: ElementFacts | AccessibleFacts): boolean {
  if ('label' in target) return nameMatches(facts.label, target.label)
  return 'css' in target || ('name' in facts && nameMatches(facts.name, target.name))
}

class ClosedError extends Error {
  override readonly message = 'The tab or popup is closed.'
}
