// `npm run size` prints the size of the packages, and of what the popup loads before it's shown. Fails if one is over
// its budget.
import { weigh } from './weigh'

for (const browser of ['chrome', 'firefox']) {
  for (const { what, bytes, budget } of weigh(`dist/${browser}`)) {
    const excess = bytes > budget
    console.log(
      `${browser}: ${what}: ${kilobytes(bytes)} of ${budget / 1000} kB${excess ? ', too much' : ''}`,
    )
    if (excess) process.exitCode = 1
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
