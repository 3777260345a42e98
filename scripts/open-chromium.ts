import puppeteer, { type Browser } from 'puppeteer-core'
import { findExecutable } from '../testing/browsers/executables.mjs'

/** Starts a Chromium without the extension, for drawing. The caller has to close it. */
export function openChromium(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findExecutable('chromium'),
    // The sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}
