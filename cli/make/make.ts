import { organizationRole } from '../../src/config/exchange/organization-accounts'
import { CommandError, type Io, readFiles, readSource } from '../io'
import { counted, namesText } from '../sentences'
import { checkedList, sectionsText } from './checked-list'
import type { Facts } from './facts'
import { type MakeOptions, organizationList } from './organization-list'
import { readFacts } from './read-facts'
import { splitList } from './split-list'

export interface MakeCommand extends Omit<MakeOptions, 'roleNames' | 'memberRole'> {
  readonly paths: readonly string[]
  readonly roleNames: readonly string[]
  /** A file, or a folder for a list in several files; undefined for standard output. */
  readonly out: string | undefined
  /** The address of the folder that a list in several files is served from. */
  readonly split: string | undefined
}

const note =
  '# Made by rolecall-list make. A change belongs in its source, because the next run replaces this file.\n\n'

/** Makes a list from what other commands say about an organization. */
export function make(io: Io, command: MakeCommand): void {
  const { paths, out, split } = command
  const facts = readFacts(readFiles(io, paths, '.json'))
  const roleNames = roleNamesFor(facts, command)
  // Whoever names the role may have created it there.
  const memberRole = command.roleNames.length === 0 ? organizationRole : undefined
  const options = { ...command, roleNames, memberRole }
  if (options.portal === undefined && facts.assignments.length > 0) {
    throw new CommandError(
      'The files have permission sets. Say where they are opened, with --portal and --sso-region.',
    )
  }
  const made = organizationList(facts, options)
  tell(io, 'Left out, because they’re closed, suspended or not active yet', made.inactive)
  tell(
    io,
    `Left out, because AWS Organizations creates no ${organizationRole} in the management account`,
    made.management === undefined ? [] : [made.management],
  )
  tell(io, 'Left out, because no file says their name', made.unnamed)
  tell(
    io,
    'Left out, because no file says the names of these permission sets. Add the output of “aws sso-admin describe-permission-set”',
    made.unnamedSets,
  )
  tell(io, 'No account has these tags, so they fill nothing', tagsOfNobody(facts, command))
  if (command.base && facts.accounts.size > 0 && !facts.accounts.has(command.base.account)) {
    io.error(
      `The base account ${command.base.account} isn’t in any file. If its id is wrong, the menu offers nobody a role.\n`,
    )
  }
  tell(
    io,
    'Units with the same name share a group, unless you add “--group path” or “--group top”',
    made.sharedUnits,
  )
  if (made.profiles.length === 0) {
    if (command.principals.length > 0) {
      throw new CommandError(
        'These files give no permission set for this --principal. Only “aws sso-admin list-account-assignments” and Terraform say who has which.',
        1,
      )
    }
    throw new CommandError('These files give no role in an account whose name and id they say.', 1)
  }
  const { sections, notes } = checkedList([...made.settings, ...made.profiles])
  const settings = sections.slice(0, made.settings.length)
  const profiles = sections.slice(made.settings.length)
  for (const one of notes) io.error(`${one}\n`)
  if (split === undefined) {
    const text = note + sectionsText(sections)
    if (out === undefined) io.out(text)
    else io.write(out, text)
  } else {
    if (out === undefined) throw new CommandError('--split writes several files. Say where, with --out.')
    writeSplit(io, out.replace(/\/+$/, ''), splitList(settings, profiles, split))
  }
  io.error(`Made ${counted(profiles.length, 'role')}.\n`)
}

/** Writes the files into the folder, and removes those of an earlier run that it no longer has. Leaves other files alone. */
function writeSplit(io: Io, folder: string, files: ReturnType<typeof splitList>): void {
  for (const { name, text } of files) io.write(`${folder}/${name}`, note + text)
  const gone = (io.list(folder) ?? []).filter(
    name =>
      name.endsWith('.ini') &&
      !files.some(file => file.name === name) &&
      readSource(io, `${folder}/${name}`).text.startsWith(note),
  )
  for (const name of gone) io.remove(`${folder}/${name}`)
  tell(io, 'Removed, because their units have no roles anymore', gone)
}

/** Returns the tags that the user named, other than the usual ones, and that no account has. */
function tagsOfNobody({ accounts }: Facts, { tags }: MakeCommand): readonly string[] {
  const named = [...tags].filter(([key, tag]) => key !== tag).map(([, tag]) => tag)
  return named.filter(tag => ![...accounts.values()].some(account => account.tags.has(tag)))
}

/** Without any other role, each account has the one that AWS Organizations creates. */
function roleNamesFor(facts: Facts, { roleNames }: MakeCommand): readonly string[] {
  const hasOthers = facts.assignments.length > 0 || [...facts.accounts.values()].some(one => one.roleNames)
  return roleNames.length > 0 || hasOthers ? roleNames : [organizationRole]
}

function tell(io: Io, why: string, names: readonly string[]): void {
  if (names.length > 0) io.error(`${why}: ${namesText(names)}\n`)
}
