// `npm run bench:empty` measures what Firefox itself keeps of each menu that it has shown, with an extension whose menu
// is an empty page. `npm run bench:long -- 1000 100 firefox` shows the same process with Rolecall. `npm run bench:empty
// -- 200` opens fewer menus.
import { launch } from '../testing/browsers/launch'
import { startDemoConsole } from '../testing/demo-console'

const openings = Number(process.argv[2] ?? 1000)
/** Openings that aren't counted, because Firefox loads more for the first menus. */
const first = openings / 10

const demo = await startDemoConsole()
const driver = await launch('firefox', {
  extension: 'testing/extensions/empty-extension',
  proxyPort: demo.proxyPort,
})
try {
  await driver.openOptions()
  const before = await processAfter(first)
  const after = await processAfter(openings - first)
  const each = Math.round((after - before) / (openings - first))
  console.log(
    `Firefox's process of extensions went from ${megabytes(before)} to ${megabytes(after)} between opening ${first} and ` +
      `opening ${openings} of an empty menu: ${each} bytes each.`,
  )
} finally {
  await driver.close().catch(() => {})
  await demo.close()
}

/** Returns the size of the process after this many more openings, in bytes. */
async function processAfter(more: number): Promise<number> {
  for (let opened = 0; opened < more; opened++) {
    const menu = await driver.pressToolbarButton()
    await menu.close()
  }
  const memory = await driver.memory()
  return ['objects', 'all else'].reduce(
    (sum, part) => sum + (memory[`process: ${part}, bytes`] ?? Number.NaN),
    0,
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
