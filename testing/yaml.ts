import { spawnSync } from 'node:child_process'

/** Reads standard input with a whole YAML parser: the one that the AWS CLI brings, in its first or second version. */
const program = `
import json, sys
try:
    import yaml
    read = yaml.safe_load
except ImportError:
    from ruamel.yaml import YAML
    read = YAML(typ='safe').load
print(json.dumps(read(sys.stdin.read())))
`

/** Debian's awscli uses Debian's Python, another one uses the Python on the PATH. */
const python = ['/usr/bin/python3', 'python3'].find(one => ask(one, 'a: 1').status === 0)

/** Why no YAML parser can be used. Undefined if one can. */
export const cannotReadYaml = python
  ? undefined
  : 'The tests have no YAML parser. On Debian, “apt-get install awscli” installs one.'

export function readYaml(text: string): unknown {
  const { status, stdout, stderr } = ask(python ?? 'python3', text)
  if (status !== 0) throw new Error(`It isn’t YAML: ${stderr}`)
  return JSON.parse(stdout)
}

function ask(interpreter: string, input: string) {
  return spawnSync(interpreter, ['-c', program], { input, encoding: 'utf8' })
}
