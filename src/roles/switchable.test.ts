import { describe, expect, it } from 'vitest'
import { pages } from '../aws/fixtures/pages'
import type { Partition } from '../aws/partitions'
import { readSession } from '../aws/read-session'
import type { Session } from '../aws/session'
import { parseConfig } from '../config/resolve/parse-config'
import type { HiddenReason } from '../config/resolve/role'
import { targetRoles } from '../config/resolve/target-roles'
import { type Switchable, switchable } from './switchable'

/** Returns the session of a saved page. */
function sessionOf(page: keyof typeof pages): Session {
  const reading = readSession(pages[page], { partition: 'aws', family: 'first' })
  if ('failure' in reading) throw new Error(`${page} has no session`)
  return reading.session
}

const user = sessionOf('classicIamUser')
const federated = sessionOf('classicFederated')
const center = sessionOf('classicIdentityCenter')
const elsewhere: Session = { ...user, base: { id: '999900001111' } }

function from(text: string, session: Session, onlyMatchingRoles = false): Switchable {
  return switchable(targetRoles(parseConfig(text).profiles), session, { onlyMatchingRoles })
}

const offered = (text: string, session: Session, onlyMatchingRoles = false) =>
  from(text, session, onlyMatchingRoles).roles.map(({ name }) => name)

function hidden(text: string, session: Session, onlyMatchingRoles = false): Record<string, HiddenReason> {
  const all = from(text, session, onlyMatchingRoles).hidden
  return Object.fromEntries(all.map(({ name, reason }) => [name, reason]))
}

const base = '[base]\naws_account_id = 111122223333\n'
const shop = '[shop]\nsource_profile = base\naws_account_id = 333344445555\nrole_name = Operator\n'
const alone = '[alone]\naws_account_id = 666677778888\nrole_name = Reader\n'

describe('a portal role', () => {
  const portal =
    '[portal]\nsso_account_id = 999900001111\nsso_role_name = R\nsso_start_url = https://example.awsapps.com/start\n'

  it('is available to everybody, even by name alone', () => {
    expect(offered(portal + alone, user, true)).toEqual(['portal', 'alone'])
    expect(offered(portal + shop, elsewhere)).toEqual(['portal', 'shop'])
  })

  it('is the only thing available without a session', () => {
    const { profiles } = parseConfig(base + portal + shop)
    expect(switchable(targetRoles(profiles), undefined, { onlyMatchingRoles: false })).toMatchObject({
      roles: [{ name: 'portal' }],
      hidden: [{ name: 'shop', reason: { kind: 'no-session' } }],
    })
  })
})

describe('a profile without a base account', () => {
  it.each([
    ['that names none', alone],
    ['that is missing', `${alone}source_profile = nobody`],
    ['that has no account', `[default]\nregion = eu-west-1\n${alone}source_profile = default`],
    ['that has an error', `[bad]\naws_account_id = 1\n${alone}source_profile = bad`],
    ['that is itself', `${alone}source_profile = alone`],
  ])('%s is available everywhere', (_, text) => {
    for (const session of [user, federated, center, elsewhere, sessionOf('multiSessionSwitched')]) {
      expect(offered(text, session)).toEqual(['alone'])
    }
  })
})

