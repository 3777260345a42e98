import { expect } from '../browser-test'
import type { Surface } from '../browsers/driver'

/**
 * Returns everything in one of the extension's pages that is more than text, although it can come only from text. Empty
 * if all is well.
 */
export function alive(page: Surface): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const own = location.origin
    if (document.documentElement.dataset.hacked !== undefined) found.push('a script ran')
    const foreign =
      'iframe,frame,object,embed,base,meta[http-equiv],style,audio,video,form[action],area,portal'
    for (const { tagName } of document.querySelectorAll(foreign)) found.push(`<${tagName}>`)
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^ping$/.test(name)) found.push(`<${element.tagName} ${name}>`)
        if (!/^(?:src|href|xlink:href|action|formaction|srcset|poster)$/.test(name)) continue
        const isOwn = new URL(value, document.baseURI).origin === own
        const isImage = element.tagName === 'IMG' && value.startsWith('data:image/')
        // Our own code contains addresses of the documentation and other pages.
        if (!isOwn && !isImage) found.push(`<${element.tagName} ${name}=${value.slice(0, 60)}>`)
      }
      const style = element.getAttribute('style') ?? ''
      if (/url\(|expression|import/i.test(style)) found.push(`a style of ${style.slice(0, 60)}`)
    }
    return found
  })
}

/**
 * Returns the page's Latin text that is displayed from right to left because a character in another text turned it. The
 * tricks themselves end in Greek letters, which are left out.
 */
export function turnedText(page: Surface): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const boxOf = (node: Node, index: number) => {
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      return range.getClientRects()[0]
    }
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      const block = node.parentElement?.closest('p,li,h2,h3,button,div,section,option')?.textContent ?? ''
      // No other text can be turned, and measuring each letter of a long page takes seconds.
      if (!/[\u202a-\u202e\u2066-\u2069ω]/.test(block) || block.length > 4_000) continue
      for (let index = 0; index + 1 < text.length; index++) {
        if (!/^[a-z\d]{2}$/i.test(text.slice(index, index + 2))) continue
        const [one, other] = [boxOf(node, index), boxOf(node, index + 1)]
        const isTurned = one && other && one.top === other.top && other.left < one.left - 0.5
        if (!isTurned) continue
        found.push(text.slice(Math.max(0, index - 20), index + 20))
        break
      }
    }
    return found
  })
}

/** Fails if text has become more than text, or turns the text around it. */
export async function expectInert(page: Surface, what: string): Promise<void> {
  expect(await alive(page), what).toEqual([])
  expect(await turnedText(page), what).toEqual([])
}
