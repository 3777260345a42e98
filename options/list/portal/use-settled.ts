import { useEffect, useState } from 'preact/hooks'

/** How long a value must stay the same to be settled, in milliseconds. */
const settleMs = 150

/** Returns a value once it has stayed the same for a moment: for what takes long to make of each key typed. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
