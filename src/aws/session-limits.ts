/** The shortest and the longest role session, in seconds. Source: IAM user guide, “Maximum session duration”. */
export const minSessionSeconds = 900
export const maxSessionSeconds = 43_200

/** How long a role session lasts if nothing says otherwise, in seconds. Source: docs/console.md, “Limits”. */
export const defaultSessionSeconds = 3_600

/** The longest session that was switched to from another role, in seconds. Source: docs/console.md, “Limits”. */
export const maxChainedSeconds = 3_600

/** Maximum number of sessions that AWS keeps open at once. Source: docs/console.md, “Multi-session switch”. */
export const maxOpenSessions = 5
