import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from '../src/aws/fixtures/pages'

const root = join(import.meta.dirname, '..')
const files = [
  'examples/rolecall.ini',
  'src/config/resolve/fixtures/aws-config.ini',
  'src/config/resolve/fixtures/aws-credentials.ini',
]
const team = `[rolecall]
include = https://roles.example.com/more.ini
refresh = 60
confirm_name_group = Live
reader_group = Live
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
[profile portal]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = Operator
match = *.console.aws.amazon.com/s3/buckets/prod-*
regions = eu-west-1, us-east-1
confirm = yes
reader = reader
request_url = https://access.example.com/{account}/{role}
`
const secrets = `Access key ID,Secret access key
AKIAIOSFODNN7EXAMPLE,wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

{"Credentials": {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}}
- name: DB_PASSWORD
  value: hunter2
secret_key:
  wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKENEXAMPLE
azure_default_password = hunter2
-----BEGIN PRIVATE KEY-----
MIIEpAIBAAKCAQEA7example
-----END PRIVATE KEY-----
`
const images = [
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'data:image/jpeg;base64,/9j/4AAEAAD/wAALCAAQABABAREA/9oAAv/Z',
  'data:image/webp;base64,UklGRhYAAABXRUJQVlA4TAkAAAAvAAAAAAAAAAAA',
]
const link = 'https://console.aws.amazon.com/s3/home?rolecall=111122223333%2Fpath%2FOperator'

/** Returns the texts that the fuzzer starts with: one of each kind that is read. */
export function seeds(): readonly string[] {
  const facts = Object.values(pages).map(page => {
    const { sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser } = page as Readonly<
      Record<string, string>
    >
    return [sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser].join('\n')
  })
  const texts = files.map(file => readFileSync(join(root, file), 'utf8'))
  return [
    ...texts,
    ...texts.flatMap(sections),
    team,
    link,
    ...facts,
    ...sections(secrets),
    secrets,
    ...images,
  ]
}

/** Splits a text into sections, because short texts are changed faster. */
function sections(text: string): readonly string[] {
  return text.split(/\n(?=\[)/)
}
