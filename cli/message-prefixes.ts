/** The starts of the keys of the extension’s messages that the command says. The build leaves out the others. */
export const messagePrefixes = ['diagnostic_', 'options_aws'] as const
