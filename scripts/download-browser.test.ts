import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { searchExecutable } from '../testing/browsers/executables.mjs'
import { downloadBrowser } from './download-browser.mjs'

let folder: string
const asked: string[] = []
/** Stands in for the host of Chrome for Testing. */
const host = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (!request.url?.endsWith('/chrome-linux64.zip')) response.writeHead(404).end()
  else response.end(archive())
})

function archive(): Uint8Array {
  const script = new TextEncoder().encode('#!/bin/sh\necho a browser\n')
  const files: Zippable = { 'chrome-linux64/chrome': [script, { os: 3, attrs: 0o755 << 16 }] }
  return zipSync(files)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-browsers-'))
  asked.length = 0
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await new Promise(resolve => host.close(resolve))
})

const baseUrl = () => `http://127.0.0.1:${(host.address() as AddressInfo).port}`
const onLinux = it.runIf(process.platform === 'linux' && process.arch === 'x64')

onLinux('a browser that was downloaded is found, after those that are installed', async () => {
  const search = (environment = {}) => searchExecutable('chromium', environment, () => true, folder)
  const nowhere = { PATH: '' }
  const without = searchExecutable('chromium', nowhere, path => path.startsWith(folder), folder)
  expect(without).toBeUndefined()
  const path = await downloadBrowser('chromium', { baseUrl: baseUrl(), buildId: '150.0.1.2', folder })
  expect(asked).toEqual(['/150.0.1.2/linux64/chrome-linux64.zip'])
  expect(path.startsWith(folder)).toBe(true)
  expect(searchExecutable('chromium', nowhere, path => path.startsWith(folder), folder)).toBe(path)
  expect(search({ PATH: '/somewhere' })).toBe('/somewhere/chromium')
})

onLinux('a browser that isn’t offered leaves nothing that would be taken for one', async () => {
  const wanted = { baseUrl: `${baseUrl()}/none`, buildId: '1.2.3', folder }
  await expect(downloadBrowser('firefox', wanted)).rejects.toThrow()
  expect(searchExecutable('firefox', { PATH: '' }, path => path.startsWith(folder), folder)).toBeUndefined()
})
