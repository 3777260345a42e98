import type { Opening, Stretch } from './flame'

/** An event of Chromium's trace format. Times in microseconds. */
export interface TraceEvent {
  readonly name: string
  /** The kind: `X` is a stretch. */
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly data?: { readonly requestId?: string; readonly url?: string } }
}

/** What the events are called in the chart. */
const names: Readonly<Record<string, string>> = {
  'RenderFrameImpl::CommitNavigation': 'read the page',
  ParseHTML: 'read the page',
  'v8.evaluateModule': 'scripts',
  BlinkScheduler_PerformMicrotaskCheckpoint: 'scripts',
  EvaluateScript: 'scripts',
  RunMicrotasks: 'scripts',
  FunctionCall: 'scripts',
  FireAnimationFrame: 'scripts',
  TimerFire: 'scripts',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  Paint: 'paint',
  PrePaint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
}

/** The shortest stretch that is drawn, in milliseconds. */
const minDuration = 0.3

/** Returns the last opening in the trace. `origin` is the start of its page, in milliseconds after the press. */
export function lastOpening(events: readonly TraceEvent[], origin: number): Opening {
  const shown = events.findLast(({ name }) => name === 'rolecall-shown')
  if (!shown) throw new Error('The trace has no menu.')
  const own = events
    .filter(({ pid, tid }) => pid === shown.pid && tid === shown.tid)
    .sort((one, other) => one.ts - other.ts)
  const start = own.findLast(({ name, ts }) => name === 'navigationStart' && ts <= shown.ts)?.ts ?? shown.ts
  const drawn = own.find(({ name, ts }) => name === 'bench-shown' && ts >= shown.ts) ?? shown
  const time = (ts: number) => (ts - start) / 1_000 + origin
  const during = own.filter(({ ts }) => ts >= start && ts <= drawn.ts)

  const loads = during
    .filter(({ name }) => name === 'ResourceSendRequest')
    .flatMap(({ ts, args }): Stretch[] => {
      const { requestId, url = '' } = args?.data ?? {}
      const end = during.find(
        ({ name, args }) => name === 'ResourceFinish' && args?.data?.requestId === requestId,
      )
      const label = url.replace(/^.*\//, '').replace(/-[\w-]{8}(?=\.)/, '')
      return end ? [{ label, start: time(ts), end: time(end.ts) }] : []
    })

  const work: Stretch[][] = []
  const open: { readonly end: number; readonly label: string }[] = []
  for (const { name, ph, ts, dur = 0 } of during) {
    const label = names[name]
    if (ph !== 'X' || label === undefined || dur < minDuration * 1_000) continue
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= ts) open.pop()
    if (open.some(caller => caller.label === label)) continue
    const depth = open.push({ end: ts + dur, label }) - 1
    const stretches = work[depth] ?? []
    work[depth] = stretches
    stretches.push({ label, start: time(ts), end: time(ts + dur) })
  }
  const moment = (label: string, event: TraceEvent | undefined): Stretch[] =>
    event ? [{ label, start: time(event.ts), end: time(event.ts) }] : []
  const named = (wanted: string) => during.find(({ name }) => name === wanted)
  return {
    loads,
    work,
    moments: [
      ...moment('start of the page', during[0]),
      ...moment('first script', named('rolecall-start')),
      ...moment('page loaded', named('loadEventEnd')),
      ...moment('list in the document', shown),
      ...moment('list drawn', drawn),
    ],
  }
}
