import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { waitFor } from '../testing/browsers/wait'

/** A virtual display, for pictures of the browser's own window, which pages can't take. */
export interface XDisplay {
  /** Name of the display, such as `:88`. */
  readonly name: string
  /** Saves the upper left corner of it as PNG, `width` by `height` pixels. */
  picture(path: string, width: number, height: number): void
  close(): void
}

/**
 * Starts a virtual display with this many pixels.
 * @throws if Xvfb or ImageMagick is missing.
 */
export async function openDisplay(width: number, height: number): Promise<XDisplay> {
  const { name, server } = await start(width, height)
  return {
    name,
    picture(path, width, height) {
      const corner = `${width}x${height}+0+0`
      run('import', '-display', name, '-window', 'root', '-crop', corner, '+repage', path)
    },
    close: () => void server.kill(),
  }
}

let started = 0

async function start(
  width: number,
  height: number,
): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  // A number of its own, since the display before may still be closing.
  const number = 90 + ((process.pid + started++) % 900)
  const name = `:${number}`
  const server = spawn('Xvfb', [name, '-screen', '0', `${width}x${height}x24`], { stdio: 'ignore' })
  server.on('error', error => console.error(`Xvfb couldn’t be started: ${error.message}`))
  await waitFor('the display', () => answers(`/tmp/.X11-unix/X${number}`))
  return { name, server }
}

/** Whether a server is listening. The file exists a little earlier. */
function answers(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path, () => {
      socket.end()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** One picture of an animation, and how long it stays. */
export interface Frame {
  readonly path: string
  readonly seconds: number
}

/** Makes an animated picture, `width` pixels wide, that repeats endlessly. */
export function animate(frames: readonly Frame[], path: string, width: number): void {
  const timed = frames.flatMap(({ path, seconds }) => ['-delay', `${Math.round(seconds * 100)}`, path])
  run('convert', ...timed, '-loop', '0', '-resize', `${width}x`, '-quality', '80', path)
}

function run(program: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}.`)
}
