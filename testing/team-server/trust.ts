/** Where every version of Node's `fetch` keeps who makes its connections. Source: undici, lib/global.js. */
const dispatcher = Symbol.for('undici.globalDispatcher.1')

/** Makes this process's `fetch` trust a certificate authority, PEM, and no other. Gives what undoes it. */
export async function trust(authority: string): Promise<() => void> {
  // Node makes it when it is first needed.
  await fetch('data:,')
  const before: unknown = Reflect.get(globalThis, dispatcher)
  const { constructor: Agent } = before as {
    readonly constructor: new (options: object) => { destroy(): Promise<void> }
  }
  const agent = new Agent({ connect: { ca: authority } })
  Reflect.set(globalThis, dispatcher, agent)
  return () => {
    Reflect.set(globalThis, dispatcher, before)
    agent.destroy()
  }
}
