/** What a command is quoted for: `platform` is the one that the operating system comes with. */
export const shells = ['platform', 'posix', 'powershell', 'cmd'] as const

export type ShellSetting = (typeof shells)[number]
export type Shell = Exclude<ShellSetting, 'platform'>
