import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import type { TeamAnswer, TextAnswer } from './answer'

const plain = 'text/plain; charset=utf-8'
const comment = Buffer.from('# nothing but a comment, over and over\n'.repeat(1_000))
/** Pause between two lines of a drip, in milliseconds. */
const pause = 20

/** Answers a request. `changed` is when the answer was set, for `Last-Modified`. */
export function send(
  { headers }: IncomingMessage,
  response: ServerResponse,
  answer: TeamAnswer,
  changed: Date,
): void {
  switch (answer.kind) {
    case 'text':
      sendText(headers, response, answer, changed)
      return
    case 'bytes':
      response.writeHead(200, { 'content-type': answer.type ?? 'application/octet-stream' }).end(answer.bytes)
      return
    case 'status':
      response.writeHead(answer.status, { 'content-type': plain, ...answer.headers })
      response.end(`Status ${answer.status}\n`)
      return
    case 'redirect':
      response.writeHead(answer.status ?? 302, { location: answer.to }).end()
      return
    case 'hang':
      return
    case 'drip':
      drip(response, answer.text)
      return
    case 'cut': {
      const length = Buffer.byteLength(answer.text)
      const announced = answer.announced === 'length' ? { 'content-length': length * 2 } : {}
      response.writeHead(200, { 'content-type': plain, ...announced })
      response.write(answer.text, () => response.socket?.end())
      return
    }
    case 'flood': {
      const { bytes, as } = answer
      const how =
        as === 'gzip' ? { 'content-encoding': 'gzip' } : as === 'announced' ? { 'content-length': bytes } : {}
      response.writeHead(200, { 'content-type': plain, ...how })
      // Creates only as much as the client reads.
      const flood = Readable.from(comments(bytes))
      if (as === 'gzip') flood.pipe(createGzip({ level: 9 })).pipe(response)
      else flood.pipe(response)
      response.on('close', () => flood.destroy())
    }
  }
}

function sendText(
  sent: IncomingHttpHeaders,
  response: ServerResponse,
  { text, type = plain, validators = 'both', encoding, headers }: TextAnswer,
  changed: Date,
): void {
  const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  const date = changed.toUTCString()
  const all = {
    ...((validators === 'both' || validators === 'etag') && { etag: tag }),
    ...((validators === 'both' || validators === 'last-modified') && { 'last-modified': date }),
    ...headers,
  }
  // A tag takes precedence over a date. Source: RFC 9110, section 13.2.2.
  const same =
    'etag' in all && sent['if-none-match'] !== undefined
      ? sent['if-none-match'] === tag
      : 'last-modified' in all && sent['if-modified-since'] === date
  if (same) {
    response.writeHead(304, all).end()
    return
  }
  const body = encoding === 'gzip' ? gzipSync(text) : Buffer.from(text)
  response.writeHead(200, {
    ...(type !== '' && { 'content-type': type }),
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
    ...all,
  })
  response.end(body)
}

function drip(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': plain })
  response.write(text)
  const timer = setInterval(() => response.write('# and more\n'), pause)
  response.on('close', () => clearInterval(timer))
}

function* comments(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= comment.length) yield comment.subarray(0, left)
}
