/** What a run of a command printed: both streams, without colors and line breaks. */
export interface CliRun {
  /** Exit code. Undefined if the runner stopped the command. */
  code: number | undefined
  output: string
}

interface Invocation {
  /** As in the CLI's list of commands, such as `datasets list`. */
  command: string
  /** After the command, such as `['production', '--force']`. `@name` is the text of that file of the project. */
  args: readonly string[]
  /** A script of the project to run first, with `sanity exec`. */
  prepare?: string
  /** Stop the command when it has printed this. For servers, which do not end by themselves. */
  until?: RegExp
}

/** Works on a lake: exits with 0, or was stopped by `until`. */
export interface OfflineCommand extends Invocation {
  kind: 'offline'
  /** What to know about it on a lake, for the table. */
  note?: string
  /** The output of a success. An exit code of 0 alone proves little. */
  output: RegExp
}

/** Needs the hosted service: fails, and prints why the lake cannot do it. */
export interface HostedCommand extends Invocation {
  kind: 'hosted'
  /** The reason if the CLI itself knows it. Defaults to any reason of the lake. */
  reason?: RegExp
}

/** Has nothing to do with a Content Lake, and would leave this machine or change it. */
export interface UnrelatedCommand {
  kind: 'unrelated'
  command: string
  reason: string
}

export type CliCommand = OfflineCommand | HostedCommand | UnrelatedCommand

/** Commands that run in this order. Groups run at the same time, so that they must not share data. */
export type CommandGroup = readonly CliCommand[]
