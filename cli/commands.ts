import { isAccountId } from '../src/aws/account-id'
import { isRegion, type Partition, partitions } from '../src/aws/partitions'
import { portalAt } from '../src/aws/portal'
import { isRoleName } from '../src/config/parse/aws-values'
import type { keyRows } from '../src/config/parse/key-rows'
import { keys } from '../src/config/parse/keys'
import { check } from './check/check'
import { formats } from './check/formats'
import { diff, diffFormats } from './diff'
import { exportList, targets } from './exchange/export'
import { importList } from './exchange/import'
import { CommandError, type ExitCode, exitCodes, type Io } from './io'
import { make } from './make/make'
import { groupings } from './make/organization-list'

/** An option, as the help and docs/rolecall-list.md show it. */
export interface OptionRow {
  /** What its value is; absent if it takes none. */
  readonly value?: string
  /** Whether it may be given several times. */
  readonly isList?: true
  readonly help: string
}

/** A command. The help, the document and the reading of options follow from it. */
export interface CommandRow {
  readonly summary: string
  /** What follows the command’s name, apart from options. */
  readonly operands: string
  /** The fewest and the most operands. */
  readonly count: readonly [least: number, most: number]
  readonly options: Readonly<Record<string, OptionRow>>
  readonly run: (io: Io, given: Given) => ExitCode
}

/** What was given on the command line, by its rows. */
export interface Given {
  readonly operands: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Tags that fill the key of the same name, if an account has them. */
const usualTags = ['color', 'description', 'request_url'] as const satisfies readonly (keyof typeof keyRows)[]

/** The keys that say where a profile leads, which no tag may. */
const taggable = [...keys].flatMap(([name, { leads }]) => (leads ? [] : [name]))

export const commands: Readonly<Record<string, CommandRow>> = {
  make: {
    summary: 'Makes a list from what the AWS CLI, Terraform or a table says about an organization.',
    operands: '[file …]',
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      role: {
        value: 'name',
        isList: true,
        help: 'The role to switch to in each account. Without it, and without permission sets or roles in a table: OrganizationAccountAccessRole.',
      },
      base: {
        value: 'name=account',
        help: 'The base account: its profile’s name and its id. The other profiles have it as their source_profile.',
      },
      portal: { value: 'url', help: 'The access portal that opens the permission sets.' },
      'sso-region': { value: 'region', help: 'The region that Identity Center is in.' },
      session: { value: 'name', help: 'The name of the [sso-session …] for the portal: sso, if not given.' },
      principal: {
        value: 'id',
        isList: true,
        help: 'Only permission sets assigned to this user or group, by its id in Identity Center.',
      },
      exclude: { value: 'account', isList: true, help: 'An account to leave out.' },
      name: {
        value: 'template',
        help: 'How profiles are named, with {account}, {role} and {id}: {account} if each account has one role, else {account}-{role}.',
      },
      group: {
        value: groupings.join('|'),
        help: 'Which organizational unit becomes the group: the account’s own, the one below the root, all of them, or none. unit, if not given.',
      },
      tag: {
        value: 'key=tag',
        isList: true,
        help: `A key of the list and the tag or column that fills it. Tags named ${usualTags.slice(0, -1).join(', ')} or ${usualTags.at(-1)} fill those keys already.`,
      },
      colors: {
        value: 'by-name|none',
        help: 'Whether accounts without a color are colored by name: red for production, orange for tests, green for development. by-name, if not given.',
      },
      split: {
        value: 'url',
        help: 'Writes a file for each unit below the root, and one that includes them. The URL is that of the folder they’re served from.',
      },
      out: {
        value: 'path',
        help: 'The file to write; with --split, the folder. Standard output, if not given.',
      },
    },
    run: (io, given) => {
      const one = (name: string) => given.values.get(name)?.at(-1)
      make(io, {
        paths: given.operands,
        roleNames: all(given, 'role').map(name => checked(name, isRoleName(name), '--role', 'a role’s name')),
        base: baseIn(one('base')),
        portal: portalIn(one('portal'), one('sso-region'), one('session')),
        principals: all(given, 'principal'),
        excluded: all(given, 'exclude').map(id =>
          checked(withoutDashes(id), isAccountId(withoutDashes(id)), '--exclude', 'an account’s 12 digits'),
        ),
        template: one('name'),
        grouping: oneOf(groupings, one('group') ?? 'unit', '--group'),
        colors: oneOf(['by-name', 'none'], one('colors') ?? 'by-name', '--colors'),
        tags: new Map([...usualTags.map(key => [key, key] as const), ...all(given, 'tag').map(tagIn)]),
        split: one('split'),
        out: one('out'),
      })
      return exitCodes.done
    },
  },
  check: {
    summary: 'Checks a list, or the files of a list together, as the editor in the settings does.',
    operands: '[file or folder …]',
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      format: { value: formats.join('|'), help: 'How messages are written: text, if not given.' },
      strict: { help: 'Warnings fail, too.' },
      own: { help: 'Checks the first file as a user’s own list, and any others as the team’s.' },
      as: {
        value: 'account:role',
        help: 'Prints which roles the menu offers someone signed in to this account, and why it doesn’t offer the rest. The role can be left out.',
      },
      partition: { value: partitions.join('|'), help: 'The partition for --as: aws, if not given.' },
    },
    run: (io, given) => {
      const one = (name: string) => given.values.get(name)?.at(-1)
      return check(io, {
        paths: given.operands,
        format: oneOf(formats, one('format') ?? 'text', '--format'),
        strict: given.flags.has('strict'),
        own: given.flags.has('own'),
        as: signedInAs(one('as'), oneOf(partitions, one('partition') ?? 'aws', '--partition')),
      })
    },
  },
  diff: {
    summary: 'Says what members are told when one list becomes another.',
    operands: '<old> <new>',
    count: [2, 2],
    options: {
      format: { value: diffFormats.join('|'), help: 'How differences are written: text, if not given.' },
      'exit-code': { help: 'Differences fail.' },
    },
    run: (io, { operands: [before = '-', after = '-'], flags, values }) =>
      diff(io, {
        before,
        after,
        format: oneOf(diffFormats, values.get('format')?.at(-1) ?? 'text', '--format'),
        exitCode: flags.has('exit-code'),
      }),
  },
  export: {
    summary: 'Writes a list’s roles for another tool.',
    operands: '[file or folder …]',
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: targets.join('|'),
        help: 'The tool: ~/.aws/config for the AWS CLI, the SDKs and aws-vault, config.yaml for aws-sso-cli, or a profile registry for Granted.',
      },
      out: {
        value: 'path',
        help: 'The file to write; for Granted, the folder. Standard output, if not given.',
      },
    },
    run: (io, { operands, values }) =>
      exportList(io, {
        paths: operands,
        to: oneOf(targets, values.get('to')?.at(-1), '--to'),
        out: values.get('out')?.at(-1),
      }),
  },
  import: {
    summary: 'Makes a list from another tool’s file, without access keys.',
    operands: '[file or folder]',
    count: [0, 1],
    options: {
      from: {
        value: targets.join('|'),
        help: 'The tool, as for export. For Granted: its folder or granted.yml.',
      },
      out: { value: 'path', help: 'The file to write. Standard output, if not given.' },
    },
    run: (io, { operands: [path = '-'], values }) =>
      importList(io, {
        path,
        from: oneOf(targets, values.get('from')?.at(-1), '--from'),
        out: values.get('out')?.at(-1),
      }),
  },
}

