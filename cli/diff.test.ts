import { describe, expect, it } from 'vitest'
import { rolecallList } from '../testing/command-line'

const section = (name: string, account: string, more = '') =>
  `[${name}]\naws_account_id = ${account}\nrole_name = R\n${more}`
const old = section('a', '111122223333') + section('b', '222233334444') + section('c', '333344445555')
const now =
  section('a', '999988887777') +
  section('b', '222233334444', 'color = red\n') +
  section('d|`x`', '444455556666')

function diff(before: string, after: string, ...args: readonly string[]) {
  return rolecallList(['diff', 'old.ini', 'new.ini', ...args], { 'old.ini': before, 'new.ini': after })
}

describe('the difference of two lists', () => {
  it('says first which names lead elsewhere', () => {
    expect(diff(old, now)).toMatchObject({
      code: 0,
      out: `Leads elsewhere: a: 111122223333 / R → 999988887777 / R
Added (1): d|\`x\`
Changed (1): b
Gone (1): c
`,
    })
  })

  it('is Markdown in which no name can be markup', () => {
    expect(diff(old, now, '--format', 'markdown').out).toBe(`**1 name now leads elsewhere**

| profile | before | after |
| --- | --- | --- |
| \`a\` | \`111122223333 / R\` | \`999988887777 / R\` |

**Added: 1**

- \`\` d\\|\`x\` \`\`

**Changed: 1**

- \`b\`

**Gone: 1**

- \`c\`
`)
  })

  it('fails for differences only if asked to', () => {
    expect(diff(old, now, '--exit-code').code).toBe(1)
    expect(diff(old, `# moved\n\n${old}`, '--exit-code')).toMatchObject({
      code: 0,
      out: 'Members are told nothing: the roles are the same.\n',
    })
  })

  it('says if Rolecall wouldn’t use the new list', () => {
    expect(diff(old, now).error).toBe('')
    expect(diff(old, '[a\n').error).toMatch(/^new\.ini: Rolecall wouldn’t use this list, .*\n$/)
  })

  it('takes folders, whose files are one list', () => {
    const files = { 'old/a.ini': old, 'new/a.ini': section('a', '111122223333'), 'new/b.ini': old }
    expect(rolecallList(['diff', 'old', 'new', '--exit-code'], files).code).toBe(0)
  })

  it('names at most 50 of a kind in Markdown, which has to fit into a comment', () => {
    const many = Array.from({ length: 60 }, (_, index) => section(`n${index}`, '111122223333')).join('')
    const { out } = diff(old, old + many, '--format', 'markdown')
    expect(out).toContain('- and 10 more\n')
    expect(out.match(/^- `n/gm)).toHaveLength(50)
  })

  it('needs two lists', () => {
    expect(rolecallList(['diff', 'a.ini'], { 'a.ini': old })).toMatchObject({ code: 2, out: '' })
  })
})
