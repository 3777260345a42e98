import { maxListBytes } from '../config/parse/list-size'
import type { TeamSettings } from '../config/parse/team-settings'
import { checkTeamText, checkTeamTexts, type TeamTextFailure } from './check-team-text'
import {
  type FetchFailure,
  type FetchOptions,
  fetchText,
  fetchTimeoutMs,
  type Validators,
} from './fetch-text'

/** A file of a team list, as stored. */
export interface TeamFile {
  readonly url: string
  /** Final URL, after redirects. */
  readonly finalUrl: string
  /** The text without access keys. */
  readonly text: string
  readonly validators: Validators
}

export type Gathered =
  | {
      readonly kind: 'fresh'
      /** The file at the URL, and after each file those that it includes. */
      readonly files: readonly [TeamFile, ...TeamFile[]]
      /** Minutes to the next refresh, if the team sets them. */
      readonly refresh?: number
    }
  | { readonly kind: 'unchanged' }
  /** `url` is the URL of the file that failed. */
  | { readonly kind: 'failed'; readonly url: string; readonly reason: GatherFailure }

export type GatherFailure =
  | FetchFailure
  | TeamTextFailure
  /** Its include isn't an address. */
  | { readonly kind: 'bad-include'; readonly value: string }
  /** It is included, but is not on the server of the team's URL, or was redirected from it. */
  | { readonly kind: 'other-origin' }
  /** The files include each other: the URLs, with the first one again at the end. */
  | { readonly kind: 'include-cycle'; readonly urls: readonly string[] }
  | { readonly kind: 'too-many-includes'; readonly most: number }

/** Maximum number of included files, in all, directly or through other files. */
const maxIncludes = 10

interface Part {
  readonly file: TeamFile
  readonly settings: TeamSettings
  readonly isFresh: boolean
}

type Failed = Extract<Gathered, { kind: 'failed' }>

/**
 * Fetches a team list: the file at the URL and everything that it includes, at once if possible, and each only if
 * it has changed from `known`. If one file fails, everything fails. Never rejects.
 */
export async function gatherTeam(
  url: string,
  known: readonly TeamFile[] = [],
  options: Omit<FetchOptions, 'validators'> = {},
): Promise<Gathered> {
  const { signal = AbortSignal.timeout(fetchTimeoutMs) } = options
  const parts = new Map<string, Part>()
  for (let next: readonly string[] = [url]; next.length > 0; ) {
    if (parts.size + next.length > maxIncludes + 1) {
      return failed(url, { kind: 'too-many-includes', most: maxIncludes })
    }
    const fetched = await Promise.all(
      next.map(each =>
        fetchPart(
          each,
          url,
          known.find(file => file.url === each),
          { ...options, signal },
        ),
      ),
    )
    for (const part of fetched) {
      if ('kind' in part) return part
      parts.set(part.file.url, part)
    }
    const included = fetched.flatMap(part => ('kind' in part ? [] : part.settings.includes))
    next = [...new Set(included)].filter(each => !parts.has(each))
  }
  return together(url, parts, known)
}

async function fetchPart(
  url: string,
  main: string,
  known: TeamFile | undefined,
  options: FetchOptions,
): Promise<Part | Failed> {
  if (!isSameOrigin(url, main)) return failed(url, { kind: 'other-origin' })
  const fetched = await fetchText(url, { ...options, ...(known && { validators: known.validators }) })
  if (fetched.kind === 'failed') return failed(url, fetched.reason)
  const isFresh = fetched.kind === 'fresh'
  // A server that says so without having been asked is a failure already.
  const file = isFresh ? { ...fetched, url } : known
  if (!file) return failed(url, { kind: 'status', status: 304 })
  if (url !== main && !isSameOrigin(file.finalUrl, main)) return failed(url, { kind: 'other-origin' })

  const checked = checkTeamText(file.text, url === main ? 'whole' : 'part')
  if (checked.kind === 'refused') return failed(url, checked.reason)
  const { settings, diagnostics } = checked.config
  const bad = diagnostics.find(({ kind }) => kind === 'invalidInclude')
  if (bad) return failed(url, { kind: 'bad-include', value: bad.values[0] ?? '' })
  const { finalUrl, validators } = file
  return { file: { url, finalUrl, text: checked.text, validators }, settings, isFresh }
}

/** Returns the combined contents of the files. */
function together(url: string, parts: ReadonlyMap<string, Part>, known: readonly TeamFile[]): Gathered {
  const order = inOrder(url, parts)
  if ('kind' in order) return failed(url, order)
  const [main, ...others] = order
  if (!main) return failed(url, { kind: 'no-profile' })
  if (order.every(({ isFresh }) => !isFresh) && order.length === known.length) return { kind: 'unchanged' }

  const texts = order.map(({ file }) => file.text)
  if (texts.join('').length > maxListBytes) return failed(url, { kind: 'too-large', most: maxListBytes })
  const failure = checkTeamTexts(texts)
  if (failure) return failed(url, failure)
  const { refresh } = main.settings
  return {
    kind: 'fresh',
    files: [main.file, ...others.map(({ file }) => file)],
    ...(refresh !== undefined && { refresh }),
  }
}

/** Lists each part once, with the parts that it includes after it. */
function inOrder(
  url: string,
  parts: ReadonlyMap<string, Part>,
): readonly Part[] | Extract<GatherFailure, { kind: 'include-cycle' }> {
  const order = new Set<Part>()
  let cycle: readonly string[] | undefined
  const visit = (each: string, path: readonly string[]) => {
    const part = parts.get(each)
    if (path.includes(each)) cycle ??= [...path.slice(path.indexOf(each)), each]
    else if (part && !order.has(part)) {
      order.add(part)
      for (const included of part.settings.includes) visit(included, [...path, each])
    }
  }
  visit(url, [])
  return cycle ? { kind: 'include-cycle', urls: cycle } : [...order]
}

function isSameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin
}

function failed(url: string, reason: GatherFailure): Failed {
  return { kind: 'failed', url, reason }
}
