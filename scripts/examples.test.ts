import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const old = '[shop]\naws_account_id = 111122223333\nrole_name = Operator\n'
const now = old.replace('111122223333', '444455556666')
const broken = `${now}\n[log]\naws_account_id = 12\nrole_name = Reader\n`

let folder = ''

/** Programs that stand in for npx, which would ask a registry, and for GitHub’s, which keeps what it was given. */
const standIns: Readonly<Record<string, string>> = {
  npx: `#!/bin/sh\n[ "$1 $2" = "--yes rolecall-list" ] || exit 9\nshift 2\nexec '${resolve('node_modules/.bin/tsx')}' '${resolve('cli/main.ts')}' "$@"\n`,
  gh: '#!/bin/sh\necho "$@" > "$HOME/gh.txt"\n',
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-examples-'))
  mkdirSync(join(folder, 'bin'))
  for (const [name, text] of Object.entries(standIns)) {
    writeFileSync(join(folder, 'bin', name), text)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  git('init', '--quiet', '--initial-branch=main', 'team')
  commit(old)
  git('clone', '--quiet', 'team', 'work')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs commands of an example in the team’s repository, with this list in it. */
function run(commands: string, list: string, env: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, 'work/roles.ini'), list)
  return spawnSync('sh', ['-e', '-c', commands], {
    cwd: join(folder, 'work'),
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder, ...env },
  })
}

function commit(list: string): void {
  writeFileSync(join(folder, 'team/roles.ini'), list)
  git('-C', 'team', 'add', 'roles.ini')
  git(
    '-C',
    'team',
    '-c',
    'user.name=Team',
    '-c',
    'user.email=team@example.com',
    'commit',
    '--quiet',
    '-m',
    'List',
  )
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folder, env: { ...process.env, HOME: folder } })
}

describe('the GitHub workflow', () => {
  const workflow = readFileSync('examples/github-workflow.yml', 'utf8')
  const [check = '', tell = ''] = commandsIn(workflow)
  const env = () => ({
    BASE: 'origin/main',
    PULL_REQUEST: '7',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  })

  it('shows mistakes at their lines, and fails', () => {
    expect(run(check, now, env())).toMatchObject({ status: 0, stdout: '' })
    const { status, stdout } = run(check, broken, env())
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=roles\.ini,line=6,/)
    const ignored = run(check, `${now}this is no line\n`, env())
    expect(ignored).toMatchObject({ status: 1, stdout: expect.stringMatching(/^::warning .*line=4,/) })
  })

  it('says in the pull request what members will be told', { timeout: 30_000 }, () => {
    expect(run(tell, now, env()).status).toBe(0)
    const summary = readFileSync(join(folder, 'summary.md'), 'utf8')
    expect(summary).toContain('| `shop` | `111122223333 / Operator` | `444455556666 / Operator` |')
    expect(readFileSync(join(folder, 'gh.txt'), 'utf8')).toBe(
      'pr comment 7 --body-file changes.md --edit-last --create-if-none\n',
    )
  })

  it('also does if the list is new', () => {
    expect(run(tell.replaceAll('roles.ini"', 'missing.ini"'), now, env()).status).toBe(0)
    expect(readFileSync(join(folder, 'work/changes.md'), 'utf8')).toContain('**Added: 1**')
  })

  it('names its action by the full commit, gives only the named permissions, and takes nothing of others as a command', () => {
    expect(workflow).toMatch(/uses: actions\/checkout@[\da-f]{40} # v\d/)
    expect(workflow).toContain('persist-credentials: false')
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m)
    expect(check + tell).not.toContain('${{')
  })
})

