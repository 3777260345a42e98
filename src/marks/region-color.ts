/** Twelve colors that are told apart at a glance, six hex digits each. */
const palette = [
  'd9480f',
  '1864ab',
  '2b8a3e',
  '862e9c',
  'c2255c',
  '0b7285',
  'e8b100',
  '5f3dc4',
  '66a80f',
  '846358',
  '3bc9db',
  'f783ac',
] as const

/** Regions that many people use side by side: each has a color of its own, in the palette's order. */
const busiest: readonly string[] = [
  'us-east-1',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'us-east-2',
  'ap-south-1',
  'sa-east-1',
  'ca-central-1',
  'eu-west-2',
]

/** Returns a region's color, six hex digits: always the same one. Other regions share the colors of the busiest. */
export function regionColor(region: string): string {
  const known = busiest.indexOf(region)
  const sum = [...region].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  return palette[(known < 0 ? sum : known) % palette.length] ?? palette[0]
}
