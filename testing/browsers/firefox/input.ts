import type { ClickOptions } from '../driver'
import { type Chord, webDriverKey } from '../keys'
import type { ContextId, Session } from './session'

const buttons = { left: 0, middle: 1, right: 2 } as const

/** Moves the mouse to a point of the viewport. */
export async function moveMouse(session: Session, context: ContextId, x: number, y: number): Promise<void> {
  await performMouse(session, context, [moveTo(x, y)])
}

/** Moves the mouse to a point of the viewport and presses the button. */
export async function pressMouse(
  session: Session,
  context: ContextId,
  x: number,
  y: number,
  { button, count }: Required<Omit<ClickOptions, 'timeout'>>,
): Promise<void> {
  const press = [
    { type: 'pointerDown', button: buttons[button] },
    { type: 'pause', duration: 20 },
    { type: 'pointerUp', button: buttons[button] },
  ]
  await performMouse(session, context, [moveTo(x, y), ...Array.from({ length: count }, () => press).flat()])
}

function moveTo(x: number, y: number) {
  // WebDriver accepts only whole pixels.
  return { type: 'pointerMove', x: Math.floor(x), y: Math.floor(y), origin: 'viewport' }
}

async function performMouse(session: Session, context: ContextId, actions: readonly object[]): Promise<void> {
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
  await session.command('input.performActions', { context, actions: [mouse] })
}

/** Holds the modifiers, presses the key, and releases them all. */
export async function pressChord(session: Session, context: ContextId, { modifiers, key }: Chord) {
  const held = modifiers.map(webDriverKey)
  await perform(session, context, [
    ...held.map(value => ({ type: 'keyDown', value })),
    ...stroke(webDriverKey(key)),
    ...held.reverse().map(value => ({ type: 'keyUp', value })),
  ])
}

/** Presses a key without releasing it. Another call repeats the key, like a key that is held down. */
export async function keyDown(session: Session, context: ContextId, key: string): Promise<void> {
  await perform(session, context, [{ type: 'keyDown', value: webDriverKey(key) }])
}

export async function keyUp(session: Session, context: ContextId, key: string): Promise<void> {
  await perform(session, context, [{ type: 'keyUp', value: webDriverKey(key) }])
}

/** Types a text, with one keystroke for each character. */
export async function typeText(session: Session, context: ContextId, text: string): Promise<void> {
  const keys = [...text].map(character => (character === '\n' ? webDriverKey('Enter') : character))
  await perform(session, context, keys.flatMap(stroke))
}

interface KeyAction {
  readonly type: string
  readonly value: string
}

function stroke(value: string): readonly KeyAction[] {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]
}

async function perform(session: Session, context: ContextId, actions: readonly KeyAction[]) {
  await session.command('input.performActions', {
    context,
    actions: [{ type: 'key', id: 'keyboard', actions }],
  })
}
