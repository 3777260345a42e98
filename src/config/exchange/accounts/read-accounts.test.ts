import { describe, expect, it } from 'vitest'
import { isAccountList, readAccounts } from './read-accounts'

const shop = { Id: '111122223333', Name: 'Shop production', Email: 'shop@example.com', Status: 'ACTIVE' }
const staging = { Id: '444455556666', Name: 'shop-staging', State: 'ACTIVE' }
const both = [
  ['111122223333', 'Shop production'],
  ['444455556666', 'shop-staging'],
]
const pretty = (value: unknown) => JSON.stringify(value, undefined, 4)

function pairs(...texts: readonly string[]) {
  const list = readAccounts(...texts)
  return list?.kind === 'accounts' ? list.accounts.map(({ id, name }) => [id, name]) : list?.kind
}

/** Output in the format of the AWS CLI's own formatters. */
const arn = (id: string) => `arn:aws:organizations::111122223333:account/o-example/${id}`
const textOutput = `ACCOUNTS\t${arn('111122223333')}\tshop@example.com\t111122223333\tINVITED\t2020-01-01T00:00:00+00:00\tShop production\tACTIVE\tACTIVE
ACCOUNTS\t${arn('444455556666')}\tb@example.com\t444455556666\tCREATED\t1481835795.536\tshop-staging\tACTIVE\tACTIVE
`
const tableOutput = `--------------------------------------------------------------
|                        list-accounts                       |
+------------------------------------------------------------+
||                         Accounts                         ||
|+-------------------+---------------+------------------+---+|
||       Email       |      Id       |      Name        | State ||
|+-------------------+---------------+------------------+---+|
||  shop@example.com |  111122223333 |  Shop production | ACTIVE ||
||  b@example.com    |  444455556666 |  shop-staging    | ACTIVE ||
|+-------------------+---------------+------------------+---+|
`
const tokenRow = '|  NextToken      |  abc       |\n'
const yaml = `Accounts:
- Arn: ${arn('111122223333')}
  Email: shop@example.com
  Id: '111122223333'
  JoinedTimestamp: '2020-01-01T00:00:00+00:00'
  Name: Shop production
  Status: ACTIVE
- Arn: ${arn('444455556666')}
  Id: '444455556666'
  Name: shop-staging
  State: ACTIVE
`

