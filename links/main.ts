// The page that Firefox opens for a link of Rolecall's own scheme. It goes on to the console page, or says why it doesn't.
import { language, message } from '../src/browser/i18n'
import { type CustomLink, readCustomLink } from '../src/launch/custom-link'
import { readSettings } from '../src/settings/settings'

const link = readCustomLink(location.hash.slice(1))
// In place of this page, so that the way back doesn't lead here again.
if (link.kind === 'page') location.replace(link.url)
else await explain(link)

async function explain(failure: Exclude<CustomLink, { readonly kind: 'page' }>): Promise<void> {
  const { theme } = await readSettings().catch(() => ({ theme: 'system' }))
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = language()
  document.title = message('link_title')
  const [main, heading, sentence] = [element('main'), element('h1'), element('p')]
  const icon = new Image(48, 48)
  icon.src = '/icons/48.png'
  icon.alt = ''
  heading.textContent = document.title
  sentence.textContent = sentenceOf(failure)
  main.append(icon, heading, sentence)
  document.body.append(main)
}

function sentenceOf(failure: Exclude<CustomLink, { readonly kind: 'page' }>): string {
  switch (failure.kind) {
    case 'elsewhere':
      return message('link_elsewhere', failure.host)
    case 'no-link':
      return message('link_noLink')
    case 'malformed':
      return message('popup_linkMalformed')
  }
}

function element(name: 'main' | 'h1' | 'p'): HTMLElement {
  return document.createElement(name)
}
