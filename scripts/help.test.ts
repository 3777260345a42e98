import { describe, expect, it, vi } from 'vitest'
import { keyRows } from '../src/config/parse/key-rows'
import { settingNames } from '../src/settings/settings'
import { helpPage } from './help'

vi.mock('../src/browser/api', () => ({ browser: { storage: {} } }))

const pages = {
  'guide.html': helpPage('docs/guide.md'),
  'list.html': helpPage('docs/configuration.md'),
  'changes.html': helpPage('CHANGELOG.md'),
}

function idsIn(page: string): readonly string[] {
  return [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
}

describe('the help', () => {
  it('has an anchor for each setting', () => {
    expect(idsIn(pages['guide.html'])).toEqual(
      expect.arrayContaining([...settingNames, 'access', 'shortcut']),
    )
  })

  it('has an anchor for each key, but for those of other tools', () => {
    const own = Object.keys(keyRows).filter(key => !/sso|credential|parent_profile/.test(key))
    expect(idsIn(pages['list.html'])).toEqual(expect.arrayContaining(own))
  })

  it.each(Object.entries(pages))('%s has each anchor once', (_, page) => {
    const ids = idsIn(page)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(Object.entries(pages))('%s links only to what is there', (file, page) => {
    const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href)
    const broken = links.filter(href => {
      if (href.startsWith('https:')) return false
      const [to = '', hash] = href.split('#')
      const target = pages[(to || file) as keyof typeof pages]
      return target === undefined || (hash !== undefined && !idsIn(target).includes(hash))
    })
    expect(broken).toEqual([])
  })

  it.each(Object.entries(pages))('%s shows no Markdown and needs no scripts', (_, page) => {
    const text = page.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]+>/g, '')
    expect(text.match(/\]\(|\*\*|^#+ |⟦|^\|/gm)).toBeNull()
    expect(page).not.toMatch(/<script|<img [^>]*pictures|style="/)
  })
})
