import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked, type RendererObject, type Tokens } from 'marked'
import type { Plugin } from 'vite'
import { escapeMarkup } from '../src/lib/escape-markup.ts'
import { headingAnchor } from './heading-anchor.ts'

const root = join(import.meta.dirname, '..')

/** The documents that the extension contains, as pages next to each other. */
const pages = {
  'docs/guide.md': { file: 'guide.html', title: 'Guide' },
  'docs/configuration.md': { file: 'list.html', title: 'The list' },
  'CHANGELOG.md': { file: 'changes.html', title: 'What’s new' },
} as const

type Document = keyof typeof pages

/** Adds the help to the build: a page for each document, and their style sheet. They need no scripts. */
export const withHelp: Plugin = {
  name: 'with-help',
  buildStart() {
    // Watched, so that `npm run dev` shows changes.
    for (const path of [...documents, ...styleSheets]) this.addWatchFile(join(root, path))
  },
  generateBundle() {
    for (const document of documents) {
      this.emitFile({ type: 'asset', fileName: `help/${pages[document].file}`, source: helpPage(document) })
    }
    const source = styleSheets.map(path => readFileSync(join(root, path), 'utf8')).join('\n')
    this.emitFile({ type: 'asset', fileName: 'help/help.css', source })
  },
}

const documents = Object.keys(pages) as readonly Document[]
const styleSheets = ['styles/tokens.css', 'styles/help.css']

/** Returns the page of a document. */
export function helpPage(document: Document): string {
  const markdown = new Marked({ renderer: rendererFor(document) })
  const tokens = markdown.lexer(readFileSync(join(root, document), 'utf8'))
  const body = withIdsOnce(markdown.parser(tokens))
  const links = documents.map(one => {
    const { file, title } = pages[one]
    return `<a href="${file}"${one === document ? ' aria-current="page"' : ''}>${title}</a>`
  })
  const contents = tokens.flatMap(token =>
    token.type === 'heading' && (token.depth === 2 || token.depth === 3)
      ? [
          `<li class="level-${token.depth}"><a href="#${headingAnchor(token.text)}">${markdown.parseInline(token.text)}</a></li>`,
        ]
      : [],
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${pages[document].title} – Rolecall</title>
<link rel="icon" href="/icons/32.png">
<link rel="stylesheet" href="help.css">
</head>
<body>
<header>
<img src="/icons/48.png" width="24" height="24" alt="">
<strong>Rolecall</strong>
<nav aria-label="Help">${links.join('')}</nav>
</header>
<div class="columns">
<nav class="contents" aria-label="Contents"><ul>${contents.join('')}</ul></nav>
<main>
${body}
</main>
</div>
</body>
</html>
`
}

/** Returns the markup with each anchor where it occurs first. */
function withIdsOnce(html: string): string {
  const seen = new Set<string>()
  return html.replace(/ id="([^"]+)"/g, (written, id: string) => {
    if (seen.has(id)) return ''
    seen.add(id)
    return written
  })
}

/**
 * Returns what differs from plain Markdown. Headings, and rows that begin with a key or an anchor, can be linked to; wide
 * parts scroll by keyboard. Pictures are left out, and so are links to documents that aren't here.
 */
function rendererFor(document: Document): RendererObject {
  return {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${headingAnchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    code: ({ text }) => `<pre tabindex="0"><code>${escapeMarkup(text)}</code></pre>\n`,
    paragraph({ tokens }) {
      const text = this.parser.parseInline(tokens)
      return text.trim() === '' ? '' : `<p>${text}</p>\n`
    },
    table({ header, rows }) {
      const cell = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens)
      const head = header.map(one => (one.text === '' ? '<td></td>' : `<th scope="col">${cell(one)}</th>`))
      const body = rows.map(
        row => `<tr${rowId(row[0]?.text)}>${row.map(one => `<td>${cell(one)}</td>`).join('')}</tr>`,
      )
      return `<div class="table" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>\n`
    },
    link({ tokens, href }) {
      const [words, to] = [this.parser.parseInline(tokens), hrefOf(href, document)]
      return to === undefined ? words : `<a href="${to}">${words}</a>`
    },
    image: () => '',
    html: () => '',
  }
}

/** Returns a row's anchor, which its first cell gives: a key, or `<a id="…">`. */
function rowId(first = ''): string {
  const anchor = /^`(\w+)`$/.exec(first)?.[1] ?? /<a id="(\w+)"><\/a>/.exec(first)?.[1]
  return anchor === undefined ? '' : ` id="${anchor}"`
}

function hrefOf(to: string, document: Document): string | undefined {
  if (to.startsWith('#')) return to
  if (/^https:/.test(to)) return to
  const [path = '', hash] = to.split('#')
  const target = join(document, '..', path)
  if (!(target in pages)) return undefined
  const { file } = pages[target as Document]
  return hash === undefined ? file : `${file}#${hash}`
}
