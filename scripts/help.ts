import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

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
  const blocks = blocksOf(readFileSync(join(root, document), 'utf8'))
  const body = withIdsOnce(blocks.map(block => htmlOf(block, document)).join('\n'))
  const links = documents.map(one => {
    const { file, title } = pages[one]
    return `<a href="${file}"${one === document ? ' aria-current="page"' : ''}>${title}</a>`
  })
  const contents = blocks.flatMap(block =>
    block.kind === 'heading' && (block.level === 2 || block.level === 3)
      ? [
          `<li class="level-${block.level}"><a href="#${slug(block.text)}">${inline(block.text, document)}</a></li>`,
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

/** A part of a document. */
type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

/** Returns the parts of a document. Reads only what our own documents contain of Markdown. */
function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const heading = /^(#+) (.*)$/.exec(line)
    const bullet = bulletOf(line)
    const start = at
    if (line.trim() === '' || line.startsWith('<!--')) at++
    else if (line.startsWith('```')) {
      at = lines.indexOf('```', at + 1) + 1
      blocks.push({ kind: 'code', text: lines.slice(start + 1, at - 1).join('\n') })
    } else if (heading) {
      at++
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
    } else if (line.startsWith('|')) {
      while (lines[at]?.startsWith('|')) at++
      blocks.push({ kind: 'table', rows: rowsOf(lines.slice(start, at)) })
    } else if (bullet) {
      while (at < lines.length && (bulletOf(lines[at] ?? '') || /^ +\S/.test(lines[at] ?? ''))) at++
      const items: string[] = []
      for (const one of lines.slice(start, at)) {
        const found = bulletOf(one)
        if (found) items.push(found.text)
        else items.push(`${items.pop()} ${one.trim()}`)
      }
      blocks.push({ kind: 'list', ordered: bullet.ordered, items })
    } else {
      while (at < lines.length && !/^$|^```|^#+ |^\|/.test(lines[at] ?? '') && !bulletOf(lines[at] ?? ''))
        at++
      blocks.push({ kind: 'text', text: lines.slice(start, at).join(' ') })
    }
  }
  return blocks
}

function bulletOf(line: string): { readonly ordered: boolean; readonly text: string } | undefined {
  const found = /^(?:(-)|\d+\.) (.*)$/.exec(line)
  return found ? { ordered: found[1] === undefined, text: found[2] ?? '' } : undefined
}

/** Returns a table’s rows, without the line below its head. A pipe after a backslash belongs to its cell. */
function rowsOf(lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .filter((_, index) => index !== 1)
    .map(line =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map(cell => cell.trim().replaceAll('\\|', '|')),
    )
}

function htmlOf(block: Block, document: Document): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${slug(block.text)}">${inline(block.text, document)}</h${block.level}>`
    case 'code':
      return `<pre tabindex="0"><code>${escaped(block.text)}</code></pre>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map(item => `<li>${inline(item, document)}</li>`).join('')}</${tag}>`
    }
    case 'table': {
      const [head = [], ...rows] = block.rows
      const cells = head
        .map(cell => (cell === '' ? '<td></td>' : `<th scope="col">${inline(cell, document)}</th>`))
        .join('')
      return `<div class="table" tabindex="0"><table><thead><tr>${cells}</tr></thead><tbody>${rows
        .map(row => tableRow(row, document))
        .join('')}</tbody></table></div>`
    }
    case 'text': {
      const text = inline(block.text, document)
      // What was only pictures, which the extension doesn’t contain.
      return text.trim() === '' ? '' : `<p>${text}</p>`
    }
  }
}

/** Returns a row, which has the anchor that its first cell gives: a key, or `<a id="…">`. */
function tableRow([first = '', ...others]: readonly string[], document: Document): string {
  const anchor = /^`(\w+)`$/.exec(first)?.[1] ?? /<a id="(\w+)"><\/a>/.exec(first)?.[1]
  const id = anchor === undefined ? '' : ` id="${anchor}"`
  const cells = others.map(cell => `<td>${inline(cell, document)}</td>`)
  return `<tr${id}><td>${inline(first, document)}</td>${cells.join('')}</tr>`
}

/** Returns a text with its code, emphasis and links. Leaves pictures out, and links to documents that aren’t here. */
function inline(text: string, document: Document): string {
  const codes: string[] = []
  const withoutCode = text
    .replace(/<img [^>]*>|!\[[^\]]*\]\([^)]*\)|<a id="\w+"><\/a>/g, '')
    .replace(/``(.+?)``|`([^`]+)`/g, (_, double?: string, single?: string) => {
      codes.push(`<code>${escaped((double ?? single ?? '').trim())}</code>`)
      return `⟦${codes.length - 1}⟧`
    })
  return escaped(withoutCode)
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, words: string, to: string) => {
      const href = hrefOf(to, document)
      return href === undefined ? words : `<a href="${href}">${words}</a>`
    })
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '<em>$1</em>')
    .replace(/⟦(\d+)⟧/g, (_, index: string) => codes[Number(index)] ?? '')
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

/** Returns a heading’s anchor, as GitHub makes it, so that links work in both. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
