import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutInnerHtml } from '../vite.config'
import { findMarkup } from './find-markup'

describe('code that turns text into markup or code', () => {
  it.each([
    ['a.innerHTML = b', 'assigns innerHTML'],
    ['a["innerHTML"] += b', 'assigns innerHTML'],
    ['a[`outerHTML`] = b', 'assigns outerHTML'],
    ['a.b.c?.d || (e.srcdoc = f)', 'assigns srcdoc'],
    ['a.insertAdjacentHTML("beforeend", b)', 'calls insertAdjacentHTML'],
    ['a?.insertAdjacentHTML("beforeend", b)', 'calls insertAdjacentHTML'],
    ['document.write(a)', 'calls document.write'],
    ['new DOMParser().parseFromString(a, "text/html")', 'calls parseFromString'],
    ['range.createContextualFragment(a)', 'calls createContextualFragment'],
    ['eval(a)', 'calls eval'],
    ['globalThis.eval(a)', 'calls eval'],
    ['new Function("a", b)', 'calls new Function'],
    ['Function("a")()', 'calls Function'],
    ['setTimeout("a()", 5)', 'calls setTimeout with text'],
    ['h("p", { dangerouslySetInnerHTML: { __html: a } })', 'has a property dangerouslySetInnerHTML'],
    ['h("p", { innerHTML: a })', 'has a property innerHTML'],
  ])('is found in %s', (script, found) => {
    expect(findMarkup(script)).toEqual([found])
  })

  it.each([
    'if (name === "innerHTML") a()',
    'a = b.innerHTML',
    'writer.write(bytes)',
    'setTimeout(() => a(), 5)',
    'a.textContent = "<b>"',
  ])('isn’t in %s', script => {
    expect(findMarkup(script)).toEqual([])
  })
})

describe('the build', () => {
  const { transform } = withoutInnerHtml
  const handler = (typeof transform === 'object' ? transform.handler : undefined) as unknown as (
    code: string,
  ) => { readonly code: string }

  it('removes the assignment from Preact', () => {
    const preact = readFileSync(join(import.meta.dirname, '../node_modules/preact/dist/preact.mjs'), 'utf8')
    expect(findMarkup(preact)).toEqual(['assigns innerHTML'])
    expect(findMarkup(handler(preact).code)).toEqual([])
  })

  it('fails if it finds none, or another one, to remove', () => {
    expect(() => handler('a.textContent = b')).toThrow('Preact')
    expect(() => handler('a.innerHTML=b.__html;c.innerHTML=d.__html')).toThrow('Preact')
    expect(() => handler('a.innerHTML=b.__html;c.innerHTML=d')).toThrow('Preact')
  })
})
