// @ts-nocheck: runs in a page as it is.
// The first script of each page that `measureSettings` opens. Notes when the page is made, when the list is in the editor and
// drawn, when the settings have checked it and, after a press on *Save*, when they say that it's saved.

/** A text of the list's first lines. */
const text = 'WATCHED'

const noted = new Set()
const note = (mark, isSo) => {
  if (noted.has(mark) || !isSo()) return
  noted.add(mark)
  performance.mark(mark)
  if (mark === 'bench-text') afterFrame('bench-drawn')
}

const afterFrame = mark =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      performance.mark(mark)
      port1.close()
    }
    port2.postMessage(undefined)
  })

const find = css => document.querySelector(css)
const look = () => {
  note('bench-page', () => find('header, main, pre'))
  note('bench-text', () => find('.cm-content, pre')?.textContent.includes(text))
  note(
    'bench-checked',
    () => find('main[aria-busy=false]') && find('.cm-content')?.textContent.includes(text),
  )
  if (pressed) note('bench-saved', () => find('.save')?.textContent.includes('Saved '))
}
let pressed = false
new MutationObserver(look).observe(document, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
})

addEventListener(
  'click',
  ({ target }) => {
    if (!/^Save/.test(target.closest('button')?.textContent.trim())) return
    pressed = true
    performance.mark('bench-pressed')
  },
  true,
)

const { storage } = globalThis.browser ?? globalThis.chrome
for (const [name, mark] of [
  ['get', 'bench-read'],
  ['set', 'bench-written'],
]) {
  const original = storage.local[name]
  storage.local[name] = (...args) => {
    performance.mark(`${mark}-asked`)
    const answer = original.apply(storage.local, args)
    answer?.then?.(() => performance.mark(mark))
    return answer
  }
}
