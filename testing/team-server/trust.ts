/** The key under which every version of Node's `fetch` keeps its dispatcher. Source: undici, lib/global.js. */
const dispatcher = Symbol.for('undici.globalDispatcher.1')

/** Makes this process's `fetch` trust only this certificate authority, PEM. Returns a function that undoes it. */
export async function trust(authority: string): Promise<() => void> {
  // Node creates the dispatcher on first use.
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
