import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Account, type Fault } from '../../testing/simulated-machines'
import { arrivalTimeoutMs } from './decide'

const text = (number: number) => `[role-${number}]\naws_account_id = 111122223333\nrole_name = R${number}\n`
const large =
  '[a]\nx = 1\n'.repeat(20) + Array.from({ length: 30_000 }, (_, i) => (i * 7919 * 7919) % 1e9).join('\n')

async function account(count = 2) {
  const made = new Account(count)
  const [one, other] = made.machines
  if (!one || !other) throw new Error('An account has two machines at least.')
  return { account: made, one, other }
}

describe('a saved text', () => {
  it('is used on the other machine', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    await both.settle()
    expect([one.text, other.text]).toEqual([text(1), text(1)])
    expect([one.state.edited, one.state.trouble, other.state.conflicts]).toEqual([false, undefined, []])
    other.save(text(2))
    await both.settle()
    expect(one.text).toBe(text(2))
    expect(one.state.conflicts).toEqual([])
  })

  it('reaches a machine that missed several saves, without a question', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    await both.settle()
    for (const number of [2, 3, 4]) {
      one.save(text(number))
      both.time += 1_000_000
      await one.look()
    }
    await both.settle()
    expect([other.text, other.state.conflicts]).toEqual([text(4), []])
  })

  it('is written once if both machines end up with the same text', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    other.save(text(1))
    await both.settle()
    expect([one.state.conflicts, other.state.conflicts]).toEqual([[], []])
    expect(one.state.lineage[0]).toBe(other.state.lineage[0])
  })

  it('stays whole on its machine if it’s too large, with the older one elsewhere', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    await both.settle()
    one.save(large)
    await both.settle()
    expect([one.text, other.text]).toEqual([large, text(1)])
    expect(one.state.trouble).toMatchObject({ kind: 'too-large' })
    other.save(text(2))
    await both.settle()
    expect([one.text, other.text]).toEqual([large, text(2)])
    expect(one.history).toContain(text(2))
    one.save(text(3))
    await both.settle()
    expect(one.state.trouble).toBeUndefined()
    expect(other.text).toBe(text(3))
  })

  it('is neither written nor read if sync is off', async () => {
    const { account: both, one, other } = await account()
    one.on = false
    one.save(text(1))
    other.save(text(2))
    await both.settle()
    expect([one.text, other.text]).toEqual([text(1), text(2)])
  })
})

describe('two texts saved at the same time', () => {
  async function conflict() {
    const { account: both, one, other } = await account()
    one.save(text(0))
    await both.settle()
    one.save(text(1))
    other.save(text(2))
    // Each writes its own text to its browser before either has heard of the other.
    await one.look()
    await other.look()
    await both.settle()
    return { both, one, other }
  }

  it('are both kept: the later one is in use, the other in the history and offered for a merge', async () => {
    const { one, other } = await conflict()
    expect([one.text, other.text]).toEqual([text(2), text(2)])
    for (const machine of [one, other])
      expect([...machine.history]).toContain(text(1 + (machine === one ? 0 : 1)))
    const [kept] = one.state.conflicts
    expect(kept?.data).toBe(text(1))
    expect(kept?.base).toBe(text(0))
  })

  it('remain to be resolved, however many more there are', async () => {
    const { both, one, other } = await conflict()
    const first = [one, other].find(({ state }) => state.conflicts.length > 0)
    for (const number of [3, 5, 7]) {
      one.save(text(number))
      other.save(text(number + 1))
      await one.look()
      await other.look()
      await both.settle()
    }
    const undecided = new Set([...one.state.conflicts, ...other.state.conflicts].map(({ data }) => data))
    expect([...undecided].sort()).toEqual([text(1), text(3), text(5), text(7)])
    expect(first?.state.conflicts[0]?.data).toBe(text(1))
    // The decision is about one of them.
    const count = first?.state.conflicts.length ?? 0
    first?.save(text(9), true)
    expect(first?.state.conflicts).toHaveLength(count - 1)
    expect(first?.state.conflicts.some(({ data }) => data === text(1))).toBe(false)
  })

  it('are resolved everywhere by a text that is made from both', async () => {
    const { both, one, other } = await conflict()
    const machine = [one, other].find(({ state }) => state.conflicts.length > 0)
    machine?.save(text(3), true)
    await both.settle()
    expect([one.text, other.text]).toEqual([text(3), text(3)])
    expect([one.state.conflicts, other.state.conflicts]).toEqual([[], []])
  })
})

