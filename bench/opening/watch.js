// @ts-nocheck: an extension's own functions have no types here.
// The first script of each popup that `measureOpenings` opens. Notes when the browser answers what the popup asks, and when
// the popup first shows what it waits for: its list, with the focus in its search box. Each popup that is compared has this
// script, so it costs all of them the same.

const api = globalThis.browser ?? globalThis.chrome

/** Notes the first answer to a function of the browser. A callback's answers aren't noted. */
const noteAnswer = (owner, name, mark) => {
  const original = owner?.[name]
  if (!original) return
  owner[name] = (...args) => {
    const answer = original.apply(owner, args)
    answer?.then?.(
      () => performance.mark(mark),
      () => {},
    )
    return answer
  }
}
noteAnswer(api.tabs, 'query', 'bench-tab')
noteAnswer(api.scripting, 'executeScript', 'bench-page')
noteAnswer(api.storage?.local, 'get', 'bench-local')
noteAnswer(api.storage?.session, 'get', 'bench-session')

/** A text of the first rows, which no popup shows before its list. */
const shown = 'WATCHED'

const watch = () => {
  const { activeElement, body } = document
  const isReady = activeElement?.localName === 'input' && body?.textContent?.includes(shown)
  if (!isReady) return requestAnimationFrame(watch)
  // The frame that this callback belongs to draws the list.
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    performance.mark('bench-shown')
    port1.close()
    // Keeps the background script running, and with it the extension's process, which some popups start by themselves.
    api.runtime.sendMessage('opened').catch(() => {})
  }
  port2.postMessage(undefined)
  return undefined
}
watch()

// Firefox sometimes forgets the focus when it moves a popup into its panel.
addEventListener('focus', () => {
  if (document.activeElement === document.body) document.querySelector('input')?.focus()
})
