import { answer, type Request } from './answer'

/** Handles each request in turn, in a thread of its own, since ten thousand roles take a tenth of a second or more. */
addEventListener('message', ({ data }: MessageEvent<Request>) => postMessage(answer(data)))
