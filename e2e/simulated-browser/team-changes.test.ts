import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, sender, sendTeam, settledBrowser, teamSource, teamUrl } from './handlers'

let browser: Browser

beforeEach(async () => {
  browser = await settledBrowser()
  await refreshed(list({ shop: '333344445555' }))
  await browser.page().forgetTeamChange()
}, 60_000)

describe('what has changed in a team’s list', () => {
  it('is told together with what had changed before, until the user has seen it', async () => {
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

  it('is told where a name went away, and came back for something else', async () => {
    await refreshed(list({ archive: '555566667777' }))
    await refreshed(list({ shop: '999999999999' }))
    expect((await browser.page().readTeam()).status?.change).toMatchObject({ changed: [elsewhere] })
  })

  it('is nothing once it was taken back', async () => {
    await refreshed(list({ shop: '999999999999' }))
    await refreshed(list({ shop: '333344445555' }))
    expect((await browser.page().readTeam()).status?.change).toBeUndefined()
  })

  it('holds for what an extension sends, too', async () => {
    sendTeam(browser, list({ shop: '333344445555' }))
    await browser.settle()
    sendTeam(browser, list({ shop: '999999999999' }))
    await browser.settle()
    sendTeam(browser, list({ shop: '999999999999', archive: '555566667777' }))
    await browser.settle()
    expect((await browser.page().readTeam()).sent).toMatchObject({ added: ['archive'], changed: [elsewhere] })
    await browser.page().forgetSenderChange(sender)
    sendTeam(browser, list({ shop: '999999999999' }))
    await browser.settle()
    expect((await browser.page().readTeam()).sent).toMatchObject({ removed: ['archive'], changed: [] })
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

  it('counts once the user approves it', async () => {
    await browser.page().approveTeam()
    expect(await browser.page().readTeam()).toMatchObject({
      texts: [list({ shop: '999999999999' })],
      waits: false,
    })
    expect((await browser.page().readTeam()).status?.change).toBeUndefined()
  })

  it('counts at the next refresh, also of a file that hasn’t changed, once the user no longer wants to approve', async () => {
    await browser.page().teamSourceItem.set(teamSource)
    await browser.settle()
    await refreshed(list({ shop: '999999999999' }))
    expect(await browser.page().readTeam()).toMatchObject({
      texts: [list({ shop: '999999999999' })],
      waits: false,
      status: { change: { changed: [elsewhere] } },
    })
  })

  it('leaves nothing to tell once it was taken back', async () => {
    await refreshed(list({ shop: '333344445555' }))
    const { waits, status } = await browser.page().readTeam()
    expect(waits).toBe(false)
    expect(status?.change).toBeUndefined()
  })
})

describe('an administrator’s URL', () => {
  const [first, second] = ['https://first.example/roles.ini', 'https://second.example/roles.ini']
  const origin = (url: string) => `${new URL(url).origin}/*`

  beforeEach(async () => {
    await browser.page().teamSourceItem.set(undefined)
    await browser.settle()
  })

  it('that never gave a list leaves no failure once it is taken back', async () => {
    await administer(first)
    expect((await browser.page().readTeam()).status?.failure).toMatchObject({ url: first })
    await administer(undefined)
    expect((await browser.page().readTeam()).status).toBeUndefined()
  })

  it('that gives way to one of another host gives back the access to its own', async () => {
    browser.state.granted.push(origin(first), origin(second))
    browser.state.served[first] = list({ shop: '333344445555' })
    browser.state.served[second] = list({ shop: '333344445555' })
    await administer(first)
    await administer(second)
    expect(browser.state.granted).not.toContain(origin(first))
    expect(browser.state.granted).toContain(origin(second))
  })

  it('that gives way to one of the same host by another port leaves the access, which is for all ports', async () => {
    const other = 'https://first.example:8443/roles.ini'
    browser.state.granted.push(origin(first))
    browser.state.served[first] = list({ shop: '333344445555' })
    browser.state.served[other] = list({ shop: '333344445555' })
    await administer(first)
    await administer(other)
    expect(browser.state.granted).toContain(origin(first))
    expect((await browser.page().readTeam()).status).toMatchObject({ url: other, failures: 0 })
  })

  it('leaves the access to the host of the user’s own, which counts again after it', async () => {
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

/** Has the URL's list fetched, which says so now. */
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
