/** Returns how long the processor is busy with `run`, in microseconds. Time of other processes isn't counted. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
