import type {CommandGroup} from '../cliCommand.ts'

export const documents: CommandGroup = [
  {
    command: 'documents query',
    kind: 'offline',
    args: ['*[_id == "post-1"]'],
    output: /Title of post-1/,
  },
  {command: 'documents get', kind: 'offline', args: ['post-1'], output: /Title of post-1/},
  {command: 'documents create', kind: 'offline', args: ['document.json'], output: /created/},
  {command: 'documents delete', kind: 'offline', args: ['created'], output: /Deleted 1/},
  {
    command: 'documents validate',
    kind: 'offline',
    args: ['--yes'],
    output: /Valid: +2 documents|documents/,
  },
  {
    command: 'api',
    kind: 'offline',
    args: [
      '/data/query/production?query=count(*)',
      '--project-hosted',
      '--api-version',
      '2025-02-19',
    ],
    output: /result/,
  },
]

export const migrations: CommandGroup = [
  {command: 'migrations list', kind: 'offline', args: [], output: /rename/},
  {
    command: 'migrations run',
    kind: 'offline',
    args: ['rename', '--no-dry-run', '--no-confirm', '--no-progress'],
    output: /Running migration "rename"/,
  },
  {
    command: 'migrations create',
    kind: 'unrelated',
    reason: 'Asks for a template, and writes a file. It sends no request.',
  },
]
