import { answer, type Request } from './answer'

/** Answers each request in turn, in a thread of its own, since ten thousand roles take a tenth of a second and more. */
addEventListener('message', ({ data }: MessageEvent<Request>) => postMessage(answer(data)))
