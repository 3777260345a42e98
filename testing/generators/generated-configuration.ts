const teams = [
  'atlas',
  'beacon',
  'cargo',
  'delta',
  'ember',
  'fjord',
  'grove',
  'harbour',
  'indigo',
  'juniper',
  'kelp',
]
const services = [
  'billing',
  'catalogue',
  'checkout',
  'identity',
  'ingest',
  'ledger',
  'mail',
  'search',
  'tracking',
]
const stages = [
  { name: 'production', color: 'd13212', role: 'Operator' },
  { name: 'staging', color: 'ff9900', role: 'Developer' },
  { name: 'development', color: '1d8102', role: 'Developer' },
  { name: 'sandbox', color: '527fff', role: 'Admin' },
] as const

/** The base account of all generated roles. */
export const generatedBase = '111122223333'

/**
 * Returns a list of `count` target roles of one base account, about 135 characters each, the same at each call. The
 * first is `atlas-billing-production-0`.
 */
export function generatedConfiguration(count: number): string {
  const sections = [`[base]\naws_account_id = ${generatedBase}\ntarget_region = eu-west-1\n`]
  for (let index = 0; index < count; index++) sections.push(section(index))
  return sections.join('\n')
}

function section(index: number): string {
  const stage = pick(stages, index)
  const team = pick(teams, Math.floor(index / stages.length))
  const service = pick(services, Math.floor(index / stages.length / teams.length))
  return `[${team}-${service}-${stage.name}-${index}]
source_profile = base
aws_account_id = ${200_000_000_000 + index * 7_919}
role_name = ${stage.role}
color = ${stage.color}
group = ${team}
`
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}
