import { oneLine } from './one-line'
import type { Shell, ShellSetting } from './shell'

interface Rules {
  /** Words that the shell accepts unquoted. */
  readonly bare: RegExp
  /** Characters that even quotes don't protect. */
  readonly unquotable: RegExp
  /** Words that the shell accepts, but doesn't pass to programs unchanged. */
  readonly unpassable: RegExp
  quote(text: string): string
}

const nothing = /(?!)/

const rules: Readonly<Record<Shell, Rules>> = {
  /**
   * sh, bash and zsh. All characters are literal in single quotes, so a single quote goes between two quoted parts. Source:
   * POSIX.1-2017, Shell Command Language, 2.2.2. zsh replaces a word that starts with `=`. Source: zshexpn(1), “=”
   * expansion.
   */
  posix: {
    bare: /^(?!=)[\w@%+=:,./-]+$/,
    unquotable: nothing,
    unpassable: nothing,
    quote: text => `'${text.replaceAll("'", "'\\''")}'`,
  },
  /**
   * All characters are literal in single quotes except single quotes, which are doubled; U+2018 to U+201B count as single
   * quotes too. Source: about_Quoting_Rules; PowerShell language specification 3.0, 2.3.5.2. Up to 7.2, programs get no
   * double quotes, and no backslash before a quote that PowerShell adds. Source: about_Parsing, “Passing arguments that
   * contain quote characters”.
   */
  powershell: {
    bare: /^[a-z_][\w./-]*$/i,
    unquotable: nothing,
    unpassable: /"|\\$/,
    quote: text => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
  },
  /**
   * In double quotes, `%` still starts a variable, and so does `!` with delayed expansion. `^` is doubled or lost if a batch
   * file such as `aws.cmd` passes it on. A double quote ends them. Source: “cmd” and “setlocal”, Windows Commands reference.
   * A program takes a backslash before the closing quote for an escaped quote. Source: “Parsing C command-line arguments”.
   */
  cmd: {
    bare: /^[a-z\d_][\w.:@/+-]*$/i,
    unquotable: /["%!^]|\\$/,
    unpassable: nothing,
    quote: text => `"${text}"`,
  },
}

/**
 * Characters that make a command look different from what it runs. Source: Unicode Technical Report 36, 2.8 “Bidirectional
 * text spoofing”.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/

/**
 * Returns the text as one word of a command line, quoted if necessary; undefined if there is no safe way. The result is one
 * line without control characters.
 */
export function shellWord(text: string, shell: Shell = 'posix'): string | undefined {
  const { bare, quote } = rulesOf(shell)
  if (!isQuotable(text, shell)) return undefined
  return bare.test(text) ? text : quote(text)
}

/**
 * Returns a word for an option's value or an argument; also undefined if the program would take it for an option, or
 * wouldn't receive it unchanged.
 */
export function argument(text: string, shell: Shell): string | undefined {
  if (text === '' || text.startsWith('-') || rulesOf(shell).unpassable.test(text)) return undefined
  return shellWord(text, shell)
}

/**
 * Returns a command that sets a variable for later commands in the same shell; undefined if there is no safe way to write
 * its value.
 */
export function assignment(name: string, value: string, shell: Shell): string | undefined {
  if (!isQuotable(value, shell)) return undefined
  // Source: about_Environment_Variables.
  if (shell === 'powershell') return `$env:${name} = ${rules.powershell.quote(value)}`
  // The quotes are outside because they would otherwise be part of the value. Source: “set”, Windows Commands reference.
  if (shell === 'cmd') return `set "${name}=${value}"`
  return `export ${name}=${shellWord(value, shell)}`
}

/** Returns the shell that a setting means on a platform (`navigator.platform`). Windows Terminal opens PowerShell. */
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
