import type { Target } from './driver'

/** Whether an accessible name or label is the wanted one. */
export function nameMatches(name: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true
  if (wanted instanceof RegExp) return new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')).test(name)
  return name === wanted.replace(/\s+/g, ' ').trim()
}

/** The target in words, for messages. */
export function describeTarget(target: Target): string {
  if ('css' in target) return target.css
  if ('label' in target) return `the field labelled ${inWords(target.label)}`
  return target.name === undefined
    ? `an element with the role ${target.role}`
    : `the ${target.role} ${inWords(target.name)}`
}

function inWords(name: string | RegExp): string {
  return name instanceof RegExp ? `${name}` : `“${name}”`
}
