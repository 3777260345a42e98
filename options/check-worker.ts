import { parseConfig } from '../src/config/parse-config'

/** Parses each text that it is sent, and sends back what the parser makes of it: in a thread of its own, since ten thousand roles take a tenth of a second. */
addEventListener('message', ({ data }: MessageEvent<string>) => {
  postMessage(parseConfig(data))
})
