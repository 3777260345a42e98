import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { test as base, expect } from '../../testing/browser-test'
import type { Driver, LaunchOptions } from '../../testing/browsers/driver'
import { launch } from '../../testing/browsers/launch'
import { waitFor } from '../../testing/browsers/wait'
import type { DemoConsole } from '../../testing/demo-console'
import { createCertificate } from '../../testing/demo-console/certificate'
import { searchNginx } from '../../testing/nginx/search-nginx.mjs'
import { type Nginx, startNginx } from '../../testing/nginx/start-nginx'
import { startOrganization } from '../../testing/organization-service'
import { openOptions } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { useTeamUrl, waitForTeam } from '../../testing/steps/team'

interface Fixtures {
  /** Removed after the test. */
  readonly folder: string
  /** Serves the folder's `etc` and `srv`. */
  readonly nginx: Nginx
  /** Starts a Chromium and a Firefox. */
  readonly launchBoth: (options: Partial<LaunchOptions>) => Promise<readonly Driver[]>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: it tells Playwright that the fixture has no dependencies.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rolecall-recipe-'))
    // If root starts nginx, its workers run as another user.
    await chmod(folder, 0o755)
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },

  nginx: async ({ folder }, use, testInfo) => {
    const program = searchNginx()
    testInfo.skip(program === undefined, 'nginx isn’t installed.')
    const nginx = await startNginx(program ?? '', folder)
    await use(nginx)
    await nginx.stop()
  },

  launchBoth: async ({ launchDriver, demo }, use) => {
    let firefox: Driver | undefined
    await use(async options => {
      firefox = await launch('firefox', { extension: 'dist/firefox', proxyPort: demo.proxyPort, ...options })
      return [await launchDriver(options), firefox]
    })
    await firefox?.close()
  },
})

test.skip(
  ({ driverName }) => driverName !== 'chromium',
  'What is tried needs both browsers at once, or none.',
)

/** Returns the commands under a heading in docs/team.md, block by block. */
function commandsUnder(heading: string): readonly string[] {
  const [, text = ''] = readFileSync('docs/team.md', 'utf8').split(`# ${heading}\n`)
  const [section = ''] = text.split(/^#+ /m)
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands = '']) => commands)
}

/** Runs root's commands, except those for the system itself, which the test does. */
const sudo = 'sudo() { case "$1" in apt-get | certbot | service) ;; *) "$@" ;; esac; }\n'

/** Runs the command from this repository, because npx would ask a registry. */
const npx = `npx() { [ "$1" = rolecall-list ] && shift && '${resolve('node_modules/.bin/tsx')}' '${resolve('cli/main.ts')}' "$@"; }\n`

/** Runs commands in a folder, and returns their output. */
function run(commands: string, folder: string): string {
  const shell = spawnSync('sh', ['-e', '-c', sudo + commands], { cwd: folder, encoding: 'utf8' })
  expect(shell.status, shell.stderr).toBe(0)
  return shell.stdout
}

test('nginx, set up as docs/team.md says, gives two browsers one menu, and a change of the file reaches both', async ({
  folder,
  nginx,
  launchBoth,
  demo,
}) => {
  test.setTimeout(120_000)
  test.skip(spawnSync('curl', ['--version']).status !== 0, 'curl isn’t installed.')
  const [setUp = '', ask = '', change = '', forTeam = ''] = commandsUnder('nginx')
  const [plain, secure] = [await freePort(), await freePort()]
  const here = (commands: string) =>
    commands
      .replaceAll(/\/(?=(?:etc|srv)\/)/g, `${folder}/`)
      .replaceAll(':8080', `:${plain}`)
      .replaceAll('listen 443 ssl', `listen 127.0.0.1:${secure} ssl`)
  demo.forward(plain)

  run(here(setUp), folder)
  nginx.reload()
  const local = `http://localhost:${plain}/roles.ini`
  await waitFor('the file', async () => (await fetch(local)).ok)
  expect(run(here(ask), folder)).toMatch(
    /^HTTP\/1\.1 200 .*^ETag: .*^\[shop-production\].*^HTTP\/1\.1 304 /ms,
  )

  const host = 'roles.example.com'
  const certificate = await createCertificate([host])
  const options = {
    grants: ['http://localhost/*', `https://${host}/*`],
    authorities: [demo.certificateAuthority, certificate.authority],
  }
  const drivers = await launchBoth(options)
  const pages = await Promise.all(drivers.map(openOptions))
  for (const [index, page] of pages.entries()) {
    await useTeamUrl(page, local, /^The list has 1 role\./)
    expect(await menuOf(drivers[index], demo)).toEqual(['shop-production'])
  }
  run(here(change), folder)
  for (const [index, page] of pages.entries()) {
    await page.activate()
    await page.open('team')
    await page.click({ role: 'button', name: 'Refresh' })
    await waitForTeam(page, /^The list has 2 roles\./)
    expect(await menuOf(drivers[index], demo)).toEqual(['shop-production', 'shop-staging'])
  }

  const live = join(folder, 'etc/letsencrypt/live', host)
  await mkdir(live, { recursive: true })
  await writeFile(join(live, 'fullchain.pem'), certificate.cert)
  await writeFile(join(live, 'privkey.pem'), certificate.key)
  run(here(forTeam), folder)
  nginx.reload()
  await waitFor('the port', () => canConnect(secure))
  demo.admit(host, socket => socket.pipe(connect(secure, '127.0.0.1')).pipe(socket))
  for (const page of pages) {
    await page.activate()
    await page.open('team')
    await page.click({ role: 'button', name: 'Stop using it' })
    await useTeamUrl(page, `https://${host}/roles.ini`, /^The list has 2 roles\./)
  }
})

