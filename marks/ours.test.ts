import { expect, it } from 'vitest'
import { withoutPrefix } from './ours'

it.each([
  ['identity · Console', 'identity ·', 'Console'],
  ['(1) identity · Console', 'identity ·', '(1) Console'],
  ['identity · (1) identity · Console', 'identity ·', '(1) Console'],
  ['identity ·', 'identity ·', ''],
  ['Data · Console', 'a ·', 'Data · Console'],
  ['harbour master · Console', 'harbour master ·', 'Console'],
  ['harbour · master', 'harbour master ·', 'harbour · master'],
  ['', 'identity ·', ''],
])('the title %j without %j is %j', (title, prefix, rest) => {
  expect(withoutPrefix(title, prefix)).toBe(rest)
})
