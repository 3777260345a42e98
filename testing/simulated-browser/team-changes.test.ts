import { beforeEach, describe, expect, it } from 'vitest'
import { incompressible } from '../generators/incompressible'
import { type Browser, sender, sendTeam, settledBrowser, teamSource, teamUrl } from './handlers'

let browser: Browser

beforeEach(async () => {
  browser = await settledBrowser()
  await refreshed(list({ shop: '333344445555' }))
  await browser.page().forgetTeamChange()
}, 60_000)

/** Saves the user's own text. */
async function own(text: string): Promise<void> {
  await browser.page().saveList(text)
  await browser.settle()
}

const changed = 'What this was about has changed meanwhile.'

describe('a change in a team list', () => {
  it('is reported together with earlier ones, until the user has seen it', async () => {
    await refreshed(list({ shop: '999999999999' }))
    await refreshed(list({ shop: '999999999999', archive: '555566667777' }))
    const { status } = await browser.page().readTeam()
    expect(status?.change).toMatchObject({ added: ['archive'], changed: [elsewhere] })
    await browser.page().forgetTeamChange()
    await refreshed(list({ shop: '999999999999' }))
    expect((await browser.page().readTeam()).status?.change).toMatchObject({
      added: [],
      removed: ['archive'],
      changed: [],
    })
  })

  it('is reported if a name went away and came back with another meaning', async () => {
    await refreshed(list({ archive: '555566667777' }))
    await refreshed(list({ shop: '999999999999' }))
    expect((await browser.page().readTeam()).status?.change).toMatchObject({ changed: [elsewhere] })
  })

  it('disappears once it’s undone', async () => {
    await refreshed(list({ shop: '999999999999' }))
    await refreshed(list({ shop: '333344445555' }))
    expect((await browser.page().readTeam()).status?.change).toBeUndefined()
  })

  it('is also reported for an extension’s list', async () => {
    sendTeam(browser, list({ sent: '333344445555' }))
    await browser.settle()
    sendTeam(browser, list({ sent: '999999999999' }))
    await browser.settle()
    sendTeam(browser, list({ sent: '999999999999', archive: '555566667777' }))
    await browser.settle()
    expect((await browser.page().readTeam()).sender?.change).toMatchObject({
      added: ['archive'],
      changed: [{ ...elsewhere, name: 'sent' }],
    })
    await browser.page().forgetSenderChange(sender)
    sendTeam(browser, list({ sent: '999999999999' }))
    await browser.settle()
    expect((await browser.page().readTeam()).sender?.change).toMatchObject({
      removed: ['archive'],
      changed: [],
    })
  })
})

