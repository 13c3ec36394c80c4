import type {CommandGroup} from '../cliCommand.ts'

export const schemas: CommandGroup = [
  {command: 'schemas validate', kind: 'offline', args: [], output: /0 errors/},
  {
    command: 'schemas extract',
    kind: 'offline',
    args: ['--path', 'schema.json'],
    output: /Extracted schema/,
  },
  {command: 'typegen generate', kind: 'offline', args: [], output: /Successfully generated types/},
  {command: 'schemas deploy', kind: 'offline', args: [], output: /Deployed 1\/1 schemas/},
  {command: 'schemas list', kind: 'offline', args: [], output: /default/},
  {
    command: 'schemas delete',
    kind: 'offline',
    args: ['--ids', '_.schemas.default', '--yes'],
    output: /Successfully deleted/,
  },
  {command: 'manifest extract', kind: 'offline', args: [], output: /Extracted manifest/},
  {command: 'graphql list', kind: 'hosted', args: []},
  {command: 'graphql deploy', kind: 'hosted', args: ['--force']},
  {command: 'graphql undeploy', kind: 'hosted', args: ['--force']},
]