test('an organization’s accounts become a list by the command that docs/team.md gives', async ({
  folder,
}) => {
  const accounts = [
    { Id: '111122223333', Name: 'shop', State: 'ACTIVE' },
    { Id: '222233334444', Name: 'shop', Status: 'ACTIVE' },
    { Id: '333344445555', Name: '決済 [“x”] #1; "y"', State: 'ACTIVE', Status: 'ACTIVE' },
    { Id: '444455556666', Name: 'gone', State: 'CLOSED', Status: 'SUSPENDED' },
    ...[
      ...[
        'rolecall',
        'profile x',
        'x',
        'default',
        'preview',
        'sso-session x',
        'services x',
        "'x'",
        'x  y',
        'x y',
      ],
      ...['a#1', 'a;1', ' a_1', 'shop 111122223333', 'x\u200by', 'x\ty', 'C:\\x', 'a=b', '%1', ''],
    ].map((Name, index) => ({ Id: String(555500000000 + index), Name, State: 'ACTIVE' })),
  ]
  await writeFile(join(folder, 'all-accounts.json'), JSON.stringify({ Accounts: accounts }))
  const [command = ''] = commandsUnder("From an organization's accounts")
  run(`aws() { cat all-accounts.json; }\n${npx}${command}`, folder)
  const { profiles, diagnostics } = parseConfig(await readFile(join(folder, 'roles.ini'), 'utf8'))
  expect(diagnostics).toEqual([])
  const active = accounts.filter(({ State, Status }) => (State ?? Status) === 'ACTIVE')
  expect(profiles.map(({ account }) => account).sort()).toEqual(active.map(({ Id }) => Id).sort())
  const made = profiles.map(({ name, account, roleName }) => [name, account, roleName])
  expect(made).toContainEqual(['rolecall', '555500000000', 'OrganizationAccountAccessRole'])
  for (const one of [
    ['shop-111122223333', '111122223333', 'OrganizationAccountAccessRole'],
    ['shop-222233334444', '222233334444', 'OrganizationAccountAccessRole'],
    ['決済-x-1-y', '333344445555', 'OrganizationAccountAccessRole'],
  ])
    expect(made).toContainEqual(one)
})

test('an organization’s units, tags and permission sets become a list by the example, with the real AWS CLI', async ({
  folder,
}) => {
  // Each of its fourteen calls starts Python.
  test.setTimeout(300_000)
  test.skip(spawnSync('aws', ['--version']).status !== 0, 'The AWS CLI isn’t installed.')
  const service = await startOrganization()
  try {
    const script = resolve('examples/organization.sh')
    // Not every version of the AWS CLI takes the address from the environment.
    const aws = `aws() { command aws --endpoint-url http://127.0.0.1:${service.port} --region eu-west-1 "$@"; }\n`
    const made = `npx rolecall-list make facts --portal https://example.awsapps.com/start --sso-region eu-west-1 --out roles.ini`
    await runAside(`${aws}${npx}set -- facts\nIDENTITY_CENTER=1\n. '${script}'\n${made}`, folder)
  } finally {
    await service.close()
  }
  const { profiles, diagnostics } = parseConfig(await readFile(join(folder, 'roles.ini'), 'utf8'))
  expect(diagnostics).toEqual([])
  expect(
    profiles.map(({ name, portal, group, color, duration }) => [
      name,
      portal?.account,
      portal?.roleName,
      group,
      color,
      duration,
    ]),
  ).toEqual([
    ['audit-ReadOnly', '333344445555', 'ReadOnly', undefined, '545b64', 43_200],
    ['shop-production-Admin', '222233334444', 'Admin', 'Production', 'd13212', 3600],
    ['shop-production-ReadOnly', '222233334444', 'ReadOnly', 'Production', 'd13212', 43_200],
  ])
})

/** Runs commands in a folder while this process answers them. */
async function runAside(commands: string, folder: string): Promise<void> {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  const shell = spawn('sh', ['-e', '-c', commands], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let error = ''
  shell.stderr.on('data', (part: Buffer) => {
    error += part.toString()
  })
  const [code] = await once(shell, 'close')
  expect(code, error).toBe(0)
}

/** Returns the profiles in the menu, over a console page of the engineer. */
async function menuOf(driver: Driver | undefined, demo: DemoConsole): Promise<readonly string[]> {
  if (!driver) return []
  await signIn(driver, demo)
  const menu = await openMenu(driver)
  const names = await menu.roles()
  await menu.close()
  return names
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function canConnect(port: number): Promise<true> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.destroy()
  return true
}
