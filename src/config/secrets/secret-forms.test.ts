import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../../bench/is-linear'
import { generatedConfiguration } from '../../../testing/generators/generated-configuration'
import { variedConfiguration } from '../../../testing/generators/varied-configuration'
import { hostileText } from '../fixtures/hostile-text'
import { parseConfig } from '../resolve/parse-config'
import { withoutSecrets } from './without-secrets'

// AWS's own examples, from the documentation of IAM and STS.
const id = 'AKIAIOSFODNN7EXAMPLE'
const temporary = 'ASIAIOSFODNN7EXAMPLE'
const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const token = `IQoJb3JpZ2luX2VjEIv//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Dk7zVsO1eXample0Token/'.repeat(8)}=`
const password = 'Correct-Horse7'
const pem = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'Proc-Type: 4,ENCRYPTED',
  '',
  'MIIEpAIBAAKCAQEA7exampleexampleexampleexampleexampleexampleexample0',
  'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ==',
  '-----END RSA PRIVATE KEY-----',
]

/** All secrets in it, in the forms in which people have them. */
const forms: Readonly<Record<string, readonly string[]>> = {
  'the CSV file of an access key': ['Access key ID,Secret access key', `${id},${key}`],
  'the CSV file of a new user': [
    'User name,Password,Access key ID,Secret access key,Console login link',
    `engineer,${password},${id},${key},https://111122223333.signin.aws.amazon.com/console`,
  ],
  'the CSV file of a console password': [
    'User name,Password,Console sign-in URL',
    `engineer,${password},https://111122223333.signin.aws.amazon.com/console`,
  ],
  'a table of a spreadsheet': ['Access key ID\tSecret access key', `${id}\t${key}`],
  'the console’s page, copied': ['Access key', id, 'Secret access key', key],
  'sts assume-role': [
    '{',
    '    "Credentials": {',
    `        "AccessKeyId": "${temporary}",`,
    `        "SecretAccessKey": "${key}",`,
    `        "SessionToken": "${token}",`,
    '        "Expiration": "2026-11-28T12:00:00Z"',
    '    }',
    '}',
  ],
  'sts assume-role in one line': [
    `{"Credentials":{"AccessKeyId":"${temporary}","SecretAccessKey":"${key}","SessionToken":"${token}"}}`,
  ],
  'sts assume-role as text': [`CREDENTIALS\t${temporary}\t2026-11-28T12:00:00Z\t${key}\t${token}`],
  'sts assume-role as YAML': [
    'Credentials:',
    `  AccessKeyId: ${temporary}`,
    `  SecretAccessKey: ${key}`,
    `  SessionToken: ${token}`,
  ],
  'sts assume-role as a table': [`||  SecretAccessKey |  ${key}  ||`],
  'iam create-access-key': [
    '{"AccessKey": {"UserName": "engineer",',
    `"AccessKeyId": "${id}", "Status": "Active",`,
    `"SecretAccessKey": "${key}"}}`,
  ],
  'JSON in JSON': [`{"body": "{\\"SecretAccessKey\\": \\"${key}\\"}"}`],
  'XML of STS': [`<SecretAccessKey>${key}</SecretAccessKey>`, `<SessionToken>${token}</SessionToken>`],
  AWS_SECRET_KEY: [`AWS_ACCESS_KEY=${id}`, `AWS_SECRET_KEY=${key}`],
  'Java’s properties': [`aws.accessKeyId=${id}`, `aws.secretKey = ${key}`, `aws.sessionToken: ${token}`],
  'Java’s older file': [`accessKey = ${id}`, `secretKey = ${key}`],
  'Java’s call': [`System.setProperty("aws.secretAccessKey", "${key}");`],
  'Terraform’s provider': ['provider "aws" {', `  access_key = "${id}"`, `  secret_key = "${key}"`, '}'],
  'Terraform’s token': [`  token      = "${token}"`],
  'Terraform’s variable': [`TF_VAR_aws_secret_key="${key}"`],
  '.s3cfg': [`access_key = ${id}`, `secret_key = ${key}`, `gpg_passphrase = ${password}`],
  '.passwd-s3fs': [`${id}:${key}`],
  '.passwd-s3fs of a bucket': [`bucket:${id}:${key}`],
  '.boto': ['[Credentials]', `aws_access_key_id = ${id}`, `aws_secret_access_key = ${key}`],
  'rclone.conf': [
    'type = s3',
    `access_key_id = ${id}`,
    `secret_access_key = ${key}`,
    `session_token = ${token}`,
  ],
  'values on the next line': ['secret_access_key:', `  ${key}`],
  'values on the next line, without a sign': ['Secret access key', '', key],
  'a continued line': ['export AWS_SECRET_ACCESS_KEY=\\', key],
  'environment of sh': [`export AWS_SECRET_ACCESS_KEY="${key}"`, `export AWS_SESSION_TOKEN='${token}'`],
  'environment in one line': [`AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${key} aws s3 ls`],
  'environment of cmd.exe': [`set AWS_SECRET_ACCESS_KEY=${key}`, `setx AWS_SECRET_KEY "${key}"`],
  'environment of PowerShell': [`$env:AWS_SECRET_KEY = '${key}'`, `$Env:AWS_SESSION_TOKEN="${token}"`],
  'Tools for PowerShell': [`Set-AWSCredential -AccessKey ${id} -SecretKey ${key} -StoreAs default`],
  'environment of fish': [`set -gx AWS_SECRET_ACCESS_KEY ${key}`],
  'environment of .NET': [`[Environment]::SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "${key}")`],
  'Docker, by its command': [`docker run -e AWS_SECRET_ACCESS_KEY=${key} image`],
  Dockerfile: [`ENV AWS_SECRET_ACCESS_KEY ${key}`],
  'Docker Compose': ['environment:', `  - AWS_SECRET_ACCESS_KEY=${key}`, `  AWS_SECRET_KEY: ${key}`],
  Kubernetes: ['- name: AWS_SECRET_ACCESS_KEY', `  value: ${key}`],
  'JSON of a container': [`{"name": "DB_PASSWORD", "value": "${password}"}`],
  'aws configure set': [`aws configure set aws_secret_access_key ${key}`],
  'a command’s option': [`tool --secret-key ${key}`, `tool --aws-secret-access-key=${key}`],
  'a name with an invisible character': [
    `aws_secret\u200b_access_key = ${password}`,
    `sec\u00adret_key = ${key}`,
  ],
  'a name in full width': [`ａｗｓ＿ｓｅｃｒｅｔ＿ａｃｃｅｓｓ＿ｋｅｙ = ${key}`],
  'an escaped name': [`"aws_secret_access\\u005fkey" = ${password}`],
  'a name in capitals, with spaces': [`SECRET ACCESS KEY: ${key}`],
  'aws-azure-login': [`azure_default_password = ${password}`],
  'aws-okta': [`okta_password = ${password}`, `okta_mfa_device_token = ${key}`],
  saml2aws: [`saml_password=${password}`, `client_secret = ${password}`],
  'aws-google-auth': [`google_config.password = ${password}`],
  'Identity Center’s cache': [`{"accessToken": "${token.slice(20)}", "clientSecret": "${password}"}`],
  'older security tokens': [`security_token = ${token}`, `x-amz-security-token: ${token}`],
  'a table without a header, the other way round': [`${key},${id}`],
  'two columns side by side': [`key   ${key}`, `id    ${id}`],
  'a comment': [`# aws secret_key = ${password}`, `; ${id} ${key}`],
  'a description': [`description = ${id} / ${key}`],
  'a presigned address': [
    `image = https://b.s3.amazonaws.com/a.png?X-Amz-Security-Token=${encodeURIComponent(token)}`,
  ],
  'a token without a name': [token],
  'a web token': ['id: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJlbmdpbmVlciJ9.c2lnbmF0dXJlMQ'],
  'a private key': pem,
  'a private key in YAML': ['key: |', ...pem.map(line => `  ${line}`)],
  'a private key in one line': [`{"key": "${pem.join('\\n')}"}`],
}