function all({ values }: Given, name: string): readonly string[] {
  return values.get(name) ?? []
}

function oneOf<Value extends string>(
  known: readonly Value[],
  value: string | undefined,
  option: string,
): Value {
  const found = known.find(one => one === value)
  if (found === undefined) {
    const given = value === undefined ? `${option} is missing` : `${option} can’t be “${value}”`
    throw new CommandError(`${given}. It’s one of ${known.join(', ')}.`)
  }
  return found
}

/** AWS, and the command itself, show an account’s id as `1111-2222-3333`. */
function withoutDashes(account: string): string {
  return /^\d{4}-\d{4}-\d{4}$/.test(account) ? account.replaceAll('-', '') : account
}

function checked(value: string, isRight: boolean, option: string, what: string): string {
  if (!isRight) throw new CommandError(`${option} needs ${what}, but “${value}” isn’t.`)
  return value
}

function baseIn(text: string | undefined) {
  if (text === undefined) return undefined
  const [, name = '', account = ''] = /^([^=\s]+)=(\d{12}|\d{4}-\d{4}-\d{4})$/.exec(text) ?? []
  checked(text, name !== '', '--base', 'a name and an account’s 12 digits, like identity=111122223333')
  return { name, account: withoutDashes(account) }
}

function portalIn(url: string | undefined, region: string | undefined, session = 'sso') {
  if (url === undefined) return undefined
  const portal = portalAt(url)
  if (!portal) throw new CommandError(`--portal needs an access portal’s address, but “${url}” isn’t.`)
  if (region === undefined)
    throw new CommandError('--portal needs --sso-region, the region that Identity Center is in.')
  checked(region, isRegion(region), '--sso-region', 'a region')
  checked(session, /^[\w-]+$/.test(session), '--session', 'a name of letters, digits and hyphens')
  return { url: portal.url, region, session }
}

function tagIn(text: string): readonly [key: string, tag: string] {
  const [, key = '', tag = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (!taggable.includes(key)) {
    throw new CommandError(`--tag can’t fill “${key || text}”. It can fill ${taggable.join(', ')}.`)
  }
  return [key, tag]
}

function signedInAs(text: string | undefined, partition: Partition) {
  if (text === undefined) return undefined
  const [, account = '', roleName] = /^(\d{12}|[a-z0-9-]{3,63})(?::(.+))?$/.exec(text) ?? []
  checked(text, account !== '', '--as', 'an account and a role, like 111122223333:Operator')
  return { account: withoutDashes(account), roleName, partition }
}
