/**
 * Gives a function that answers questions, of one asker at most once in `gap` milliseconds: what it asks meanwhile, be it
 * hundreds of times, is answered once, at their end. It gives and throws what `answer` does.
 */
export function spacedAnswers<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  askerOf: (question: Question) => string,
  gap: number,
): (question: Question) => Promise<Answer> {
  const askers = new Map<string, { last: number; next?: Promise<Answer>; question: Question }>()
  return question => {
    const now = Date.now()
    // A clock that was set back must not keep anybody waiting.
    for (const [asker, { last, next }] of askers)
      if (!next && Math.abs(now - last) >= gap) askers.delete(asker)
    const asker = askerOf(question)
    const known = askers.get(asker)
    if (!known) {
      askers.set(asker, { last: now, question })
      return answer(question)
    }
    known.question = question
    known.next ??= new Promise<void>(resolve => setTimeout(resolve, known.last + gap - now)).then(() => {
      delete known.next
      known.last = Date.now()
      return answer(known.question)
    })
    return known.next
  }
}
