import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }

const folder = mkdtempSync(join(tmpdir(), 'rolecall-list-'))
const program = join(folder, 'rolecall-list.mjs')

/** How long building may take on a busy machine. */
const buildTimeoutMs = 60_000

beforeAll(() => {
  execFileSync('npx', [
    'vite',
    'build',
    '--config',
    'vite.list.config.ts',
    '--outDir',
    folder,
    '--logLevel',
    'error',
  ])
}, buildTimeoutMs)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the command is a package with one program that imports nothing but Node’s own modules', () => {
  expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'package.json', 'rolecall-list.mjs'])
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  expect(about).toMatchObject({ name: 'rolecall-list', version: manifest.version })
  expect(Object.keys(about).filter(key => /dependencies/i.test(key))).toEqual([])
  const code = readFileSync(program, 'utf8')
  const imported = [
    ...code.matchAll(/^import .*from ["'](.*)["'];?$|\b(?:import|require)\(["'](.*?)["']\)/gm),
  ]
  expect(imported.length).toBeGreaterThan(0)
  for (const [, name, later] of imported) expect(name ?? later).toMatch(/^node:/)
})

it('the command has no access to a network, and no words that only translators read', () => {
  const code = readFileSync(program, 'utf8')
  expect(code).not.toMatch(
    /node:(?:https?|net|tls|dgram|dns|child_process)|\bfetch\(|XMLHttpRequest|WebSocket/,
  )
  expect(code).not.toContain('Sentence:')
})

it('the command makes and checks a list, through pipes and from npx’s folder', () => {
  const accounts = JSON.stringify({ Accounts: [{ Id: '111122223333', Name: 'shop', State: 'ACTIVE' }] })
  const made = spawnSync(process.execPath, [program, 'make'], { input: accounts, encoding: 'utf8' })
  expect(made.stdout).toContain('[shop]\naws_account_id = 111122223333\n')
  const checked = spawnSync(process.execPath, [program, 'check', '--strict'], {
    input: made.stdout,
    encoding: 'utf8',
  })
  expect(checked.status).toBe(0)
  const unread = spawnSync('sh', ['-c', `'${process.execPath}' '${program}' make | true`], {
    input: accounts,
    encoding: 'utf8',
  })
  expect(unread).toMatchObject({ status: 0, stderr: 'Made 1 role.\n' })
  const failed = spawnSync(process.execPath, [program, 'check', 'no-such.ini'], { encoding: 'utf8' })
  expect(failed.status).toBe(2)
  expect(failed.stderr).toMatch(/^rolecall-list: Can’t read no-such\.ini\. .*ENOENT/)
  const npx = spawnSync('npx', ['--offline', '--yes', folder, '--version'], {
    encoding: 'utf8',
    cwd: tmpdir(),
  })
  expect(npx.stdout, npx.stderr).toBe(`${manifest.version}\n`)
})
