import { expect, it } from 'vitest'
import { lineOf } from '../../lib/one-line'
import { pairStyle, writePair } from './pair-style'

it.each([
  [[], 'color = red'],
  [['[a]', '# a=b', 'role_name = Admin'], 'color = red'],
  [['role_name=Admin', 'region=eu-west-1'], 'color=red'],
  [['role_name      = Admin'], 'color          = red'],
  [['role_name = A', 'region    = B'], 'color     = red'],
  [['role_name = A', 'color = B'], 'color = red'],
  [['a  = A'], 'color = red'],
  [['  role_name =\tAdmin'], '  color =\tred'],
  [['  s3 =', '    role_name = A'], 'color = red'],
  [['role_name=A', 's3 =', '  region = never'], 'color=red'],
  [['role_name   =A', 'region      =B'], 'color       =red'],
])('below %j, a pair is written %j', (lines, written) => {
  expect(writePair(pairStyle(lines.map(lineOf)), lineOf('color'), lineOf('red'))).toBe(written)
})