describe('a base account', () => {
  it('makes its roles available while the user is signed in to it', () => {
    expect(offered(base + shop, user)).toEqual(['shop'])
  })

  it('hides them elsewhere, and says where they are available', () => {
    expect(from(base + shop, elsewhere).roles).toEqual([])
    expect(hidden(base + shop, elsewhere)).toEqual({
      shop: { kind: 'other-base', base: 'base', account: '111122223333' },
    })
  })

  it('gives role name and region to roles that have none', () => {
    const text = `${base}target_role_name = Engineer\ntarget_region = eu-west-1
[a]\nsource_profile = base\naws_account_id = 333344445555
[b]\nsource_profile = base\naws_account_id = 444455556666\nrole_name = Auditor\nregion = us-west-2`
    expect(from(text, user).roles).toMatchObject([
      { name: 'a', roleName: 'Engineer', region: 'eu-west-1' },
      { name: 'b', roleName: 'Auditor', region: 'us-west-2' },
    ])
  })

  it('may be one of several: all that match make their roles available, in text order', () => {
    const text = `[x]\nsource_profile = any\naws_account_id = 333344445555\nrole_name = X
[any]\naws_account_id = 111122223333
[y]\nsource_profile = role\naws_account_id = 333344445555\nrole_name = Y
[role]\naws_account_id = 111122223333\nrole_name = Engineering
[z]\nsource_profile = other\naws_account_id = 333344445555\nrole_name = Z
[other]\naws_account_id = 222233334444
${alone}`
    expect(offered(text, federated)).toEqual(['x', 'y', 'alone'])
    expect(hidden(text, federated)).toMatchObject({ z: { kind: 'other-base', base: 'other' } })
    expect(offered(text, user)).toEqual(['x', 'alone'])
    expect(Object.keys(hidden(text, user))).toEqual(['y', 'z'])
  })

  it('is itself available only if it’s written with role_arn', () => {
    const text = `[base]\nrole_arn = arn:aws:iam::111122223333:role/Hub\n${shop}`
    expect(offered(text, user)).toEqual(['base', 'shop'])
    expect(offered(text, elsewhere)).toEqual(['base'])
    expect(from(`${base}role_name = Engineering\n${shop}`, federated)).toMatchObject({
      roles: [{ name: 'shop' }],
      hidden: [],
    })
  })

  it.each(['[default]\nregion = eu-west-1', base, '[empty]', '[portal]\nsso_account_id = 111122223333'])(
    'that isn’t a target role is neither available nor hidden: %j',
    text => {
      expect(from(text, user)).toEqual({ roles: [], hidden: [] })
    },
  )
})

describe("a base account's role_name", () => {
  const text = (roleName: string) => `${base}role_name = ${roleName}\n${shop}`

  it.each([
    ['Engineering', federated],
    ['team/Engineering', federated],
    ['Power_User', center],
    ['AWSReservedSSO_Power_User_0123456789abcdef', center],
    ['Hub', { ...sessionOf('multiSessionSwitched'), base: { id: '111122223333' } }],
  ])('%s is the signed-in role or permission set', (roleName, session) => {
    expect(offered(text(roleName), session)).toEqual(['shop'])
  })

  it.each([
    ['another role', 'Other', federated],
    ['a role of other letters', 'engineering', federated],
    ['another permission set', 'Power', center],
    ['no role: an IAM user', 'engineer', user],
    ['a role that was only switched to', 'Hub', sessionOf('classicSwitched')],
  ])('hides its roles from %s', (_, roleName, session) => {
    expect(hidden(text(roleName), session)).toEqual({
      shop: { kind: 'other-signed-in-role', base: 'base', roleName },
    })
  })

  it('has no effect if role_arn sets it', () => {
    const withArn = `[base]\nrole_arn = arn:aws:iam::111122223333:role/Other\n${shop}`
    expect(offered(withArn, federated)).toEqual(['base', 'shop'])
  })

  it('is reported after the account', () => {
    expect(hidden(text('Other'), elsewhere)).toMatchObject({ shop: { kind: 'other-base' } })
  })
})

describe('a base account that is a portal role', () => {
  const portal = '[base]\nsso_account_id = 111122223333\nsso_role_name = Power_User\n'

  it('makes its roles available, defaults included, to its account and permission set', () => {
    const text = `${portal}target_role_name = Engineer\n[shop]\nsource_profile = base\naws_account_id = 333344445555`
    expect(from(text, center).roles).toMatchObject([{ name: 'shop', roleName: 'Engineer' }])
  })

  it('hides them from another permission set and another account', () => {
    expect(hidden(portal + shop, federated)).toEqual({
      shop: { kind: 'other-signed-in-role', base: 'base', roleName: 'Power_User' },
    })
    expect(hidden(portal + shop, { ...center, base: { id: '999900001111' } })).toEqual({
      shop: { kind: 'other-base', base: 'base', account: '111122223333' },
    })
  })

  it('is overridden by an account of its own', () => {
    const text = `${portal}aws_account_id = 222233334444\n${shop}`
    expect(offered(text, center)).toEqual([])
    expect(offered(text, { ...user, base: { id: '222233334444' } })).toEqual(['shop'])
  })

  it('isn’t a target role itself', () => {
    expect(from(portal, center)).toEqual({ roles: [], hidden: [] })
  })
})

