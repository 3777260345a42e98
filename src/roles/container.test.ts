import { describe, expect, it } from 'vitest'
import { containerLink } from './container'

const page = 'https://example.awsapps.com/start/#/console?account_id=111122223333&role_name=R'

describe('a link into a container', () => {
  it('names it and its colour', () => {
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
    ['808080', 'toolbar'],
    ['545b64', 'toolbar'],
    ['000000', 'toolbar'],
    ['ffffff', 'toolbar'],
  ])('of #%s is %s', (color, name) => {
    expect(containerLink({ name: 'a', color }, page)).toContain(`&color=${name}&`)
  })
})
