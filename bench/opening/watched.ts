import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MadeFolder, nameFirst, newFolder } from '../made-folder'

/** Returns a copy of the built extension whose popup is watched. `firstRow` is a text that only its list has. */
export function watchedCopy(build: string, firstRow: string): MadeFolder {
  return inNewFolder(folder => {
    cpSync(build, folder, { recursive: true })
    const { commands: _, ...manifest } = readManifest(folder)
    // The driver may not know another extension's keys.
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    watchPopup(folder, firstRow)
  })
}

/**
 * Returns an extension whose popup is a search box and a list of static rows, with the size of Rolecall's: nothing that
 * shows a list can open faster.
 */
export function emptyPopup(firstRow: string, rows: number): MadeFolder {
  return inNewFolder(folder => {
    const row = (_: unknown, index: number) =>
      `<li><b>${index === 0 ? firstRow : `role-${index}`}</b> <span>1111-2222-${3333 + index}</span></li>`
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(emptyManifest))
    writeFileSync(
      join(folder, 'popup.html'),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title><style>${style}</style></head><body>
<input autofocus placeholder="Search"><ul>${Array.from({ length: rows }, row).join('')}</ul><footer>Signed in</footer></body></html>`,
    )
    writeFileSync(
      join(folder, 'background.js'),
      '(globalThis.browser ?? chrome).runtime.onMessage.addListener(() => {})',
    )
    watchPopup(folder, firstRow)
  })
}

const emptyManifest = {
  manifest_version: 3,
  name: 'An empty popup',
  version: '1.0',
  action: { default_popup: 'popup.html' },
  // Each browser takes what it understands.
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  browser_specific_settings: { gecko: { id: 'empty-popup@example.com' } },
}

const style = `
html, body { width: 500px; margin: 0; font: 14px sans-serif }
input { box-sizing: border-box; width: 480px; height: 36px; margin: 10px }
ul { height: 425px; margin: 0; padding: 0; overflow: auto }
li { display: flex; gap: 8px; align-items: center; height: 50px; padding: 0 12px }
footer { padding: 8px 12px }`

function inNewFolder(fill: (folder: string) => void): MadeFolder {
  const made = newFolder()
  fill(made.folder)
  return made
}

function readManifest(folder: string): {
  readonly commands?: object
  readonly action: { readonly default_popup: string }
} {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

/** Names the script before all others in the popup's page. */
function watchPopup(folder: string, firstRow: string): void {
  const path = join(folder, readManifest(folder).action.default_popup)
  nameFirst(path, '/bench-watch.js')
  const script = readFileSync(join(import.meta.dirname, 'watch.js'), 'utf8')
  writeFileSync(join(folder, 'bench-watch.js'), script.replace("'WATCHED'", JSON.stringify(firstRow)))
}
