import { useRef, useState } from 'preact/hooks'

/** Something that was just done and can be undone. */
interface Undoable {
  /** What was done, in one sentence. */
  readonly sentence: string
  undo(): void
}

/** Offers to undo an action; the last one only. */
export type OfferUndo = (sentence: string, undo: () => void) => void

/** The offer that is shown, if any. */
export interface UndoUnit {
  readonly offered: (Undoable & { readonly number: number }) | undefined
  readonly offer: OfferUndo
  close(): void
}

/** Keeps the last offer to undo something. */
export function useUndo(): UndoUnit {
  const [offered, setOffered] = useState<UndoUnit['offered']>()
  const count = useRef(0)
  return {
    offered,
    offer: (sentence, undo) => {
      count.current++
      setOffered({ sentence, undo, number: count.current })
    },
    close: () => setOffered(undefined),
  }
}
