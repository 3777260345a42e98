import { oneLine } from './one-line'
import type { Shell, ShellSetting } from './shell'

interface Rules {
  /** What the shell takes as it is. */
  readonly bare: RegExp
  /** What not even quotes keep as it is. */
  readonly unquotable: RegExp
  /** What a program is not handed as it is, though the shell itself takes it. */
  readonly unpassable: RegExp
  quote(text: string): string
}

const nothing = /(?!)/

const rules: Readonly<Record<Shell, Rules>> = {
  /**
   * sh, bash and zsh. In single quotes all characters are themselves, so a single quote stands between two pairs of them.
   * Source: POSIX.1-2017, Shell Command Language, 2.2.2. zsh replaces a word that starts with `=`. Source: zshexpn(1), “=” expansion.
   */
  posix: {
    bare: /^(?!=)[\w@%+=:,./-]+$/,
    unquotable: nothing,
    unpassable: nothing,
    quote: text => `'${text.replaceAll("'", "'\\''")}'`,
  },
  /**
   * In single quotes all characters are themselves but for single quotes, of which two are one; U+2018 to U+201B are single
   * quotes too. Source: about_Quoting_Rules; PowerShell language specification 3.0, 2.3.5.2.
   * Up to 7.2 a program gets no double quote, and no backslash before a quote that PowerShell adds. Source: about_Parsing,
   * “Passing arguments that contain quote characters”.
   */
  powershell: {
    bare: /^[a-z_][\w./-]*$/i,
    unquotable: nothing,
    unpassable: /"|\\$/,
    quote: text => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
  },
  /**
   * In double quotes `%` still starts a variable, `!` too with delayed expansion, and `^` is doubled or lost if a batch file
   * hands it on, as `aws.cmd` does; a double quote ends them. Source: “cmd” and “setlocal”, Windows Commands reference.
   * A program takes a backslash before the closing quote for an escaped quote. Source: “Parsing C command-line arguments”.
   */
  cmd: {
    bare: /^[a-z\d_][\w.:@/+-]*$/i,
    unquotable: /["%!^]|\\$/,
    unpassable: nothing,
    quote: text => `"${text}"`,
  },
}

/** What shows a command otherwise than it runs. Source: Unicode Technical Report 36, 2.8 “Bidirectional text spoofing”. */
const turning = /[\u202a-\u202e\u2066-\u2069]/

/**
 * A text as one word of a command line, in quotes if it needs them; undefined if the shell can't be given it safely. What is
 * given is one line without control characters.
 */
export function shellWord(text: string, shell: Shell = 'posix'): string | undefined {
  const { bare, quote } = rulesOf(shell)
  if (!isQuotable(text, shell)) return undefined
  return bare.test(text) ? text : quote(text)
}

/**
 * A word that a program takes as the value of an option or as an argument; undefined, too, if the program would take it for an option of its own, or
 * wouldn't be handed it as it is.
 */
export function argument(text: string, shell: Shell): string | undefined {
  if (text === '' || text.startsWith('-') || rulesOf(shell).unpassable.test(text)) return undefined
  return shellWord(text, shell)
}

/** A command that sets a variable for what is run later in the same shell; undefined if its value can't be given safely. */
export function assignment(name: string, value: string, shell: Shell): string | undefined {
  if (!isQuotable(value, shell)) return undefined
  // Source: about_Environment_Variables.
  if (shell === 'powershell') return `$env:${name} = ${rules.powershell.quote(value)}`
  // The quotes are outside, or they would be part of the value. Source: “set”, Windows Commands reference.
  if (shell === 'cmd') return `set "${name}=${value}"`
  return `export ${name}=${shellWord(value, shell)}`
}

/** The shell that a setting means on a platform, as `navigator.platform` names it: Windows Terminal opens PowerShell. */
export function shellOf(setting: ShellSetting, platform: string): Shell {
  if (setting !== 'platform') return setting
  return /^win/i.test(platform) ? 'powershell' : 'posix'
}

function isQuotable(text: string, shell: Shell): boolean {
  return oneLine(text) !== undefined && !turning.test(text) && !rulesOf(shell).unquotable.test(text)
}

function rulesOf(shell: Shell): Rules {
  return rules[shell] ?? rules.posix
}
