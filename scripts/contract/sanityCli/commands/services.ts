import type {CommandGroup} from '../cliCommand.ts'

export const media: CommandGroup = [
  {
    command: 'media create-aspect',
    kind: 'offline',
    args: ['--name', 'credit', '--title', 'Credit'],
    output: /credit/,
  },
  {command: 'media deploy-aspect', kind: 'hosted', args: ['credit', '--media-library-id', 'm1']},
  {
    command: 'media delete-aspect',
    kind: 'hosted',
    args: ['credit', '--media-library-id', 'm1', '--yes'],
  },
  {command: 'media export', kind: 'hosted', args: ['media.tar.gz', '--media-library-id', 'm1']},
  {command: 'media import', kind: 'hosted', args: ['media.tar.gz', '--media-library-id', 'm1']},
]

/** `client.context` is missing in the client that this version of the CLI gets from its own packages. */
const knowledgeBases =
  'Knowledge bases need the hosted service. This version of the CLI stops before it sends a request'

export const context: CommandGroup = [
  'list',
  'create',
  'get',
  'update',
  'build',
  'refresh',
  'delete',
  'jobs get',
  'imports create',
  'imports list',
  'imports get',
  'imports download',
  'imports delete',
].map((name) => ({command: `context ${name}`, kind: 'unrelated', reason: knowledgeBases}))

export const blueprints: CommandGroup = [
  {
    command: 'functions test',
    kind: 'offline',
    args: ['hello', '--data', '{}'],
    output: /handled/,
  },
  {
    command: 'functions dev',
    kind: 'offline',
    args: ['--port', '43334'],
    until: /localhost:43334/,
    output: /localhost:43334/,
  },
  {command: 'blueprints config', kind: 'offline', args: [], output: /ST-none/},
  {
    command: 'blueprints init',
    kind: 'hosted',
    args: ['new', '--blueprint-type', 'json', '--project-id', 'clitest1', '--stack-name', 'ours'],
  },
  {command: 'blueprints doctor', kind: 'hosted', args: []},
  {command: 'blueprints info', kind: 'hosted', args: []},
  {command: 'blueprints plan', kind: 'hosted', args: []},
  {command: 'blueprints deploy', kind: 'hosted', args: []},
  {command: 'blueprints logs', kind: 'hosted', args: []},
  {command: 'blueprints stacks', kind: 'hosted', args: []},
  {command: 'blueprints promote', kind: 'hosted', args: ['--force']},
  {command: 'blueprints destroy', kind: 'hosted', args: ['--force']},
  {
    command: 'blueprints mint-deploy-token',
    kind: 'hosted',
    args: ['--print'],
    reason: /Unknown role "blueprints-deployer"\./,
  },
  {command: 'functions logs', kind: 'hosted', args: ['hello']},
  {command: 'functions env list', kind: 'hosted', args: ['hello']},
  {command: 'functions env add', kind: 'hosted', args: ['hello', 'KEY', 'value']},
  {command: 'functions env remove', kind: 'hosted', args: ['hello', 'KEY']},
  {
    command: 'blueprints add',
    kind: 'offline',
    args: [
      'function',
      '--name=second',
      '--fn-type=document-publish',
      '--language=js',
      '--no-fn-helpers',
    ],
    output: /second/,
  },
  {
    command: 'functions add',
    kind: 'offline',
    args: ['--name=third', '--type=document-publish', '--language=js', '--no-helpers'],
    output: /third/,
  },
]

const deployment = ['--deployment', 'production'] as const

/** Workflows are documents of a dataset, so that they work without the hosted service. */
export const workflows: CommandGroup = [
  {
    command: 'workflows deploy',
    kind: 'offline',
    args: ['--all-tags', '--no-share-defs'],
    output: /created review v1/,
  },
  {
    command: 'workflows start',
    kind: 'offline',
    args: ['review', ...deployment, '--instance-id', 'w1'],
    output: /now at draft/,
  },
  {command: 'workflows list', kind: 'offline', args: [], output: /w1/},
  {command: 'workflows show', kind: 'offline', args: ['w1'], output: /draft/},
  {command: 'workflows tail', kind: 'offline', args: ['w1'], until: /w1|draft/, output: /w1|draft/},
  {command: 'workflows diagnose', kind: 'offline', args: ['w1', ...deployment], output: /w1|draft/},
  {
    command: 'workflows fire-action',
    kind: 'offline',
    args: ['w1', ...deployment, '--activity', 'check', '--action', 'approve'],
    output: /approve|done/,
  },
  {
    command: 'workflows reset-activity',
    kind: 'offline',
    args: ['w1', 'check', ...deployment],
    output: /check/,
  },
  {
    command: 'workflows set-stage',
    kind: 'offline',
    args: ['w1', ...deployment, '--to', 'draft'],
    output: /draft/,
  },
  {command: 'workflows abort', kind: 'offline', args: ['w1', ...deployment], output: /abort/i},
  {command: 'workflows definition list', kind: 'offline', args: [], output: /review/},
  {command: 'workflows definition show', kind: 'offline', args: ['review'], output: /review/},
  {command: 'workflows definition diff', kind: 'offline', args: ['review'], output: /review/},
  {
    command: 'workflows nuke',
    kind: 'offline',
    args: ['--instance', 'w1', ...deployment, '--force'],
    output: /w1|deleted/i,
  },
  {
    command: 'workflows definition delete',
    kind: 'offline',
    args: ['review', ...deployment],
    output: /review/,
  },
]

const website = 'Reads or opens a page of www.sanity.io'

/** These would leave this machine or change it, and none of them uses a Content Lake. */
export const unrelated: CommandGroup = [
  {command: 'docs browse', kind: 'unrelated', reason: website},
  {command: 'docs read', kind: 'unrelated', reason: website},
  {command: 'docs search', kind: 'unrelated', reason: website},
  {command: 'openapi get', kind: 'unrelated', reason: website},
  {command: 'openapi list', kind: 'unrelated', reason: website},
  {command: 'learn', kind: 'unrelated', reason: website},
  {command: 'manage', kind: 'unrelated', reason: website},
  {command: 'install', kind: 'unrelated', reason: 'Installs packages of the npm registry'},
  {command: 'skills install', kind: 'unrelated', reason: 'Installs packages of the npm registry'},
  {
    command: 'codemod',
    kind: 'unrelated',
    reason: 'Changes source files with a program of the npm registry',
  },
  {
    command: 'mcp configure',
    kind: 'unrelated',
    reason: 'Changes settings of editors on this machine, for mcp.sanity.io',
  },
  {
    command: 'init',
    kind: 'unrelated',
    reason: 'Creates files of a project, and installs packages of the npm registry',
  },
  {
    command: 'new',
    kind: 'unrelated',
    reason: 'Creates a hosted project. Offline, start a lake with `--project` and any id',
  },
]
