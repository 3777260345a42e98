import type { SentTextFailure } from './check-sent-text'

/**
 * The reply to a sender, in the form of AWS Extend Switch Roles. The message is for the sender's own log and so in English.
 * Source: github.com/tilfinltd/aws-extend-switch-roles, `src/js/background.js`.
 */
export type SenderAnswer =
  | { readonly result: 'success' }
  | { readonly result: 'failure'; readonly error: { readonly message: string } }

export const success: SenderAnswer = { result: 'success' }

/**
 * The reply to a sender that isn't allowed, and to every other message: always the same, so that it reveals nothing. AWS
 * Extend Switch Roles says whether the action, type or id is wrong, and first waits a second, against senders that try ids;
 * but a sender can't choose its id, which the browser adds to the message.
 */
export const refusal: SenderAnswer = failure('Refused')

export const notStored: SenderAnswer = failure('The list could not be stored')

/** Why a text from an allowed sender isn't put in use. */
export function failureAnswer(reason: SentTextFailure): SenderAnswer {
  return failure(failureText(reason))
}

function failureText(reason: SentTextFailure): string {
  switch (reason.kind) {
    case 'too-large':
      return `The list is larger than ${reason.most} bytes`
    case 'html':
      return 'The list is a web page'
    case 'json':
      return 'The list is JSON'
    case 'empty':
      return 'The list is empty'
    case 'binary':
      return 'The list is not text'
    case 'no-profile':
      return 'No profile names an account or role'
    case 'too-many-profiles':
      return `There are more than ${reason.most} profiles`
    case 'mostly-errors':
      return `There are more errors (${reason.errors}) than profiles (${reason.profiles})`
  }
}

function failure(message: string): SenderAnswer {
  return { result: 'failure', error: { message } }
}