describe('readAccounts', () => {
  it.each([
    ['list-accounts', pretty({ Accounts: [shop, staging] })],
    ['the list alone', JSON.stringify([shop, staging])],
    ['an empty token', pretty({ Accounts: [shop, staging], NextToken: null })],
    ['pages in a row', `${pretty({ Accounts: [shop], NextToken: 'a' })}\n${pretty({ Accounts: [staging] })}`],
    ['pages in a list', pretty([{ Accounts: [shop] }, { Accounts: [staging] }])],
    ['JSON lines', `${JSON.stringify(shop)}\n${JSON.stringify(staging)}\n`],
    ['describe-account, twice', `${pretty({ Account: shop })}\n${pretty({ Account: staging })}`],
    [
      'aws sso list-accounts',
      pretty({
        accountList: [
          { accountId: '111122223333', accountName: 'Shop production', emailAddress: 's@example.com' },
          { accountId: '444455556666', accountName: 'shop-staging' },
        ],
      }),
    ],
    ['a query of ids and names', pretty(both)],
    ['a query of names and ids', pretty(both.map(([id, name]) => [name, id]))],
    [
      'a query with addresses and states',
      pretty(both.map(([id, name]) => [id, name, 's@example.com', 'ACTIVE'])),
    ],
    ['a query of objects', pretty(both.map(([Account, name]) => ({ Account, name })))],
    [
      'Terraform',
      pretty(
        both.map(([id, name]) => ({
          arn: arn(id ?? ''),
          email: 'a@example.com',
          id,
          name,
          status: 'ACTIVE',
        })),
      ),
    ],
    [
      'terraform output -json',
      pretty({
        accounts: {
          sensitive: false,
          type: ['list', ['object', { id: 'string', name: 'string' }]],
          value: both.map(([id, name]) => ({ id, name })),
        },
      }),
    ],
    ['a map of ids by name', pretty(Object.fromEntries(both.map(([id, name]) => [name, id])))],
    ['a map of names by id', pretty(Object.fromEntries(both))],
    [
      'a map of objects',
      pretty(Object.fromEntries(both.map(([id, name]) => [name, { id, email: 'a@example.com' }]))),
    ],
    ['text output', textOutput],
    [
      'text output of Identity Center',
      'ACCOUNTLIST\t111122223333\tShop production\ta@example.com\nACCOUNTLIST\t444455556666\tshop-staging\tb@example.com\n',
    ],
    ['text output of a query', '111122223333\tShop production\n444455556666\tshop-staging\n'],
    ['text output that lost its tabs', '111122223333    Shop production\n444455556666    shop-staging\n'],
    ['ids and names with a space between', '111122223333 Shop production\n444455556666 shop-staging\n'],
    ['names and ids in parentheses', 'Shop production (111122223333)\nshop-staging (444455556666)\n'],
    ['table output', tableOutput],
    [
      'table output of two pages',
      tableOutput.replace(/\|\| {2}b@[^\n]*\n/, '') + tableOutput.replace(/\|\| {2}shop@[^\n]*\n/, ''),
    ],
    [
      'table output of a query',
      '---------------\n|  list-accounts  |\n+----+----+\n|  111122223333 |  Shop production  |\n|  444455556666 |  shop-staging     |\n+----+----+\n',
    ],
    [
      'table output of describe-account, twice',
      both
        .map(
          ([id, name]) =>
            `------\n|  describe-account |\n+------+\n||  Account ||\n|+---+---+|\n||  Arn  |  ${arn(id ?? '')} ||\n||  Id  | ${id} ||\n||  Name | ${name} ||\n|+---+---+|\n`,
        )
        .join(''),
    ],
    ['yaml', yaml],
    ['yaml-stream', yaml.replace(/^/gm, '  ').replace('  Accounts', '- Accounts')],
    ['yaml of a query', "- - '111122223333'\n  - Shop production\n- - '444455556666'\n  - shop-staging\n"],
    ['yaml, folded', yaml.replace('Shop production', 'Shop\n    production')],
    [
      'yaml of Identity Center',
      'accountList:\n- accountId: "111122223333"\n  accountName: Shop production\n- accountId: "444455556666"\n  accountName: shop-staging\n',
    ],
    [
      'CSV',
      'Account ID,Account name,Email,Status\n111122223333,Shop production,a@example.com,ACTIVE\n"444455556666","shop-staging",b@example.com,ACTIVE\n',
    ],
    ['CSV without headings', '"111122223333","Shop production"\r\n"444455556666","shop-staging"\r\n'],
    ['CSV with semicolons', '\uFEFFName;Id\nShop production;111122223333\nshop-staging;444455556666\n'],
    [
      'AWS Tools for PowerShell',
      both
        .map(
          ([id, name]) =>
            `Arn             : ${arn(id ?? '')}\nId              : ${id}\nName            : ${name}\nStatus          : ACTIVE\n`,
        )
        .join('\n'),
    ],
    [
      'terraform output',
      `accounts = tolist([\n${both.map(([id, name]) => `  {\n    "arn" = "${arn(id ?? '')}"\n    "id" = "${id}"\n    "name" = "${name}"\n  },\n`).join('')}])\n`,
    ],
    ['a Terraform map', `ids = {\n${both.map(([id, name]) => `  "${name}" = "${id}"\n`).join('')}}\n`],
    [
      'a Markdown table',
      `| Account ID | Name |\n|---|---|\n${both.map(([id, name]) => `| ${id} | ${name} |\n`).join('')}`,
    ],
    [
      'a copy from a terminal',
      `$ aws organizations list-accounts\n${pretty({ Accounts: [shop, staging] })}\nuser@host ~ $\n`,
    ],
    ['a copy from a document', `\`\`\`json\n${pretty({ Accounts: [shop, staging] })}\n\`\`\`\n`],
  ])('reads %s', (_, text) => {
    expect(pairs(text)).toEqual(both)
    expect(isAccountList(text)).toBe(true)
  })

  it.each([
    ['a token and no other page', pretty({ Accounts: [shop], NextToken: 'abc' }), 'incomplete'],
    [
      'a small token',
      pretty({ accountList: [{ accountId: '111122223333', accountName: 'a' }], nextToken: 'a' }),
      'incomplete',
    ],
    ['a token in a table', tableOutput.replace('||     ', `${tokenRow}||     `), 'incomplete'],
    ['a token in text', `abc\n${textOutput}`, 'incomplete'],
    ['a token behind text', `${textOutput}NEXTTOKEN\tabc\n`, 'incomplete'],
    ['a token in YAML', `${yaml}NextToken: abc\n`, 'incomplete'],
    ['no end', pretty({ Accounts: [shop, staging] }).slice(0, -40), 'cut'],
    [
      'no end of the second page',
      `${pretty({ Accounts: [shop] })}\n${pretty({ Accounts: [staging] }).slice(0, -5)}`,
      'cut',
    ],
    ['no end of a query', pretty(both).slice(0, -20), 'cut'],
    ['no end of a table', tableOutput.slice(0, -90), 'cut'],
    ['typographic quotes', pretty({ Accounts: [shop] }).replaceAll('"', '”'), 'broken'],
    ['ids alone', pretty(['111122223333', '444455556666']), 'unclear'],
    ['ids alone, as text', '111122223333\t444455556666\n', 'unclear'],
    ['children', pretty({ Children: [{ Id: '111122223333', Type: 'ACCOUNT' }] }), 'unclear'],
    ['two columns of ids', pretty([['111122223333', '444455556666', 'a']]), 'unclear'],
    [
      'two columns of names',
      pretty([
        ['111122223333', 'a', 'b'],
        ['444455556666', 'c', 'd'],
      ]),
      'unclear',
    ],
    [
      'permission sets',
      pretty({ roleList: [{ roleName: 'Admin', accountId: '111122223333' }] }),
      'permission-sets',
    ],
    ['permission sets, as text', 'ROLELIST\t111122223333\tAdmin\n', 'permission-sets'],
    ['nothing', pretty({ Accounts: [] }), 'nothing'],
    ['something else', pretty({ name: 'package', version: '1.0.0' }), 'nothing'],
    ['words', '["a"]', 'nothing'],
  ])('says what is wrong with %s', (_, text, kind) => {
    expect(readAccounts(text)).toEqual({ kind })
  })

  it.each([
    '',
    '[a]\nb = c',
    '[default]\nregion = eu-west-1',
    '["a"]\naws_account_id = 111122223333',
    '[111122223333]\nrole_name = A',
    '[a\naws_account_id = 111122223333',
    '["a\naws_account_id = 111122223333',
    '; 111122223333\tshop\n[a]\n',
    'aws_account_id = 111122223333',
    'a word or two',
    '# Accounts: none\n[a]\n',
    '111122223333',
  ])('doesn’t read %j as a list of accounts', text => {
    expect(readAccounts(text)).toBeUndefined()
  })

  it('joins pages that are imported together', () => {
    const first = pretty({ Accounts: [shop], NextToken: 'a' })
    expect(pairs(first, pretty({ Accounts: [staging] }))).toEqual(both)
    expect(pairs(first, first)).toBe('incomplete')
  })

  it('lists each account once, and names skipped ones', () => {
    const accounts = [
      shop,
      shop,
      { ...staging, State: 'PENDING_CLOSURE', Status: 'ACTIVE' },
      { Id: 'XXXXXXXXXXXX', Name: 'hidden' },
      { Id: 11122223333, Name: 'lost a zero' },
      { Id: '555566667777', Name: 'gone', Status: 'SUSPENDED' },
    ]
    expect(readAccounts(pretty({ Accounts: accounts }))).toEqual({
      kind: 'accounts',
      accounts: [{ id: '111122223333', name: 'Shop production' }],
      inactive: ['shop-staging', 'gone'],
      withoutId: ['hidden', 'lost a zero'],
    })
  })

  it('names an account without a name by its id, and makes each name one line', () => {
    expect(pairs('[{"Id": "111122223333"}]')).toEqual([['111122223333', '111122223333']])
    expect(pairs(pretty([{ ...shop, Name: 'a [b] #1\nx = y' }]))).toEqual([
      ['111122223333', 'a [b] #1 x = y'],
    ])
  })
})
