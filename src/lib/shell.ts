/** The shells to quote commands for. `platform` is the operating system's default. */
export const shells = ['platform', 'posix', 'powershell', 'cmd'] as const

export type ShellSetting = (typeof shells)[number]
export type Shell = Exclude<ShellSetting, 'platform'>
