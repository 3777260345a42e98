import { plainText } from '../../lib/look-alikes'

/** Where a secret starts on a line, and its name there. The rest of the line is removed too. */
export interface Secret {
  readonly from: number
  readonly name: string
}

/**
 * A name that ends like one of these, ignoring separators between its words, has a secret as its value. Sources: AWS SDKs
 * and Tools reference guide, “Settings reference”; AWS CLI reference, `sts assume-role`, `iam create-access-key`; AWS SDK
 * for Java, `SystemPropertyCredentialsProvider` and `PropertiesCredentials`; Terraform, AWS provider, “Provider
 * configuration”; s3cmd, s3fs-fuse, rclone and boto, their configuration files; aws-azure-login, aws-okta, saml2aws and
 * aws-google-auth, their READMEs.
 */
const secretEnds = [
  ...['secretaccesskey', 'accesskeyid', 'accesskey', 'secretkey', 'awssecret', 'sharedsecret'],
  ...['sessiontoken', 'securitytoken', 'accesstoken', 'refreshtoken', 'idtoken', 'authtoken', 'bearertoken'],
  ...['apitoken', 'devicetoken', 'password', 'passwd', 'passphrase', 'passcode', 'privatekey', 'apikey'],
  ...['clientsecret', 'samlassertion', 'samlresponse', 'secret'],
]
/** These names are too vague on their own: their values must look like a credential. */
const vagueEnds = ['token', 'credential', 'credentials']

/** The part of a name to search for. */
const core =
  /secret|passw(?:or)?d|pass(?:phrase|code)|token|(?:access|private|api|session)[\s_.-]{0,3}key|saml[\s_-]?(?:assertion|response)|credentials?/gi
/** The longest part of a line around a name that can belong to it. */
const maxKeyNameLength = 80
/** How much of a value is needed to judge it. */
const judgedLength = 300

