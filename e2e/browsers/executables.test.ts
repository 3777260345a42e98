import { describe, expect, it } from 'vitest'
import { findExecutable } from './executables'

const having =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('findExecutable', () => {
  it('takes the browser that the environment names, before all others', () => {
    const environment = { ROLECALL_CHROMIUM: '/opt/c', PATH: '/usr/bin' }
    expect(findExecutable('chromium', environment, having('/opt/c', '/usr/bin/chromium'))).toBe('/opt/c')
  })

  it('takes the first known command on the PATH', () => {
    const path = { PATH: '/a:/b' }
    expect(findExecutable('firefox', path, having('/b/firefox-esr', '/a/firefox'))).toBe('/b/firefox-esr')
    expect(findExecutable('firefox', path, having('/a/firefox'))).toBe('/a/firefox')
  })

  it('looks in the usual folders where the PATH is of no help', () => {
    expect(findExecutable('chromium', {}, having('/usr/bin/chromium-browser'))).toBe(
      '/usr/bin/chromium-browser',
    )
  })

  it('says what to do where there is none', () => {
    expect(() => findExecutable('firefox', { PATH: '/a' }, having())).toThrow(
      'No firefox-esr or firefox was found: run "apt-get install firefox-esr" or set ROLECALL_FIREFOX to the path of one.',
    )
  })

  it('refuses a named browser that is not there rather than taking another', () => {
    const environment = { ROLECALL_FIREFOX: '/gone', PATH: '/usr/bin' }
    expect(() => findExecutable('firefox', environment, having('/usr/bin/firefox'))).toThrow(
      'ROLECALL_FIREFOX names /gone, which is not an executable file.',
    )
  })
})
