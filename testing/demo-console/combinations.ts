import fc from 'fast-check'
import type { Landing, Shape } from './index'
import { type Family, type Partition, partitionNames, partitions } from './partitions'
import type { TokenType } from './shape'
import type { ShapeRow } from './shapes'
import type { Mode } from './sign-in'

const tokens: readonly TokenType[] = [
  'number',
  'negative number',
  'string',
  'numeric string',
  'boxed number',
  'boxed string',
  'bigint',
  'promise of number',
  'promise of boxed string',
  'promise of bigint',
]

/**
 * Rows that nobody has reported: random combinations of everything in which rows may differ while a switch still works.
 */
export const combinations: fc.Arbitrary<ShapeRow> = fc
  .constantFrom(...partitionNames)
  .chain(partition =>
    fc.record({
      partition: fc.constant(partition),
      mode: fc.constantFrom<Mode>('classic', 'multi-session'),
      landing: landings(partition),
      roleRegion: fc.option(fc.constantFrom(...partitions[partition].regions), { nil: undefined }),
      shape: shapesOf(partition),
    }),
  )
  // A FIPS host belongs to the standard domains.
  .filter(({ landing, shape }) => !(landing.family === 'dual-stack' && shape.signIn?.startsWith('FIPS')))
  .map(
    ({ mode, roleRegion, ...rest }): ShapeRow => ({
      ...rest,
      name: 'is a combination of others',
      modes: [mode],
      ...(roleRegion && { roleRegion }),
      source: 'chance',
      grade: 'D',
    }),
  )

function landings(partition: Partition): fc.Arbitrary<Landing> {
  const { regions, otherConsoles } = partitions[partition]
  const family = fc.constantFrom<Family>('standard', 'dual-stack')
  const region = fc.constantFrom(...regions)
  const regional = fc.record({ region, family, path: fc.constantFrom('/ec2/home', '/s3/buckets/x#y') })
  const bare = fc
    .record({ region, family })
    .map(({ region, family }): Landing => ({ path: `/ec2/home?region=${region}`, region: null, family }))
  const others = otherConsoles.map(host => fc.constant<Landing>({ host, path: '/home' }))
  return fc.oneof(regional, bare, ...others)
}

function shapesOf(partition: Partition): fc.Arbitrary<Partial<Shape>> {
  const { fipsSignIn, globalSignIn } = partitions[partition]
  return fc.record({
    token: fc.constantFrom(...tokens),
    signInEndpoint: fc.constantFrom<Shape['signInEndpoint']>('session data', 'element', 'both', 'nowhere'),
    signIn: fc.constantFrom<Shape['signIn']>(
      'region',
      'global',
      ...(fipsSignIn ? (['FIPS', 'FIPS of the region'] as const) : []),
      ...(globalSignIn ? [] : (['bare'] as const)),
    ),
    sessionHost: fc.constantFrom<Shape['sessionHost']>(
      'any',
      'region',
      ...(globalSignIn ? (['global'] as const) : []),
    ),
    unknownSession: fc.constantFrom<Shape['unknownSession']>(401, 403, 404),
    sessionName: fc.integer({ min: 4, max: 40 }),
    mint: fc.boolean(),
    address: fc.constantFrom<Shape['address']>('plain', 'login_hint', 'account'),
    destination: fc.constantFrom<Shape['destination']>('login_hint', 'host', 'account'),
    granted: fc.constantFrom<Shape['granted']>(200, 201, 202),
    regionParameter: fc.constantFrom<Shape['regionParameter']>('redirects', 'in place', 'ignored'),
  })
}
