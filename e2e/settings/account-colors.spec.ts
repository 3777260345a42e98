import { spawn, spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { configure, waitForStatus } from '../../testing/steps/configure'

const text = `
[shop production]
aws_account_id = 333344445555
role_name = Operator
color = #d13212

[it's "live"]
aws_account_id = 444455556666
role_name = Operator
color = #1d8102

[billing]
aws_account_id = 555566667777
role_name = Reader
color = #545b64
`

/** Old versions of the AWS CLI don’t have the command. */
const skeleton = ['uxc', 'update-account-customizations', '--generate-cli-skeleton']
const hasCommand = spawnSync('aws', skeleton, { encoding: 'utf8' }).stdout?.includes('accountColor') === true

test('the exported commands are ones that the AWS CLI takes', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.settings.turn({ role: 'radio', name: 'sh, bash or zsh' }, true)
  const path = join(driver.downloads, 'account-colors.sh')
  await rm(path, { force: true })
  await options.pressExport(/^Account colors for AWS/)
  const said = await waitForStatus(options, /^Exported colors for 2 accounts/)
  expect(said).toContain('AWS has no gray: billing')
  const script = await waitFor('the file', async () => (await readFile(path, 'utf8')) || undefined)
  expect(script.trim().split('\n')).toHaveLength(2)

  test.skip(!hasCommand, 'This AWS CLI has no “uxc”, or there is none.')
  const config = join(driver.downloads, 'aws-config')
  const keys = 'aws_access_key_id = invented\naws_secret_access_key = invented\n'
  await writeFile(config, `[profile 'shop production']\n${keys}[profile "it's \\"live\\""]\n${keys}`)
  const asked: unknown[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(parts).toString()))
      response.setHeader('content-type', 'application/json').end('{}')
    })
  }).listen(0, '127.0.0.1')
  try {
    await waitFor('the server', async () => server.listening || undefined)
    const { port } = server.address() as AddressInfo
    const env = {
      PATH: process.env.PATH,
      HOME: driver.downloads,
      AWS_CONFIG_FILE: config,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    }
    const run = spawn('sh', ['-e', path], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    run.stderr.on('data', part => {
      errors += part
    })
    const status = await new Promise(resolve => run.on('exit', resolve))
    expect([status, errors]).toEqual([0, ''])
    expect(asked).toEqual([{ accountColor: 'red' }, { accountColor: 'green' }])
  } finally {
    server.close()
  }
})
