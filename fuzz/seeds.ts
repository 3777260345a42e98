import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from '../src/console/fixtures/pages'

const root = join(import.meta.dirname, '..')
const files = [
  'examples/rolecall.ini',
  'src/config/fixtures/aws-config.ini',
  'src/config/fixtures/aws-credentials.ini',
]
const team = `[rolecall]
include = https://roles.example.com/more.ini
refresh = 60
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
[profile portal]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = Operator
match = *.console.aws.amazon.com/s3/buckets/prod-*
regions = eu-west-1, us-east-1
confirm = yes
`
const link = 'https://console.aws.amazon.com/s3/home?rolecall=111122223333%2Fpath%2FOperator'

/** What the fuzzer starts from: a text of each kind that is read. */
export function seeds(): readonly string[] {
  const facts = Object.values(pages).map(page => {
    const { sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser } = page as Readonly<
      Record<string, string>
    >
    return [sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser].join('\n')
  })
  const texts = files.map(file => readFileSync(join(root, file), 'utf8'))
  return [...texts, ...texts.flatMap(sections), team, link, ...facts]
}

/** By themselves, short ones are changed faster. */
function sections(text: string): readonly string[] {
  return text.split(/\n(?=\[)/)
}