describe('a text that arrives in parts', () => {
  it.each([0, 1, 2, 3])(
    'isn’t used while part %d of it is missing, and is used when it arrives',
    async missing => {
      const { account: both, one, other } = await account()
      one.save(text(1))
      await both.settle()
      const long = text(1) + '; a comment\n'.repeat(1_000)
      one.save(long)
      await one.look()
      const keys = Object.keys(one.items).sort()
      expect(keys.length).toBe(4)
      const last = keys[missing] ?? ''
      for (const key of keys.filter(key => key !== last)) {
        both.exchange(one, key)
        both.exchange(other, key)
        await other.look()
        expect(other.text).toBe(text(1))
      }
      expect(other.state.trouble).toMatchObject({ kind: 'incomplete', overdue: false })
      both.time += arrivalTimeoutMs
      await other.look()
      expect(other.state.trouble).toMatchObject({ kind: 'incomplete', overdue: true })
      both.exchange(one, last)
      both.exchange(other, last)
      await other.look()
      expect([other.text, other.state.trouble]).toEqual([long, undefined])
    },
  )

  it('is completed by the machine that has it, if a part was damaged', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    await both.settle()
    const chunk = String(one.items['configuration.0'])
    for (const machine of [one, other]) machine.items['configuration.0'] = `${chunk.slice(0, -3)}AAA`
    await other.look()
    expect([other.text, other.state.trouble]).toEqual([text(1), expect.objectContaining({ kind: 'damaged' })])
    await both.settle()
    expect([one.text, other.text, one.state.trouble]).toEqual([text(1), text(1), undefined])
  })
})

describe('sync of another account', () => {
  async function inStep() {
    const { account: first, one } = await account()
    one.save(text(1))
    await first.settle()
    return one
  }

  it('that is empty isn’t filled until the user wants it', async () => {
    const one = await inStep()
    for (const key of Object.keys(one.items)) delete one.items[key]
    one.unsent.clear()
    await one.look()
    expect([one.items, one.state.trouble]).toEqual([{}, { kind: 'emptied' }])
    one.save(text(2))
    await one.look()
    expect([one.items, one.text, one.state.trouble]).toEqual([{}, text(2), { kind: 'emptied' }])
    one.writeToSync()
    one.clockError += 60_000
    await one.look()
    expect(one.items).toHaveProperty('configuration')
    expect([one.state.edited, one.state.trouble]).toEqual([false, undefined])
  })

  it('isn’t overwritten by a later text of the first, which is kept', async () => {
    const second = await account()
    second.one.save(text(5))
    await second.account.settle()
    const one = await inStep()
    one.save(text(6))
    for (const key of Object.keys(one.items)) delete one.items[key]
    Object.assign(one.items, second.one.items)
    const before = structuredClone(one.items)
    await one.look()
    await one.look()
    expect(one.items).toEqual(before)
    expect([one.text, one.state.conflicts.map(({ data }) => data)]).toEqual([text(5), [text(6)]])
  })

  it.each(['its header', 'its chunks'])('isn’t overwritten while only %s has arrived', async part => {
    const second = await account()
    second.one.save(text(5))
    await second.account.settle()
    const one = await inStep()
    one.save(text(6))
    for (const key of Object.keys(one.items)) delete one.items[key]
    for (const [key, item] of Object.entries(second.one.items)) {
      if ((key === 'configuration') === (part === 'its header')) one.items[key] = item
    }
    const before = structuredClone(one.items)
    for (let count = 0; count < 5; count++) {
      await one.look()
      one.clockError += 3_600_000
    }
    expect([one.items, one.text]).toEqual([before, text(6)])
    expect(one.state.trouble).toMatchObject({ kind: 'incomplete', overdue: true })
  })
})

