import { writeFile } from 'node:fs/promises'
import type { Surface } from '../driver'
import { createSurface } from '../surface'
import { waitFor } from '../wait'
import { askFrame } from './frame'
import { keyDown, keyUp, moveMouse, pressChord, pressMouse, typeText } from './input'
import type { ContextId, Session } from './session'
import { activateTab, emulateMedia, readPageState } from './windows'

/** Wraps a tab or the popup as a surface. `closePopup` closes the popup as a click outside it does. */
export function createFirefoxSurface(
  session: Session,
  context: ContextId,
  kind: { readonly tab: true } | { readonly closePopup: () => Promise<void> },
): Surface {
  const state = async () => {
    const page = await readPageState(session, context)
    if (!page) throw new Error('The tab or popup is closed.')
    return page
  }
  const isTab = 'tab' in kind
  return createSurface<number>({
    find: target => askFrame(session, context, { find: withoutName(target) }),
    findPressPoint: handle => askFrame(session, context, { pressPoint: handle }),
    replaceText: (handle, text) => askFrame(session, context, { replaceText: handle, text }),
    chooseFiles: (handle, paths) => askFrame(session, context, { chooseFiles: handle, paths }),
    moveMouse: (x, y) => moveMouse(session, context, x, y),
    pressMouse: (x, y, options) => pressMouse(session, context, x, y, options),
    pressChord: chord => pressChord(session, context, chord),
    keyDown: key => keyDown(session, context, key),
    keyUp: key => keyUp(session, context, key),
    type: text => typeText(session, context, text),
    evaluateExpression: expression => session.evaluateExpression(context, expression),
    url: async () => (await state()).url,
    title: async () => (await state()).title,
    async screenshot(path) {
      const { data } = await session.command<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      })
      await writeFile(path, Buffer.from(data, 'base64'))
    },
    emulate: media => emulateMedia(session, context, media),
    async activate() {
      if (isTab) await activateTab(session, context)
    },
    async reload() {
      const origin = await timeOrigin(session, context)
      await session.command('browsingContext.reload', { context, wait: 'none' })
      await waitFor(
        'the page to load again',
        async () => (await isLoaded(session, context)) && (await timeOrigin(session, context)) !== origin,
      )
    },
    async close() {
      await (isTab ? session.command('browsingContext.close', { context }) : kind.closePopup())
    },
    isOpen: async () => !session.ended && (await readPageState(session, context)) !== null,
  })
}

/** Waits until an extension page is loaded. Firefox doesn't send the protocol's loading events for these. */
export async function waitUntilLoaded(session: Session, context: ContextId, url?: string): Promise<void> {
  await waitFor(`${url ?? 'the popup'} to load`, async () => {
    const arrived = url === undefined || (await readPageState(session, context))?.url === url
    return arrived && (await isLoaded(session, context))
  })
}

async function isLoaded(session: Session, context: ContextId): Promise<boolean> {
  const state = await session.evaluateExpression(context, 'document.readyState')
  return state === 'complete'
}

function timeOrigin(session: Session, context: ContextId): Promise<string> {
  return session.evaluateExpression(context, 'String(performance.timeOrigin)')
}

/** Removes the name, which may be a regular expression and is compared in Node. */
function withoutName(target: Parameters<Surface['all']>[0]) {
  if ('css' in target) return target
  return 'role' in target ? { role: target.role } : { label: '' }
}