describe('a chain', () => {
  const link = (name: string, source: string, account: string, key: 'role_arn' | 'role_name') => {
    const keys = {
      role_arn: `role_arn = arn:aws:iam::${account}:role/Hub`,
      role_name: `aws_account_id = ${account}\nrole_name = Hub`,
    }
    return `[${name}]\nsource_profile = ${source}\n${keys[key]}\n`
  }
  const chain = (key: 'role_arn' | 'role_name') =>
    base +
    link('hub', 'base', '444455556666', key) +
    link('archive', 'hub', '555566667777', key) +
    link('vault', 'archive', '777788889999', key)

  it.each(['role_arn', 'role_name'] as const)('through %s makes only its next link available', key => {
    const at = (account: string): Session => ({ ...user, base: { id: account }, signedInRole: 'Hub' })
    expect(offered(chain(key), at('111122223333'))).toEqual(['hub'])
    expect(offered(chain(key), at('444455556666'))).toEqual(['archive'])
    expect(offered(chain(key), at('555566667777'))).toEqual(['vault'])
    expect(offered(chain(key), at('777788889999'))).toEqual([])
  })

  it('continues from a switched role in multi-session mode', () => {
    expect(offered(chain('role_arn'), sessionOf('multiSessionSwitched'))).toEqual(['archive'])
    expect(offered(chain('role_name'), sessionOf('multiSessionSwitched'))).toEqual(['archive'])
  })

  it('stays at the sign-in in classic mode, and says so', () => {
    const session = sessionOf('classicSwitched')
    expect(offered(chain('role_arn'), session)).toEqual(['hub'])
    expect(hidden(chain('role_arn'), session)).toEqual({
      archive: {
        kind: 'other-base',
        base: 'hub',
        account: '444455556666',
        nearMiss: { kind: 'switched-to' },
      },
      vault: { kind: 'other-base', base: 'archive', account: '555566667777' },
    })
  })

  it('without a start makes each link available from the one that it names', () => {
    const circle = link('a', 'b', '111122223333', 'role_arn') + link('b', 'a', '444455556666', 'role_arn')
    expect(offered(circle, user)).toEqual(['b'])
    expect(offered(circle, sessionOf('multiSessionSwitched'))).toEqual(['a'])
  })
})

describe('an account shown by its alias', () => {
  const { id: _, ...aliasOnly } = sessionOf('classicAlias').base
  const alias: Session = { ...user, base: aliasOnly }

  it.each([
    ['is a base account of that alias', '[base]\naws_account_id = acme-base\n', alias],
    ['is a base account with that alias beside its id', `${base}aws_account_alias = acme-base\n`, alias],
    ['is a base account with its id, if that is known', base, sessionOf('classicAlias')],
    ['is a base account of its id in multi-session mode', base, sessionOf('multiSessionAlias')],
  ])('%s', (_, text, session) => {
    expect(offered(text + shop, session)).toEqual(['shop'])
  })

  it('may be a base account that is only known by its id, and that is reported', () => {
    expect(hidden(base + shop, sessionOf('classicAliasSwitched'))).toEqual({
      shop: {
        kind: 'other-base',
        base: 'base',
        account: '111122223333',
        nearMiss: { kind: 'maybe', account: 'acme-base' },
      },
    })
  })

  it('may, shown by its id, be one that is only known by its alias', () => {
    expect(hidden(`[base]\naws_account_id = acme-base\n${shop}`, user)).toMatchObject({
      shop: { account: 'acme-base', nearMiss: { kind: 'maybe', account: '111122223333' } },
    })
  })

  it('isn’t a base account with another alias or id', () => {
    const other = hidden(`[base]\naws_account_id = acme\n${shop}`, alias)
    expect(other).toEqual({ shop: { kind: 'other-base', base: 'base', account: 'acme' } })
    const wrong = `[base]\naws_account_id = 222233334444\naws_account_alias = acme-base\n${shop}`
    expect(offered(wrong, sessionOf('classicAlias'))).toEqual([])
  })
})