describe('a clock that was once wrong', () => {
  const year = 365 * 24 * 3_600_000

  it.each([10 * year, -10 * year, 300 * year])('by %d ms keeps no text from the others', async clockError => {
    const { account: both, one, other } = await account()
    one.clockError = clockError
    one.save(text(1))
    await both.settle()
    one.clockError = 0
    one.save(text(2))
    await both.settle()
    expect([one.text, other.text, one.state.edited]).toEqual([text(2), text(2), false])
  })

  it('keeps no refused text for longer than an hour', async () => {
    const { account: both, one, other } = await account()
    one.clockError = 10 * year
    one.fault = () => 'rejects'
    one.save(text(1))
    await one.look()
    one.fault = () => undefined
    one.clockError = 0
    await both.settle()
    expect([other.text, one.state.trouble]).toEqual([text(1), undefined])
  })

  it('hides no text that stays incomplete', async () => {
    const { account: both, one, other } = await account()
    one.save(text(1))
    await both.settle()
    delete other.items['configuration.0']
    other.state = { ...other.state, lineage: [] }
    other.clockError = 10 * year
    await other.look()
    other.clockError = 0
    await other.look()
    both.time += arrivalTimeoutMs
    await other.look()
    expect(other.state.trouble).toMatchObject({ kind: 'incomplete', overdue: true })
  })
})

it('a later version’s data is left alone', async () => {
  const { account: both, one } = await account()
  one.items.configuration = { format: 2, anything: 'else' }
  one.save(text(1))
  await one.look()
  expect(one.items).toEqual({ configuration: { format: 2, anything: 'else' } })
  expect(one.state).toMatchObject({ edited: true, trouble: { kind: 'newer' } })
  expect(both.keys()).toEqual(['configuration'])
})

describe('whatever happens', () => {
  const faults = ['rejects', 'dies before', 'dies after', undefined, undefined, undefined] as const
  const steps = fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('save' as const), machine: fc.nat(2), length: fc.nat(900) }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('look' as const),
          machine: fc.nat(2),
          after: fc.constantFrom(0, 3_000, 30_000, 90_000),
          fault: fc.constantFrom(...faults),
          at: fc.nat(2),
        }),
      },
      {
        weight: 8,
        arbitrary: fc.record({ kind: fc.constant('exchange' as const), machine: fc.nat(2), key: fc.nat(5) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('settle a conflict' as const), machine: fc.nat(2) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('set the clock' as const),
          machine: fc.nat(2),
          to: fc.oneof(fc.constant(0), fc.integer({ min: -1e12, max: 1e13 })),
        }),
      },
    ),
    { maxLength: 60 },
  )

  it('no text is lost or cut, and all machines come to agree', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(steps, async steps => {
        const both = new Account(3)
        const saved = new Set<string>([''])
        for (const step of steps) {
          const machine = both.machines[step.machine]
          if (!machine) continue
          if (step.kind === 'save' || step.kind === 'settle a conflict') {
            const written = text(++count) + '; comment\n'.repeat('length' in step ? step.length : 0)
            saved.add(written)
            machine.save(written, step.kind === 'settle a conflict')
          } else if (step.kind === 'set the clock') {
            machine.clockError = step.to
          } else if (step.kind === 'look') {
            both.time += step.after
            machine.fault = faultAt(step.fault, step.at)
            await machine.look()
            machine.fault = () => undefined
          } else {
            const key = both.keys()[step.key]
            if (key !== undefined) both.exchange(machine, key)
          }
          // Each text is whole: a machine never uses a text that nobody saved.
          for (const { text } of both.machines) expect(saved).toContain(text)
        }
        // The clocks may stay wrong, or be put right.
        if (steps.length % 2 === 0) for (const machine of both.machines) machine.clockError = 0
        await both.settle()
        const [inForce] = both.machines.map(({ text }) => text)
        for (const machine of both.machines) {
          expect(machine.text).toBe(inForce)
          expect([machine.state.edited, machine.state.trouble]).toEqual([false, undefined])
        }
        for (const lost of saved) {
          if (lost !== '') expect(both.machines.some(({ history }) => history.has(lost))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

/** The fault at the n-th call of a look, counted from 0. */
function faultAt(fault: ReturnType<Fault>, at: number): Fault {
  let call = 0
  return () => (call++ === at ? fault : undefined)
}
