import { expect, it } from 'vitest'
import { addSections } from './add-sections'

it.each([
  ['', '[a]\nb = c', '[a]\nb = c\n'],
  ['[a]\nb = c', '[a]\nb = d\n\n# New\n[b]\nb = d', '[a]\nb = c\n\n# New\n[b]\nb = d\n'],
  ['[a]\r\n\r\n\r\n', '\uFEFF[profile b]\nc = d\n', '[a]\r\n\r\n[profile b]\r\nc = d\r\n'],
  ['\uFEFF[a]\n', '# Of all\n\n[a]\n[b]', '\uFEFF[a]\n\n[b]\n'],
  ['[a]\n\n', '[profile a]\nb = c', '[a]\nb = c\n\n'],
  ['[a]\nrole_arn = x\ncolor = y\n', '[a]\nrole_arn = z\ngroup = g', '[a]\nrole_arn = x\ncolor = y\n'],
  ['[a]\nrole_arn = x', '[a]\n; aws_session_token removed\nregion = r', '[a]\nrole_arn = x\nregion = r\n'],
  [
    '[a]\r\nregion = q\r\n# end\r\n\r\n[b]\r\n',
    '[a]\n; aws_session_token removed\nregion = r\n',
    '[a]\r\nregion = r\r\n# end\r\n\r\n[b]\r\n',
  ],
  [
    '[a]\n; aws_session_token removed\nregion = r\n',
    '[profile a]\nregion = q\nrole_arn = x\ns3 =\n  a = b\n\n# next\n[b]\n',
    '[a]\n; aws_session_token removed\nregion = r\nrole_arn = x\ns3 =\n  a = b\n\n# next\n[b]\n',
  ],
  [
    '[a]\nrole_arn = x\nsource_profile = p\n',
    '[a]\nrole_arn = y\nsource_profile = q\n',
    '[a]\nrole_arn = x\nsource_profile = p\n\n[a]\nrole_arn = y\nsource_profile = q\n',
  ],
  [
    '[a]\nrole_arn = x\nsource_profile = p\n',
    '[a]\nrole_arn = y\nsource_profile = p',
    '[a]\nrole_arn = x\nsource_profile = p\n',
  ],
])('%j with the new sections of %j is %j', (text, other, result) => {
  expect(addSections(text, other)).toBe(result)
})