/** What ends a name and starts its value, with what may surround it: quotes, brackets, a second name in JSON and YAML. */
const assigned = /^["'`)\]}\\]{0,4}\s*(?:=>|:=|\?=|=|:|>|\||,(?=\s*["'`]))\s*/
const valueKey = /^["'`]?,?\s*["'`]?value["'`]?\s*[:=]\s*/i
const setter = /^\s*(?:[#;]\s*)?(?:sudo\s+)?(?:set|setx|export|env|aws\s+configure\s+set|ENV|ARG)\s/i
const comment = /^\s*(?:[;#]|\/\/)/
/** The minimum form of keys and tokens. */
const credential = /^[\w+/=.~-]{16}/
/** A placeholder for a value that is elsewhere, or for none. */
const placeholder =
  /^(?:$|["'`,;}\]]|\$|%[\w{]|<|\{\{|\*+["'`]?$|\.{3}|x{3,}["'`]?$|(?:true|false|yes|no|null|none|nil|undefined|removed)\b)/i

/** Source: IAM user guide, “IAM identifiers”, unique ID prefixes: long-term and temporary access keys, bearer tokens, context-specific credentials. */
const accessKeyId = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,17}(?![A-Za-z0-9])/
/** Prefixes of AWS STS session tokens, in all versions so far, according to the examples in its documentation. */
const sessionToken = /(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz|AQoEXAMPLE)[\w+/=-]{16}/
/** Three parts in base64url, the first two JSON. Source: RFC 7519. */
const webToken = /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\./
const privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
const privateKeyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
/** A secret access key alone on its line. Source: IAM API reference, AccessKey. */
const aloneSecret =
  /^["'`]?(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)[A-Za-z0-9/+]{40}["'`]?[,;]?$/
/** A secret access key among other words, if something else says what it is. */
const secretAmong =
  /(?<![\w/+=])(?=[\w/+]{0,39}[A-Z])(?=[\w/+]{0,39}[a-z])(?=[\w/+]{0,39}\d)[A-Za-z0-9/+]{40}(?![\w/+])/
const aloneCredential = /^["'`]?[\w+/.~-]{16,}=*["'`]?[,;]?$/
const keyBody = /^["'`\s]*[A-Za-z0-9+/=]{1,100}["'`\s]*$|^["'`\s]*[A-Za-z-]{3,20}: .{0,100}$|^\s*$/

const somethingSecret =
  /secret|passw|passphrase|passcode|token|key|credential|saml|AKIA|ASIA|ABIA|ACCA|IQoJ|FwoG|FQoG|AQo|eyJ|-----BEGIN/i
// Invisible characters in a name, and look-alikes.
const disguise = /[\p{Cf}\p{Mn}\p{Cc}\u115f\u1160\u3164\uffa0]/gu
const beyondAscii = /[^\x20-\x7e\t]/
const escaped = /\\u([\da-f]{4})/gi

/**
 * Matches every line that contains a secret, names one for the next line, or heads a table of secrets, whatever the other
 * rules here make of it. Most lines of a list don't match and need no further check.
 */
const worthALook =
  /secret|passw|passphrase|passcode|token|key|credential|saml|AKIA|ASIA|ABIA|ACCA|IQoJ|FwoG|FQoG|AQo|eyJ|-----BEGIN|(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}|\\u|[^\x20-\x7e\t\r\n]/i

/** Whether a text may contain a secret; false if it certainly doesn't. */
export function mayHoldSecrets(text: string): boolean {
  return worthALook.test(text)
}

/**
 * Finds the secret on each line of a text, or undefined: access keys, tokens, passwords and private keys, by their names and
 * by what they look like. Linear in the length of the text.
 */
export function secretsIn(lines: readonly string[]): readonly (Secret | undefined)[] {
  const found: (Secret | undefined)[] = []
  let inPrivateKey = false
  let columns: number | undefined
  let named: string | undefined
  const isNear = nearKeyIds(lines)
  for (const [index, line] of lines.entries()) {
    const isPlain = !inPrivateKey && columns === undefined && named === undefined
    if (isPlain && !isNear(index) && !mayHoldSecrets(line)) {
      found.push(undefined)
      continue
    }
    const indent = indentOf(line)
    const isBlank = indent === line.length
    if (inPrivateKey) {
      const ends = privateKeyEnd.test(line)
      if (ends || keyBody.test(line)) {
        found.push(isBlank ? undefined : { from: indent, name: 'private key' })
        inPrivateKey = !ends
        continue
      }
      inPrivateKey = false
    }
    const cells = isBlank ? 0 : cellsOf(line)
    if (columns !== undefined && cells >= columns && !isRemoved(line)) {
      found.push({ from: indent, name: 'access keys' })
      continue
    }
    columns = columnsOfSecrets(line, cells)
    const secret = isBlank ? undefined : secretOf(line, named, isNear(index))
    if (secret && privateKey.test(line) && !privateKeyEnd.test(line)) inPrivateKey = true
    found.push(secret)
    if (!isBlank) named = secret ? undefined : namedAtEnd(line)
  }
  return found
}

function secretOf(line: string, named: string | undefined, isNear: boolean): Secret | undefined {
  const plain = found(line, named, isNear)
  if (plain) return plain
  const bare = undisguised(line)
  const hidden = bare === line ? undefined : found(bare, named, isNear)
  // Its position in the original line isn't known, so the whole line is removed.
  return hidden && { from: indentOf(line), name: hidden.name }
}

function undisguised(line: string): string {
  if (!beyondAscii.test(line) && !line.includes('\\u')) return line
  const decoded = line.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return plainText(decoded).replace(/\t/g, ' ').normalize('NFKC').replace(disguise, '')
}

function found(line: string, named: string | undefined, isNear: boolean): Secret | undefined {
  const trimmed = line.trim()
  const indent = indentOf(line)
  if (aloneSecret.test(trimmed)) return { from: indent, name: 'secret key' }
  if (named !== undefined && isValueBelow(trimmed)) return { from: indent, name: named }
  const among = isNear ? byLook(line, secretAmong, 'secret key') : undefined
  if (!somethingSecret.test(line)) return among
  const secrets = [
    among,
    byName(line),
    byLook(line, accessKeyId, 'access key'),
    byLook(line, sessionToken, 'session token'),
    byLook(line, webToken, 'token'),
    byLook(line, privateKey, 'private key'),
  ].filter(secret => secret !== undefined)
  return secrets.reduce<Secret | undefined>(
    (first, one) => (first && first.from <= one.from ? first : one),
    undefined,
  )
}

/** Whether the value is below, as with YAML's `- name: …` above `value: …`, or a value on a line of its own. */
function isValueBelow(trimmed: string): boolean {
  const value = valueKey.exec(trimmed)
  if (value) return !placeholder.test(trimmed.slice(value[0].length).replace(/^["'`]/, ''))
  return aloneCredential.test(trimmed) && /\d/.test(trimmed) && /[a-z]/i.test(trimmed)
}

function byLook(line: string, look: RegExp, name: string): Secret | undefined {
  const match = look.exec(line)
  return match ? { from: match.index, name } : undefined
}

function byName(line: string): Secret | undefined {
  for (const { 0: word, index } of line.matchAll(core)) {
    const name = nameAround(line, index, index + word.length)
    const strength = strengthOf(line.slice(name.from, name.to))
    if (strength === 'none') continue
    const before = line.slice(Math.max(0, name.from - maxKeyNameLength), name.from)
    const rest = line.slice(name.to, name.to + judgedLength)
    const isKey = /^[\s"'`;#/\uFEFF{[,(<-]*(?:(?:export|set|setx|env|arg|aws)\s+|\$env:)?["'`]?$/i.test(
      before,
    )
    const isQuoted = /["'`]$/.test(before) && /^["'`]/.test(rest)
    const value = valueIn(rest, /(?:^|\s)--?$/.test(before) || setter.test(line))
    if (value === undefined || placeholder.test(value)) continue
    const isProse = comment.test(line) && /\S\s+\S/.test(value)
    const isCertain = strength === 'secret' && (isKey || isQuoted) && !isProse
    if (!isCertain && !looksLikeCredential(value)) continue
    const from = isQuoted || /["'`]$/.test(before) ? name.from - 1 : name.from
    return { from: isKey ? indentOf(line) : from, name: line.slice(name.from, name.to) }
  }
  return undefined
}

/** Returns the value assigned to a name, without its opening quote; undefined if there is none. */
function valueIn(rest: string, bySpace: boolean): string | undefined {
  const [before] =
    valueKey.exec(rest) ?? assigned.exec(rest) ?? (bySpace ? /^["'`]?\s+/.exec(rest) : undefined) ?? []
  return before === undefined
    ? undefined
    : rest
        .slice(before.length)
        .trim()
        .replace(/^\\?["'`]/, '')
}

/** Whether a value is long, without spaces, and not plain words or a path of words. */
function looksLikeCredential(value: string): boolean {
  if (!credential.test(value)) return false
  const [written = ''] = /^[^\s"'`,;]+/.exec(value) ?? []
  return /\d/.test(written) || (/[a-z]/.test(written) && /[A-Z]/.test(written) && /[+/=]/.test(written))
}

function nameAround(line: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let start = from
  let end = to
  while (start > 0 && from - start < maxKeyNameLength && /[\w.-]/.test(line.charAt(start - 1))) start--
  while (end < line.length && end - to < maxKeyNameLength && /[\w.-]/.test(line.charAt(end))) end++
  // Leading dashes belong to an option, not to the name.
  while (start < from && /[-.]/.test(line.charAt(start))) start++
  // Names in tables have spaces between their words.
  const more = /^(?:\s(?:access\s)?key(?:\sid)?)(?![\w.-])/i.exec(line.slice(end, end + maxKeyNameLength))
  return { from: start, to: more ? end + more[0].length : end }
}

function strengthOf(name: string): 'secret' | 'vague' | 'none' {
  const word = name.replace(/[\s_.-]+/g, '').toLowerCase()
  if (secretEnds.some(end => word.endsWith(end))) return 'secret'
  return vagueEnds.some(end => word.endsWith(end)) ? 'vague' : 'none'
}

/** Returns the name at the end of a line, whose value may be below. */
function namedAtEnd(line: string): string | undefined {
  const end = line.slice(-maxKeyNameLength - 10)
  const [, name] =
    /([A-Za-z][\w.-]*(?: (?:access )?key(?: id)?)?)["'`]?\s*[:=]?,?\s*\\?["'`|>]?-?\s*$/i.exec(end) ?? []
  return name !== undefined && strengthOf(name) === 'secret' ? name : undefined
}

/** Returns the number of columns of a table whose first line names secrets; undefined if it isn't such a table. */
function columnsOfSecrets(line: string, cells: number): number | undefined {
  if (cells < 2 || /[=:]|^\s*[;#[]/.test(line)) return undefined
  const names = line.split(/[,\t]/)
  if (names.length > 20) return undefined
  const isSecret = names.some(name => strengthOf(undisguised(name).replace(/["'\s]/g, '')) === 'secret')
  return isSecret ? cells : undefined
}

function cellsOf(line: string): number {
  return line.slice(0, 2000).split(/[,\t]/).length
}

/** Returns a function that says whether an access key id is on a line, by index, or up to two lines above or below. */
function nearKeyIds(lines: readonly string[]): (index: number) => boolean {
  const near = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (!mayHoldSecrets(line) || !accessKeyId.test(undisguised(line))) continue
    for (let by = -2; by <= 2; by++) near.add(index + by)
  }
  return index => near.has(index)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Whether a secret was removed from the line. */
export function isRemoved(line: string): boolean {
  return /(?:^|\s); (?:[\w.-]{1,60} ){1,3}removed$/.test(line)
}