describe('a list that waits for the user', () => {
  beforeEach(async () => {
    await browser.page().teamSourceItem.set({ ...teamSource, approve: true })
    await browser.settle()
    await refreshed(list({ shop: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({
      texts: [list({ shop: '333344445555' })],
      waits: true,
      status: { change: { changed: [elsewhere] } },
    })
  })

  it('is used once the user approves it', async () => {
    await browser.page().approveTeam()
    expect(await browser.page().readTeam()).toMatchObject({
      texts: [list({ shop: '999999999999' })],
      waits: false,
    })
    expect((await browser.page().readTeam()).status?.change).toBeUndefined()
  })

  it('is used at the next refresh, even if the file hasn’t changed, once the user no longer wants to approve', async () => {
    await browser.page().teamSourceItem.set(teamSource)
    await browser.settle()
    await refreshed(list({ shop: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({
      texts: [list({ shop: '999999999999' })],
      waits: false,
      status: { change: { changed: [elsewhere] } },
    })
  })

  it('leaves nothing to report once it’s undone', async () => {
    await refreshed(list({ shop: '333344445555' }))
    const { waits, status } = await browser.page().readTeam()
    expect(waits).toBe(false)
    expect(status?.change).toBeUndefined()
  })
})

describe('pending and reported changes are those of the menu', () => {
  const approve = async () => {
    await browser.page().teamSourceItem.set({ ...teamSource, approve: true })
    await browser.settle()
  }
  const portal = (at: string) => `[sso-session corp]\nsso_start_url = https://${at}.awsapps.com/start\n`
  const target = { account: '555566667777', roleName: 'Admin' }

  it('if a section without an account gives the user’s own account a role', async () => {
    await own('[mine]\naws_account_id = 555566667777\n')
    await approve()
    await refreshed(`${list({ shop: '333344445555' })}[mine]\nrole_name = Admin\n`)
    expect(await browser.page().readTeam()).toMatchObject({
      waits: true,
      status: {
        change: {
          changed: [{ name: 'mine', target: { before: { account: '555566667777' }, after: target } }],
        },
      },
    })
  })

  it('if a session moves the user’s own portal role', async () => {
    await own('[mine]\nsso_session = corp\nsso_account_id = 555566667777\nsso_role_name = Admin\n')
    await refreshed(list({ shop: '333344445555' }) + portal('us'))
    await browser.page().forgetTeamChange()
    await approve()
    await refreshed(list({ shop: '333344445555' }) + portal('them'))
    const at = (name: string) => ({ ...target, portal: `https://${name}.awsapps.com/start` })
    const { waits, status } = await browser.page().readTeam()
    expect(waits).toBe(true)
    expect(status?.change).toMatchObject({
      changed: [{ name: 'mine', target: { before: at('us'), after: at('them') } }],
    })
  })

  it('and nothing else: the user’s own settings need no approval', async () => {
    await own('[new]\naws_account_id = 555566667777\nrole_name = Admin\n')
    await approve()
    await refreshed(
      `${list({ shop: '333344445555' })}[new]\nrole_name = Evil\naws_account_id = 999999999999\n`,
    )
    expect((await browser.page().readTeam()).status?.change?.changed).toEqual([{ name: 'new' }])
  })
})

describe('an extension’s list', () => {
  const send = async (text: string) => {
    sendTeam(browser, text)
    await browser.settle()
  }
  beforeEach(async () => {
    await send(list({ sent: '333344445555' }))
    const { sender: first } = await browser.page().readTeam()
    await browser.page().teamSendersItem.set(first ? [{ ...first, approve: true }] : [])
    await browser.settle()
  })

  it('waits for the user if they want to approve it, and is used once they do', async () => {
    await send(list({ sent: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({
      sent: list({ sent: '333344445555' }),
      sender: { waits: true, change: { changed: [{ name: 'sent' }] } },
    })
    await browser.page().approveSender(sender)
    expect(await browser.page().readTeam()).toMatchObject({ sent: list({ sent: '999999999999' }) })
    expect((await browser.page().readTeam()).sender).not.toHaveProperty('change')
  })

  it('isn’t approved unseen: its later list is shown first', async () => {
    await send(list({ sent: '999999999999' }))
    const { about } = (await browser.page().readTeam()).sender ?? {}
    await send(list({ sent: '888888888888' }))
    await expect(browser.page().approveSender(sender, about)).rejects.toThrow(changed)
    expect((await browser.page().readTeam()).sent).toBe(list({ sent: '333344445555' }))
  })

  it('needs approval again if its earlier list is damaged', async () => {
    browser.state.areas.local.sentTexts = { version: 1, value: [{ id: sender, data: '?' }] }
    await send(list({ sent: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({ sent: undefined, sender: { waits: true } })
  })
})

describe('a decision', () => {
  beforeEach(async () => {
    await browser.page().teamSourceItem.set({ ...teamSource, approve: true })
    await browser.settle()
    await refreshed(list({ shop: '999999999999' }))
  })

  it('about a pending list is refused once a later one is pending', async () => {
    const { about } = (await browser.page().readTeam()).status ?? {}
    await refreshed(list({ shop: '888888888888' }))
    await expect(browser.page().approveTeam(about)).rejects.toThrow(changed)
    expect((await browser.page().readTeam()).texts).toEqual([list({ shop: '333344445555' })])
    await browser.page().approveTeam()
    expect((await browser.page().readTeam()).texts).toEqual([list({ shop: '888888888888' })])
  })

  it('is refused once the user’s own list changes the meaning of the pending one, which is then shown', async () => {
    const { about } = (await browser.page().readTeam()).status ?? {}
    await own('[shop]\nrole_name = Other\n')
    await expect(browser.page().approveTeam(about)).rejects.toThrow(changed)
    expect((await browser.page().readTeam()).status?.change?.changed[0]?.target?.after.roleName).toBe('Other')
    await browser.page().approveTeam()
  })

  it('that a change was seen is refused once another one is pending or in use', async () => {
    const { about } = (await browser.page().readTeam()).status ?? {}
    await expect(browser.page().forgetTeamChange(about)).rejects.toThrow(changed)
  })
})

describe('damaged team files', () => {
  it.each([
    ['the item', () => 'nonsense'],
    ['a text in it', () => ({ version: 2, value: { texts: ['?'], files: [{ url: teamUrl, text: 0 }] } })],
    ['all of it', () => undefined],
  ])('aren’t a first fetch: approval is required again (%s)', async (_, stored) => {
    await browser.page().teamSourceItem.set({ ...teamSource, approve: true })
    await browser.settle()
    browser.state.areas.local.teamFiles = stored()
    await refreshed(list({ shop: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({ texts: [], waits: true })
    await refreshed(list({ shop: '888888888888' }))
    expect(await browser.page().readTeam()).toMatchObject({ texts: [], waits: true })
    await browser.page().approveTeam()
    expect((await browser.page().readTeam()).texts).toEqual([list({ shop: '888888888888' })])
  })
})

it('an earlier version’s files are read, including pending and seen ones', async () => {
  const { local } = browser.state.areas
  const { value } = local.teamFiles as { readonly value: { readonly texts: readonly string[] } }
  const [data] = value.texts
  const file = { url: teamUrl, finalUrl: teamUrl, validators: {}, data }
  local.teamFiles = { version: 1, value: { files: [file], waiting: [file] } }
  expect(await browser.page().readTeam()).toMatchObject({
    texts: [list({ shop: '333344445555' })],
    waits: true,
  })
})

describe('a list that doesn’t fit into storage', () => {
  it('is reported, and fetched less and less often', async () => {
    const { state } = browser
    // The text can't be compressed, so two copies wouldn't fit.
    state.room = 3_000_000
    await refreshed(incompressible(list({ shop: '333344445555' }), 1_400_000))
    expect(browser.state.areas.local.teamStatus).toMatchObject({ value: { failures: 0 } })
    await browser.page().teamSourceItem.set({ ...teamSource, approve: true })
    await browser.settle()
    await refreshed(incompressible(list({ shop: '999999999999' }), 1_500_000))
    expect(await browser.page().readTeam()).toMatchObject({
      waits: false,
      status: {
        failures: 1,
        failure: { reason: { kind: 'not-stored', message: 'QUOTA_BYTES quota exceeded' } },
      },
    })
    const before = state.asked[teamUrl] ?? 0
    await browser.pass(24 * 60 * 60_000)
    expect((state.asked[teamUrl] ?? 0) - before).toBeLessThan(8)
  })

  it('is still used if only the last-seen list doesn’t fit', async () => {
    browser.state.room = 3_000_000
    await refreshed(incompressible(list({ shop: '333344445555' }), 1_400_000))
    await refreshed(incompressible(list({ shop: '999999999999' }), 1_500_000))
    expect((await browser.page().readTeam()).status).toMatchObject({
      failures: 0,
      change: { changed: [elsewhere] },
    })
  })

  it('stores once what two versions share', async () => {
    const { state } = browser
    const more = 'https://roles.team.example/more.ini'
    state.served[more] = incompressible(list({ more: '111122223333' }), 1_400_000)
    const including = (account: string) => `[rolecall]\ninclude = ${more}\n${list({ shop: account })}`
    await refreshed(including('333344445555'))
    const before = JSON.stringify(state.areas.local.teamFiles).length
    await refreshed(`${including('999999999999')}\n`)
    expect((await browser.page().readTeam()).status).toMatchObject({ change: { changed: [elsewhere] } })
    expect(JSON.stringify(state.areas.local.teamFiles).length - before).toBeLessThan(1_000)
  })
})

describe('an administrator’s URL', () => {
  const [first, second] = ['https://first.example/roles.ini', 'https://second.example/roles.ini']
  const origin = (url: string) => `${new URL(url).origin}/*`

  beforeEach(async () => {
    await browser.page().teamSourceItem.set(undefined)
    await browser.settle()
  })

  it('that never had a list leaves no failure once it’s withdrawn', async () => {
    await administer(first)
    expect((await browser.page().readTeam()).status?.failure).toMatchObject({ url: first })
    await administer(undefined)
    expect((await browser.page().readTeam()).status).toBeUndefined()
  })

  it('that is replaced by one of another host gives back the permission for its own', async () => {
    browser.state.granted.push(origin(first), origin(second))
    browser.state.served[first] = list({ shop: '333344445555' })
    browser.state.served[second] = list({ shop: '333344445555' })
    await administer(first)
    await administer(second)
    expect(browser.state.granted).not.toContain(origin(first))
    expect(browser.state.granted).toContain(origin(second))
  })

  it('that is replaced by one of the same host with another port keeps the permission, which is for all ports', async () => {
    const other = 'https://first.example:8443/roles.ini'
    browser.state.granted.push(origin(first))
    browser.state.served[first] = list({ shop: '333344445555' })
    browser.state.served[other] = list({ shop: '333344445555' })
    await administer(first)
    await administer(other)
    expect(browser.state.granted).toContain(origin(first))
    expect((await browser.page().readTeam()).status).toMatchObject({ url: other, failures: 0 })
  })

  it('keeps the permission for the user’s own host, which is used again afterwards', async () => {
    browser.state.granted.push(origin(teamUrl), origin(first))
    await browser.page().teamSourceItem.set(teamSource)
    await browser.settle()
    browser.state.served[first] = list({ shop: '333344445555' })
    await administer(first)
    expect(browser.state.granted).toContain(origin(teamUrl))
    await administer(undefined)
    expect(browser.state.granted).not.toContain(origin(first))
    expect((await browser.page().readTeam()).status?.failures).toBe(0)
  })
})

const elsewhere = {
  name: 'shop',
  target: { before: { account: '333344445555' }, after: { account: '999999999999' } },
}

function list(accounts: Readonly<Record<string, string>>): string {
  return Object.entries(accounts)
    .map(([name, account]) => `[${name}]\naws_account_id = ${account}\nrole_name = Operator\n`)
    .join('')
}

/** Fetches the URL's list, which now has this content. */
async function refreshed(text: string): Promise<void> {
  browser.state.served[teamUrl] = text
  browser.ask('refresh-team')
  await browser.settle()
}

async function administer(url: string | undefined): Promise<void> {
  const { managed } = browser.state.areas
  if (url === undefined) delete managed.teamUrl
  else managed.teamUrl = url
  browser.tell('storage', { teamUrl: {} }, 'managed')
  await browser.settle()
  browser.ask('refresh-team')
  await browser.settle()
}
