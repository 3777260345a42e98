import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containerLink } from './container-link'

const page = 'https://example.awsapps.com/start/#/console?account_id=111122223333&role_name=R'

describe('a link into a container', () => {
  it('contains its name and color', () => {
    expect(containerLink({ name: 'shop & 本番', color: 'd13212' }, page)).toBe(
      `ext+container:name=shop%20%26%20%E6%9C%AC%E7%95%AA&color=red&url=${encodeURIComponent(page)}`,
    )
    expect(containerLink({ name: 'a' }, page)).toBe(`ext+container:name=a&url=${encodeURIComponent(page)}`)
  })

  it.each([
    ['d13212', 'red'],
    ['ff0000', 'red'],
    ['330000', 'red'],
    ['ff9900', 'orange'],
    ['ffd700', 'yellow'],
    ['1d8102', 'green'],
    ['00b0a0', 'turquoise'],
    ['527fff', 'blue'],
    ['005276', 'blue'],
    ['6b4fbb', 'purple'],
    ['e83e8c', 'pink'],
  ])('for #%s has %s', (color, name) => {
    expect(containerLink({ name: 'a', color }, page)).toContain(`&color=${name}&`)
  })

  it.each(['808080', '545b64', '000000', 'ffffff'])('for the gray #%s has no color', color => {
    expect(containerLink({ name: 'a', color }, page)).toBe(containerLink({ name: 'a' }, page))
  })

  it('never has a color that the add-on refuses', () => {
    const taken = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), rgb => {
        const link = containerLink({ name: 'a', color: rgb.toString(16).padStart(6, '0') }, page)
        const parameters = new URLSearchParams(link.replace('ext+container:', ''))
        expect([null, ...taken]).toContain(parameters.get('color'))
      }),
    )
  })
})
