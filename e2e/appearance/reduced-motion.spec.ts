import { expect, test } from '../../testing/browser-test'
import { editor } from '../../testing/pages/editor'
import { configure } from '../../testing/steps/configure'

test.use({ driverOptions: { media: { reducedMotion: 'reduce' } } })

test('with reduced motion nothing moves', async ({ driver }) => {
  const options = await configure(driver, '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n')
  await options.click(editor)
  await options.type('#')
  const moving = await options.evaluate(() =>
    [...document.querySelectorAll('*')]

      .filter(element => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element)
        const longest = Math.max(...transitionDuration.split(',').map(Number.parseFloat))
        return longest > 0.01 || (animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01)
      })
      .map(element => element.outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
})
