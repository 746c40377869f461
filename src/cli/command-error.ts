/** A command cannot do what it was asked to. Its message is in the language of the command. */
export class CommandError extends Error {}
