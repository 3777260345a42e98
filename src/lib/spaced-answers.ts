/**
 * Returns a function that answers each asker's questions at most once every `gap` milliseconds. Questions asked meanwhile,
 * even hundreds, get one answer at the end. It returns the result of `answer` and passes on its errors.
 */
export function spacedAnswers<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  askerOf: (question: Question) => string,
  gap: number,
): (question: Question) => Promise<Answer> {
  const askers = new Map<string, { last: number; next?: Promise<Answer>; question: Question }>()
  return question => {
    const now = Date.now()
    // A clock that was set back must not keep an asker waiting.
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
