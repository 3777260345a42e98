/** How long the processor is busy with `run`, in microseconds. Other processes take none of it. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
