import { expect, it } from 'vitest'
import { tailStart } from './tail-start'

const tailOf = (name: string) => {
  const start = tailStart(name)
  return start === undefined ? undefined : name.slice(start)
}

it.each([
  ['shop-production', undefined],
  ['a name of 16 ...', undefined],
  ['platform-services-production', 'ces-production'],
  ['決済システム', undefined],
  ['決済システム本番', undefined],
  ['決済システム-本番環境-管理者', '番環境-管理者'],
  ['決済システム-本番環境-とても長い名前のプロファイル-管理者', 'ァイル-管理者'],
  ['a-very-long-name-😀-production', '-😀-production'],
  ['מערכת-תשלומים-סביבת-ייצור', undefined],
])('the end of %j that is always shown is %j', (name, tail) => expect(tailOf(name)).toBe(tail))