describe("a role's partition", () => {
  const govRole = '[gov]\nrole_arn = arn:aws-us-gov:iam::567890123456:role/Operator\n'

  it.each<[Partition, readonly string[]]>([
    ['aws', ['alone']],
    ['aws-us-gov', ['gov', 'alone']],
    ['aws-cn', ['alone']],
    ['aws-eusc', ['alone']],
  ])("is the console's: %s", (partition, names) => {
    expect(offered(govRole + alone, { ...user, partition })).toEqual(names)
  })

  it('is reported if it’s another', () => {
    expect(hidden(govRole, user)).toEqual({ gov: { kind: 'other-partition', partition: 'aws-us-gov' } })
  })

  it('is its base account’s if it has none of its own', () => {
    const text = `[base]\nrole_arn = arn:aws-cn:iam::111122223333:role/Hub\n${shop}`
    expect(hidden(text, user)).toEqual({
      base: { kind: 'other-partition', partition: 'aws-cn' },
      shop: { kind: 'other-partition', partition: 'aws-cn', base: 'base' },
    })
    expect(offered(text, { ...user, partition: 'aws-cn' })).toEqual(['base', 'shop'])
  })

  it('must also be its base account’s', () => {
    const text = `[base]\nrole_arn = arn:aws-cn:iam::111122223333:role/Hub\n${govRole}source_profile = base`
    for (const partition of ['aws', 'aws-us-gov', 'aws-cn'] as const) {
      expect(hidden(text, { ...user, partition })).toMatchObject({ gov: { kind: 'other-partition' } })
    }
  })
})

describe('only roles that match the current one', () => {
  const role = 'aws_account_id = 333344445555\nsource_profile = base\nrole_name'
  const baseOf = ({ base }: Session) => `[base]\naws_account_id = ${base.id}\n`
  const text = `[a]\n${role} = Engineering
[b]\n${role} = team/Hub
[c]\n${role} = Power_User`

  it.each([
    ['the role that is signed in with', federated, ['a']],
    ['the permission set', center, ['c']],
    ['the role that was switched to', sessionOf('classicSwitched'), ['b']],
    ['the role of a switched session', sessionOf('multiSessionSwitched'), ['b']],
    ['all, for an IAM user', user, ['a', 'b', 'c']],
  ])('offers %s', (_, session, names) => {
    expect(offered(baseOf(session) + text, session, true)).toEqual(names)
  })

  it('keeps the roles without a base account', () => {
    const single = '[single]\naws_account_id = 333344445555\nrole_name = Other\n'
    expect(offered(single + baseOf(federated) + text, federated, true)).toEqual(['single', 'a'])
  })

  it('says which role that is', () => {
    expect(hidden(baseOf(federated) + text, federated, true)).toEqual({
      b: { kind: 'other-role-name', roleName: 'Engineering' },
      c: { kind: 'other-role-name', roleName: 'Engineering' },
    })
  })

  it('is reported after the base account', () => {
    expect(hidden(base + shop, { ...federated, base: { id: '999900001111' } }, true)).toMatchObject({
      shop: { kind: 'other-base' },
    })
  })

  it('keeps all if it’s off', () => {
    expect(offered(text, federated)).toEqual(['a', 'b', 'c'])
  })
})

describe('a role', () => {
  it('shows what its profile says', () => {
    const text = `${base}target_region = eu-west-1\n${shop}color = #d13212
image = https://example.com/a.png\ngroup = Production\ndescription = Web shop\naws_account_alias = acme-shop`
    expect(from(text, user).roles).toEqual([
      {
        name: 'shop',
        account: '333344445555',
        accountAlias: 'acme-shop',
        roleName: 'Operator',
        color: 'd13212',
        region: 'eu-west-1',
        image: 'https://example.com/a.png',
        group: 'Production',
        description: 'Web shop',
        base: 0,
      },
    ])
  })

  it('has only what its profile says', () => {
    expect(from(alone, user).roles).toEqual([{ name: 'alone', account: '666677778888', roleName: 'Reader' }])
  })
})

describe('ten thousand profiles', () => {
  it('are each available or hidden, in text order', () => {
    const profiles = Array.from(
      { length: 10_000 },
      (_, index) =>
        `[p${index}]\nsource_profile = ${index % 2 ? 'base' : 'other'}\naws_account_id = 333344445555\nrole_name = R`,
    )
    const text = [base, '[other]\naws_account_id = 222233334444', ...profiles].join('\n')
    const { roles, hidden } = from(text, user)
    expect(roles.map(({ name }) => name)).toEqual(
      Array.from({ length: 5000 }, (_, index) => `p${index * 2 + 1}`),
    )
    expect(hidden.map(({ name }) => name)).toEqual(
      Array.from({ length: 5000 }, (_, index) => `p${index * 2}`),
    )
  })
})
