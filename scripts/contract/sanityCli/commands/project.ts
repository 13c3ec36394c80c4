import type {CommandGroup} from '../cliCommand.ts'

export const cors: CommandGroup = [
  {
    command: 'cors add',
    kind: 'offline',
    args: ['https://example.org', '--credentials'],
    output: /CORS origin added/,
  },
  {command: 'cors list', kind: 'offline', args: [], output: /https:\/\/example\.org/},
  {
    command: 'cors delete',
    kind: 'offline',
    args: ['https://example.org'],
    output: /Origin deleted/,
  },
]

/** The CLI creates webhooks in a browser, so a script does. */
export const hooks: CommandGroup = [
  {command: 'hooks list', kind: 'offline', prepare: 'createHook.ts', args: [], output: /on-post/},
  {command: 'hooks logs', kind: 'offline', args: ['on-post'], output: /failure|pending|Status/i},
  {command: 'hooks attempt', kind: 'offline', args: ['@attempt.txt'], output: /Status|Failure/i},
  {command: 'hooks delete', kind: 'offline', args: ['on-post'], output: /deleted/i},
  {
    command: 'hooks create',
    kind: 'unrelated',
    reason: 'Opens a page of www.sanity.io. Offline, create a webhook through the API',
  },
]

export const members: CommandGroup = [
  {command: 'users list', kind: 'offline', args: [], output: /Local editor/},
  {
    command: 'users invite',
    kind: 'offline',
    args: ['ada@example.org', '--role', 'administrator'],
    output: /Invitation sent/,
    note: 'The lake lists the invitation, and sends no email',
  },
  {
    command: 'tokens create',
    kind: 'offline',
    args: ['Site', '--role', 'viewer', '--json'],
    output: /"key"|"token"/,
  },
  {command: 'tokens list', kind: 'offline', args: [], output: /Site/},
  {
    command: 'tokens rotate',
    kind: 'offline',
    prepare: 'createToken.ts',
    args: ['--token', '@token.txt'],
    output: /Rotated/,
  },
  {command: 'tokens delete', kind: 'offline', args: ['@tokenId.txt', '--yes'], output: /deleted/i},
]

export const projects: CommandGroup = [
  {command: 'projects list', kind: 'offline', args: [], output: /clitest1/},
  {command: 'projects create', kind: 'hosted', args: ['Another', '--yes', '--organization', 'o1']},
  {command: 'projects unclaimed', kind: 'offline', args: [], output: /unclaimed/i},
  {command: 'organizations list', kind: 'hosted', args: []},
  {command: 'organizations get', kind: 'hosted', args: ['o1']},
  {command: 'organizations create', kind: 'hosted', args: ['--name', 'Ours']},
  {
    command: 'organizations update',
    kind: 'unrelated',
    reason:
      'Sends its method as `patch`, which a server in Node rejects. A lake has no organizations',
  },
  {command: 'organizations delete', kind: 'hosted', args: ['o1', '--force']},
]