it('the GitLab job checks the list, and keeps what members will be told', { timeout: 60_000 }, () => {
  const job = readFileSync('examples/gitlab-ci.yml', 'utf8')
  const [, script = ''] = /^ {2}script:\n((?: {4}- .*\n)+)/m.exec(job) ?? []
  const commands = script.replace(/^ {4}- /gm, '')
  const env = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }
  const { status, stderr } = run(commands, now, env)
  expect(status, stderr).toBe(0)
  expect(readFileSync(join(folder, 'work/changes.md'), 'utf8')).toContain('**1 name now leads elsewhere**')
  expect(run(commands, broken, env).status).toBe(1)
  commit(`${old}\n[later]\naws_account_id = 777788889999\nrole_name = Operator\n`)
  expect(run(commands, now, env).stdout).not.toContain('later')
})

describe('the script that asks about an organization', () => {
  const script = resolve('examples/organization.sh')
  const indented = (value: object) => JSON.stringify(value, undefined, 4)
  const unit = (ParentId: string, ...ids: readonly string[]) =>
    indented({
      ParentId,
      OrganizationalUnits: ids.map(Id => ({ Id, Arn: `arn:aws:x:ou/o-a/${Id}`, Name: Id })),
    })
  const accounts = Array.from({ length: 5 }, (_, index) => ({ Id: `11112222333${index}`, Name: `a${index}` }))
  /** Answers as the AWS CLI does, and fails for one operation. Notes each question. */
  const aws = (refused: string, settings = 'IDENTITY_CENTER=1') => `aws() {
  echo "$2 $3 $4" >> "$HOME/asked.txt"
  case "$2 $*" in
    "${refused} "*) echo AccessDenied >&2; return 254 ;;
    list-roots*) echo r-ab12 ;;
    list-organizational-units-for-parent*r-ab12*) echo '${unit('r-ab12', 'ou-ab12-1', 'ou-ab12-2')}' ;;
    list-organizational-units-for-parent*ou-ab12-1*) echo '${unit('ou-ab12-1', 'ou-ab12-3')}' ;;
    list-organizational-units-for-parent*) echo '${unit('ou')}' ;;
    list-accounts-for-parent*ou-ab12-3*) echo '${indented({ ParentId: 'ou-ab12-3', Accounts: accounts })}' ;;
    *"--output text"*) ;;
    *) echo {} ;;
  esac
}
set -- facts
${settings}
. '${script}'
`
  const asked = () => readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n').sort()

  it('keeps other files in the folder', () => {
    mkdirSync(join(folder, 'work/facts'), { recursive: true })
    writeFileSync(join(folder, 'work/facts/package.json'), '{}')
    expect(run(aws('nothing'), now)).toMatchObject({
      status: 0,
      stderr: "Read the organization's units: 5 accounts.\n",
    })
    expect(readdirSync(join(folder, 'work/facts')).sort()).toEqual([
      'accounts.json',
      'package.json',
      'tags.json',
      'units.json',
    ])
  })

  it('asks each question once, and none about tags if they aren’t wanted', () => {
    rmSync(join(folder, 'asked.txt'))
    expect(run(aws('nothing', 'TAGS=0'), now).status).toBe(0)
    const parents = ['r-ab12', 'ou-ab12-1', 'ou-ab12-2', 'ou-ab12-3']
    const questions = ['list-organizational-units-for-parent', 'list-accounts-for-parent']
    expect(asked()).toEqual(
      [
        'list-roots --output text',
        ...questions.flatMap(question => parents.map(parent => `${question} --parent-id ${parent}`)),
      ].sort(),
    )
    expect(readdirSync(join(folder, 'work/facts'))).not.toContain('tags.json')
  })

  it.each([
    'list-roots',
    'list-organizational-units-for-parent',
    'list-accounts-for-parent',
    'list-tags-for-resource',
    'list-permission-sets',
  ])('fails if AWS refuses %s', refused => {
    expect(run(aws(refused), now).status).not.toBe(0)
  })
})

/** Returns the commands of each step, as they run. */
function commandsIn(workflow: string): readonly string[] {
  return [...workflow.matchAll(/^ {8}run: (?:\|\n((?: {10}.*\n)+)|(.*)\n)/gm)].map(
    ([, block, line]) => block?.replace(/^ {10}/gm, '') ?? line ?? '',
  )
}
