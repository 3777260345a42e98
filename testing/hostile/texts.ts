/** Texts that would do something in a page that took them for more than text. `hacked` represents the effect. */
export const tricks: Readonly<Record<string, string>> = {
  image: '<img src=x onerror="document.documentElement.dataset.hacked=1">',
  imageElsewhere: '<img src=https://evil.example/image>',
  script: '<script>document.documentElement.dataset.hacked=1</script>',
  svg: '"><svg onload="document.documentElement.dataset.hacked=1">',
  frame: "'><iframe srcdoc='<script>parent.document.documentElement.dataset.hacked=1</script>'>",
  style: '</style><style>*{display:none!important}</style>',
  link: '<link rel=stylesheet href=https://evil.example/style>',
  refresh: '<meta http-equiv=refresh content=0;url=https://evil.example/>',
  css: 'd13212}*{background:url(https://evil.example/css)',
  declaration: 'd13212;background-image:url(https://evil.example/declaration);--confirm-color:red',
  scriptUrl: 'javascript:document.documentElement.dataset.hacked=1',
  dataUrl: 'data:text/html,<script>document.documentElement.dataset.hacked=1</script>',
  plainUrl: 'http://evil.example/plain',
  svgUrl:
    'data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22parent.document.documentElement.dataset.hacked=1%22><image href=%22https://evil.example/svg%22/></svg>',
  template: '$1 $& {{document.documentElement.dataset.hacked=1}} __MSG_extension_name__',
  turned: 'turn\u202eωω',
  escaping: 'leave\u2069\u2069\u202eωω',
  invisible: 'in\u200b\u200c\u200d\u2060\ufeffvisible\u00ad',
  controls: '\u0001\u0007\u0008\u000b\u000c\u001b[31m\u007f\u0085\u2028\u2029',
  prototype: '__proto__',
  long: 'long'.repeat(2_000),
}

/** Returns a section with the value in one field of its profile. */
type Field = (value: string, name: string) => string

const role = 'aws_account_id = 444455556666\nrole_name = Operator\n'
/** Puts the value into `key`. The rest of the profile makes the menu offer it. */
const key =
  (name: string): Field =>
  (value, section) =>
    `[${section}]\n${role}${name} = ${value}\n`

/** Every place where a list's text is read, by name. */
export const fields: Readonly<Record<string, Field>> = {
  section: (value, name) => `[${name} ${value}]\n${role}`,
  behindSection: (value, name) => `[${name}] ${value}\n${role}`,
  account: (value, name) => `[${name}]\naws_account_id = ${value}\nrole_name = Operator\n`,
  roleName: (value, name) => `[${name}]\naws_account_id = 444455556666\nrole_name = ${value}\n`,
  arn: (value, name) => `[${name}]\nrole_arn = ${value}\n`,
  alias: key('aws_account_alias'),
  color: key('color'),
  image: key('image'),
  region: key('region'),
  regions: key('regions'),
  match: key('match'),
  group: key('group'),
  description: key('description'),
  confirm: key('confirm'),
  container: key('container'),
  reader: key('reader'),
  requestUrl: key('request_url'),
  source: key('source_profile'),
  include: key('include_profile'),
  targetRole: key('target_role_name'),
  targetRegion: key('target_region'),
  portalAccount: key('sso_account_id'),
  portalRole: key('sso_role_name'),
  portalSession: key('sso_session'),
  portalUrl: key('sso_start_url'),
  key: (value, name) => `[${name}]\n${role}${value} = x\n`,
  noKey: (value, name) => `[${name}]\n${role}${value}\n`,
}

/** A role whose name reorders the text around it unless something prevents that. It asks for confirmation. */
const turningRole = `[${tricks.turned}]
source_profile = here
aws_account_id = 555566667777
role_name = Operator
group = ${tricks.turned}
description = ${tricks.turned}
confirm = yes

[here ${tricks.escaping}]
aws_account_id = 999900001111

[away]
source_profile = here ${tricks.escaping}
aws_account_id = 555566667777
role_name = Operator

[here]
aws_account_id = 111122223333
`

/** Returns a list with every trick, except those left out, in every field, and the number of profiles. */
export function hostileConfiguration(without: readonly string[] = []): {
  readonly text: string
  readonly count: number
} {
  const sections = Object.entries(fields).flatMap(([field, write]) =>
    Object.entries(tricks)
      .filter(([trick]) => !without.includes(trick))
      .map(([trick, value]) => write(value, `${field}-${trick}`)),
  )
  return { text: [turningRole, ...sections].join('\n'), count: sections.length }
}
