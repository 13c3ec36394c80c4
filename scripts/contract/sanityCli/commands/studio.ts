import type {CommandGroup} from '../cliCommand.ts'

/** `preview` needs the result of `build`. */
export const studio: CommandGroup = [
  {command: 'build', kind: 'offline', args: ['dist', '--yes'], output: /Build Sanity Studio/},
  {
    command: 'preview',
    kind: 'offline',
    args: ['dist', '--port', '0'],
    until: /Sanity Studio using vite.*running at|running at/,
    output: /running at/,
  },
  {
    command: 'dev',
    kind: 'offline',
    args: ['--port', '43333'],
    until: /running at|ready in/,
    output: /running at|ready in/,
  },
  {command: 'deploy', kind: 'hosted', args: ['--yes', '--url', 'our-studio']},
  {command: 'undeploy', kind: 'offline', args: ['--yes'], output: /Nothing to undeploy/},
]

export const tools: CommandGroup = [
  {
    command: 'exec',
    kind: 'offline',
    args: ['printUser.ts', '--with-user-token'],
    output: /user local-editor documents true/,
  },
  {command: 'debug', kind: 'offline', args: [], output: /clitest1/},
  {command: 'doctor', kind: 'offline', args: [], output: /check|pass|summary/i},
  {command: 'versions', kind: 'offline', args: [], output: /sanity/},
  {command: 'help', kind: 'offline', args: ['datasets'], output: /alias/},
  {command: 'telemetry status', kind: 'offline', args: [], output: /telemetry/i},
  {command: 'telemetry disable', kind: 'offline', args: [], output: /telemetry/i},
  {command: 'telemetry enable', kind: 'offline', args: [], output: /telemetry/i},
]

export const account: CommandGroup = [
  {
    command: 'login',
    kind: 'hosted',
    args: ['--provider', 'github', '--no-open'],
    reason: /Cannot find login provider.* No providers are available/,
  },
  {command: 'logout', kind: 'offline', args: [], output: /log(?:ged)? ?(?:out|in)/i},
]
