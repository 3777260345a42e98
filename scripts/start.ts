// `npm start` opens the extension in Chromium with a demo console. With a display, the window is for the user. Without
// one, or with `--pictures <folder>`, it switches to a role by itself and takes pictures.
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { launch } from '../testing/browsers/launch'
import { startDemoConsole } from '../testing/demo-console'
import { strictestShape } from '../testing/demo-console/shape'
import { setUp, showSwitch } from './demonstration'

const { pictures } = parseArgs({ options: { pictures: { type: 'string' } } }).values
const { DISPLAY, WAYLAND_DISPLAY } = process.env
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
const headed = hasDisplay && pictures === undefined

await build({ mode: 'chrome', logLevel: 'warn' })
const demo = await startDemoConsole({ behavior: { shape: strictestShape } })
const driver = await launch('chromium', {
  extension: 'dist/chrome',
  proxyPort: demo.proxyPort,
  headed,
  // Twice as sharp.
  ...(!headed && { chromiumSwitches: ['--screen-info={3200x2400 devicePixelRatio=2}'] }),
})
try {
  const options = await setUp(driver, demo)
  if (headed) {
    console.log('This console is a demo, and nothing you do here reaches AWS.')
    console.log('Press the Rolecall button in the toolbar, type “pay prod” and press Enter.')
    console.log('Close the window to end.')
    await driver.closed
  } else await showSwitch(driver, options, pictures ?? 'output/start')
} finally {
  await driver.close()
  await demo.close()
}
