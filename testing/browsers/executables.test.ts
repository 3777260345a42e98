import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findExecutable, howToInstall } from './executables.mjs'

const having =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('findExecutable', () => {
  it('returns the browser that the environment names before all others', () => {
    const environment = { ROLECALL_CHROMIUM: '/opt/c', PATH: '/usr/bin' }
    expect(findExecutable('chromium', environment, having('/opt/c', '/usr/bin/chromium'))).toBe('/opt/c')
  })

  it('returns the first known command on the PATH', () => {
    const path = { PATH: '/a:/b' }
    expect(findExecutable('firefox', path, having('/b/firefox-esr', '/a/firefox'))).toBe('/b/firefox-esr')
    expect(findExecutable('firefox', path, having('/a/firefox'))).toBe('/a/firefox')
  })

  it('looks in the usual folders if the PATH has none', () => {
    expect(findExecutable('chromium', {}, having('/usr/bin/chromium-browser'))).toBe(
      '/usr/bin/chromium-browser',
    )
  })

  it('says what to do if there is none', () => {
    expect(() => findExecutable('firefox', { PATH: '/a' }, having())).toThrow(
      'Firefox was not found: install it (on Debian “apt-get install firefox-esr”) or set ROLECALL_FIREFOX to its path.',
    )
    expect(howToInstall(['chromium', 'firefox'])).toBe(
      'Chromium and Firefox were not found: install them (on Debian “apt-get install chromium firefox-esr”) or set ROLECALL_CHROMIUM and ROLECALL_FIREFOX to their paths.',
    )
  })

  it('rejects a named browser that is missing instead of using another', () => {
    const environment = { ROLECALL_FIREFOX: '/gone', PATH: '/usr/bin' }
    expect(() => findExecutable('firefox', environment, having('/usr/bin/firefox'))).toThrow(
      'ROLECALL_FIREFOX names /gone, which is not an executable file.',
    )
  })

  it('skips the script that stands in for a missing snap on Ubuntu', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-executables-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      chmodSync(join(folder, name), 0o755)
    }
    write('chromium', '#!/bin/sh\nif ! [ -x /snap/bin/rolecall-test ]; then exit 1; fi\n')
    const path = { PATH: folder, ROLECALL_CHROMIUM: join(folder, 'chromium') }
    expect(() => findExecutable('chromium', path)).toThrow('is not an executable file')
    write('chromium', '#!/bin/sh\nexec /usr/lib/chromium/chromium\n')
    expect(findExecutable('chromium', path)).toBe(join(folder, 'chromium'))
  })
})
