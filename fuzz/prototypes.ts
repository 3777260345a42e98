const prototypes: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Function.prototype,
  Map.prototype,
  Set.prototype,
  RegExp.prototype,
]
const before = prototypes.map(describe)

/** Whether the language's own prototypes have the same properties and values as when this module was loaded. */
export function unchangedPrototypes(): boolean {
  return prototypes.every((prototype, index) => {
    const known = before[index]
    const keys = Reflect.ownKeys(prototype)
    return keys.length === known?.size && keys.every(key => known.get(key) === property(prototype, key))
  })
}

function describe(prototype: object): ReadonlyMap<PropertyKey, unknown> {
  return new Map(Reflect.ownKeys(prototype).map(key => [key, property(prototype, key)]))
}

function property(prototype: object, key: PropertyKey): unknown {
  const { value, get } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {}
  return value ?? get
}