/** No part of them may remain. */
const parts = [
  id,
  temporary,
  key,
  token.slice(0, 40),
  token.slice(60, 120),
  password,
  ...pem.slice(3, 5),
  'c2lnbmF0dXJlMQ',
]

describe('withoutSecrets removes every part of', () => {
  it.each(Object.entries(forms))('%s', (_, lines) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `[a]${end}aws_account_id = 111122223333${end}${lines.join(end)}${end}[b]${end}color = red${end}`
      const { text: clean, lines: named } = withoutSecrets(text)
      for (const part of parts) expect(clean).not.toContain(part)
      const all = text.split(/\r\n?|\n/)
      const left = clean.split(/\r\n?|\n/)
      expect(left).toHaveLength(all.length)
      // Names exactly the lines that changed, and keeps the list around them.
      expect(named).toEqual(all.flatMap((line, index) => (line === left[index] ? [] : [index + 1])))
      expect(named.length).toBeGreaterThan(0)
      expect(left.slice(0, 2)).toEqual(all.slice(0, 2))
      expect(left.slice(-3)).toEqual(['[b]', 'color = red', ''])
      expect(withoutSecrets(clean)).toEqual({ text: clean, lines: [] })
      expect(parseConfig(text).diagnostics.map(({ kind }) => kind)).toContain('accessKeys')
    }
  })

  it('and points into the user’s own line', () => {
    const { diagnostics } = parseConfig(`[a]\nx ${id}\n`)
    expect(diagnostics.map(({ line, endColumn }) => [line, endColumn])).toEqual([
      [2, 23],
      [2, 23],
    ])
  })

  it('whatever is around it', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom(...Object.values(forms)),
        hostileText,
        (before, lines, after) => {
          const { text } = withoutSecrets(`${before}\n${lines.join('\n')}\n${after}`)
          for (const part of [key, token.slice(60, 120)]) expect(text).not.toContain(part)
          expect(withoutSecrets(text).lines).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('withoutSecrets raises no false alarm in', () => {
  const root = new URL('../../../', import.meta.url)
  const folder = (name: string) => readdirSync(new URL(name, root)).map(file => `${name}${file}`)
  const documents = [...folder('docs/'), 'README.md', ...folder('store/')].filter(name =>
    name.endsWith('.md'),
  )
  const examples = [...folder('examples/'), ...folder('store/')].filter(name => name.endsWith('.ini'))

  it.each(examples)('%s', name => {
    const text = readFileSync(new URL(name, root), 'utf8')
    expect(withoutSecrets(text)).toEqual({ text, lines: [] })
  })

  it.each(documents)('the examples of %s', name => {
    const text = readFileSync(new URL(name, root), 'utf8')
    for (const [, example = ''] of text.matchAll(/```(?:ini)?\n(.*?)```/gs)) {
      expect(withoutSecrets(example)).toEqual({ text: example, lines: [] })
    }
  })

  it('ten thousand roles', () => {
    const text = generatedConfiguration(10_000)
    expect(withoutSecrets(text).lines).toEqual([])
    expect(withoutSecrets(variedConfiguration).lines).toEqual([])
  })

  it.each([
    'source_profile = team-secret',
    '[my-secret-access-key]\naws_account_id = 111122223333\nrole_name = SecretKeeper',
    'role_arn = arn:aws:iam::111122223333:role/service/AccessKeyRotationOfTheProduction01',
    'role_name = SecretsManagerReadWriteWithAVeryLongName1234567',
    'description = rotates the access key of every user, and tells the password policy',
    'description = secrets: 2 accounts',
    'group = Passwords and tokens\ndescription = x',
    'match = */secretsmanager/secret?name=production-database-credentials-2026*',
    'web_identity_token_file = /var/run/secrets/eks.amazonaws.com/serviceaccount/token0123456789',
    'credential_process = /opt/bin/get-credentials --token-store keychain',
    'credential_source = Ec2InstanceMetadata',
    'azure_default_remember_me = true',
    'sso_registration_scopes = sso:account:access',
    'aws_secret_key = $AWS_SECRET_KEY',
    'password = %PASSWORD%',
    'secret_key = <your secret key>',
    'gpg_passphrase =',
    '"password": "",',
    'image = data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'mfa_serial = arn:aws:iam::111122223333:mfa/secret-token',
    'external_id = 0123456789abcdef0123456789abcdef01234567',
    '# the secret access key is never here',
    '# keys, passwords\n# and tokens, too',
    '0123456789abcdef0123456789abcdef01234567',
  ])('%j', text => {
    expect(withoutSecrets(text)).toEqual({ text, lines: [] })
  })
})

it.each<readonly [what: string, size: number, text: (size: number) => string]>([
  ['names in a line', 10_000, n => 'secret_key '.repeat(n)],
  ['dotted names', 10_000, n => 'secret.'.repeat(n)],
  ['tables', 10_000, n => 'password,secret\n'.repeat(n)],
  ['columns', 50_000, n => 'password,'.repeat(n)],
  ['private keys', 10_000, n => `${pem[0]}\n`.repeat(n)],
  ['dashes', 50_000, n => `-----BEGIN ${'A'.repeat(n)}`],
  ['names below each other', 10_000, n => 'secret_key:\n'.repeat(n)],
  ['one long word', 100_000, n => 'aA1'.repeat(n)],
  ['web tokens', 20_000, n => 'eyJhbGciOiJIUzI1NiJ9.'.repeat(n)],
  ['accents', 50_000, n => `secret${'\u0301'.repeat(n)}`],
])('takes time in proportion to %s', { timeout: 60_000 }, (_, size, text) => {
  expect(isLinear(size, text, withoutSecrets)).toBe(true)
})
