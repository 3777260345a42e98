import { expect, it } from 'vitest'
import { monogram } from './monogram'

it.each([
  ['shop-production', 'SP'],
  ['shop production eu', 'SP'],
  ['shop_prod', 'SP'],
  ['shop / prod', 'SP'],
  ['payments', 'PA'],
  ['--payments--', 'PA'],
  ['x', 'X'],
  ['prod-1', 'P1'],
  ['éclair', 'ÉC'],
  ['e\u0301clair', 'E\u0301C'],
  ['straße', 'ST'],
  ['ß', 'SS'],
  ['本番', '本番'],
  ['本番ショップ', '本番'],
  ['本番 ショップ', '本シ'],
  ['ショップ・本番', 'シ本'],
  ['が行', 'が行'],
  ['🚀 launch', '🚀L'],
  ['👩‍💻👨‍👩‍👧‍👦👍🏽', '👩‍💻👨‍👩‍👧‍👦'],
  ['🇯🇵-tokyo', '🇯🇵T'],
  ['\ud83d shop', 'SH'],
  ['---', '--'],
  ['<b>', 'B'],
  ['  ', ''],
  ['', ''],
])('the monogram of %j is %j', (name, letters) => {
  expect(monogram(name)).toBe(letters)
})
