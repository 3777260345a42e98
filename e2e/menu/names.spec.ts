import { expect, test } from '../../testing/browser-test'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeList } from '../../testing/steps/store-list'

/** AWS accepts a display name of at most 64 characters. */
const profiles = [
  { name: '64-characters-long'.padEnd(64, '-'), shown: '64-characters-long'.padEnd(64, '-') },
  { name: 'too-long'.padEnd(70, '-'), shown: 'too-long'.padEnd(64, '-') },
  // The name would be cut inside a character of two UTF-16 units.
  { name: `${'cut'.padEnd(63, '-')}🚢x`, shown: 'cut'.padEnd(63, '-') },
  { name: '本番/決済 ünïcode 🚢', shown: '本番/決済 ünïcode 🚢' },
  { name: `a<b>&amp;'d'%20+e?f#g`, shown: `a<b>&amp;'d'%20+e?f#g` },
] as const

const text = profiles
  .map(({ name }, index) => `["${name}"]\naws_account_id = 44445555666${index}\nrole_name = Operator\n`)
  .join('\n')

for (const mode of ['classic', 'multi-session'] as const) {
  test(`names that are long, in other scripts or full of signs reach the console in ${mode} mode`, async ({
    driver,
    demo,
  }) => {
    await storeList(driver, text)
    const console = await signIn(driver, demo, { mode })
    // AWS allows four sessions in addition to the first.
    for (const { name, shown } of mode === 'classic' ? profiles : profiles.slice(1)) {
      await console.activate()
      const popup = await openMenu(driver)
      await popup.search(name)
      await popup.press('Enter')
      await expect(driver).toShowConsole({ 'display-name': shown })
    }
  })
}
