// `npm run bench:empty`: what Firefox itself keeps of each menu that it has shown, told by an extension whose menu is an empty
// page. `npm run bench:long -- 1000 100 firefox` shows the same process with Rolecall. `npm run bench:empty -- 200` opens fewer.
import { launch } from '../testing/browsers/launch'
import { startDemoConsole } from '../testing/demo-console'

const openings = Number(process.argv[2] ?? 1000)
/** So that what Firefox loads for the first menus doesn't count. */
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

/** The size of the process after so many more openings, in bytes. */
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
