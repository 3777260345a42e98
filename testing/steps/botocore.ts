import { spawnSync } from 'node:child_process'

/** The AWS CLI's view of a profile, as written in the file. */
type AwsProfile = Readonly<Record<string, unknown>>

export interface AwsFile {
  /** In the order of the file. */
  readonly profiles: Readonly<Record<string, AwsProfile>>
  /** Everything that was read, including settings outside profiles. */
  readonly all: unknown
}

/** Reads each file as the AWS CLI and boto3 do. Version 2 of the CLI has its own copy of botocore. */
const program = `
import json, os, sys
try:
    from awscli.botocore.session import Session
except ImportError:
    from botocore.session import Session
os.environ['AWS_SHARED_CREDENTIALS_FILE'] = os.devnull

def read(path):
    os.environ['AWS_CONFIG_FILE'] = path
    session = Session()
    config = {key: value for key, value in session.full_config.items() if key != '_path'}
    return {'profiles': {name: config['profiles'][name] for name in session.available_profiles}, 'all': config}

print(json.dumps([read(path) for path in sys.argv[1:]]))
`

/** Debian's awscli uses Debian's Python, another one uses the Python on the PATH. */
const pythons = ['/usr/bin/python3', 'python3']

const python = pythons.find(python => run(python).status === 0)

/** Why botocore, the library with which the AWS CLI reads its files, can't be used. Undefined if it can. */
export const cannotAskBotocore = python
  ? undefined
  : 'The tests can’t load the AWS CLI’s library. On Debian, “apt-get install awscli” installs it.'

/** Returns botocore's results for the files, all in one run, because starting it takes a second. */
export function askBotocore(...paths: readonly string[]): readonly AwsFile[] {
  const { status, stdout, stderr } = run(python ?? 'python3', paths)
  if (status !== 0) throw new Error(`botocore can’t read the files: ${stderr}`)
  return JSON.parse(stdout)
}

function run(python: string, paths: readonly string[] = []) {
  return spawnSync(python, ['-c', program, ...paths], { encoding: 'utf8' })
}
