import { answerCheck, type CheckRequest } from './answer-check'

/** Answers each request in turn, in a thread of its own, since ten thousand roles take a tenth of a second and more. */
addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => postMessage(answerCheck(data)))
