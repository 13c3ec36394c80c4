import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {repository} from '../repository.ts'
import type {CliFolders} from './runCli.ts'

export const cliProjectId = 'clitest1'

/** A pixel, for `assets upload`. */
const image =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const files = {
  'package.json': `${JSON.stringify({name: 'cli-project', private: true, version: '1.0.0', dependencies: {sanity: '*', react: '*', 'react-dom': '*', 'styled-components': '*'}}, null, 2)}\n`,
  'sanity.cli.ts': `import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {projectId: '${cliProjectId}', dataset: 'production'},
  deployment: {autoUpdates: false},
  mediaLibrary: {aspectsPath: 'aspects'},
})
`,
  'sanity.config.ts': `import {defineConfig, defineField, defineType} from 'sanity'

export default defineConfig({
  name: 'default',
  title: 'CLI project',
  projectId: '${cliProjectId}',
  dataset: 'production',
  schema: {
    types: [
      defineType({
        name: 'post',
        type: 'document',
        fields: [
          defineField({name: 'title', type: 'string', validation: (rule) => rule.required()}),
          defineField({name: 'cover', type: 'image'}),
        ],
      }),
    ],
  },
})
`,
  'tsconfig.json': '{"compilerOptions": {"module": "preserve", "moduleResolution": "bundler"}}\n',
  'seed.ndjson': ['post-1', 'post-2']
    .map((_id) => `${JSON.stringify({_id, _type: 'post', title: `Title of ${_id}`})}\n`)
    .join(''),
  'import.ndjson': '{"_id": "imported", "_type": "post", "title": "Imported"}\n',
  'document.json': '{"_id": "created", "_type": "post", "title": "Created"}\n',
  'migrations/rename/index.ts': `import {at, defineMigration, set} from 'sanity/migrate'

export default defineMigration({
  title: 'Rename',
  documentTypes: ['post'],
  migrate: {document: (document) => (document._id === 'post-2' ? at('title', set('Renamed')) : [])},
})
`,
  'printUser.ts': `import {getCliClient} from 'sanity/cli'

const client = getCliClient({apiVersion: '${apiVersion}'})
const user = await client.users.getById('me')
console.log('user', user.id, 'documents', await client.fetch('count(*[_type == "post"])') > 1)
`,
  'createHook.ts': `import {writeFileSync} from 'node:fs'
import {getCliClient} from 'sanity/cli'

const client = getCliClient({apiVersion: '${apiVersion}'}).withConfig({useProjectHostname: false})
const uri = '/hooks/projects/${cliProjectId}'
const hook = await client.request({
  method: 'POST',
  uri,
  body: {name: 'on-post', url: 'http://127.0.0.1:9/', dataset: 'staging', rule: {on: ['create']}},
})
await client.withConfig({dataset: 'staging', useProjectHostname: true}).create({_type: 'post', title: 'Hooked'})
let attempts = []
while (attempts.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 200))
  attempts = await client.request({uri: uri + '/' + hook.id + '/attempts'})
}
writeFileSync('attempt.txt', attempts[0].id)
`,
  'createToken.ts': `import {writeFileSync} from 'node:fs'
import {getCliClient} from 'sanity/cli'

const client = getCliClient({apiVersion: '${apiVersion}'}).withConfig({useProjectHostname: false})
const body = {
  label: 'Rotated',
  memberships: [{resourceType: 'project', resourceId: '${cliProjectId}', roleNames: ['viewer']}],
}
const robot = await client.request({method: 'POST', uri: '/access/project/${cliProjectId}/robots', body})
writeFileSync('token.txt', robot.token)
writeFileSync('tokenId.txt', robot.id)
`,
  'sanity.workflow.ts': `import {defineWorkflow, defineWorkflowConfig} from '@sanity/workflow-engine/define'

const review = defineWorkflow({
  name: 'review',
  title: 'Review',
  initialStage: 'draft',
  stages: [
    {
      name: 'draft',
      title: 'Draft',
      activities: [
        {name: 'check', title: 'Check', actions: [{name: 'approve', title: 'Approve', status: 'done'}]},
      ],
      transitions: [{name: 'finish', to: 'done'}],
    },
    {name: 'done', title: 'Done'},
  ],
})

export default defineWorkflowConfig({
  deployments: [
    {
      expectedMinReaderModel: 4,
      name: 'production',
      tag: 'prod',
      workflowResource: {type: 'dataset', id: '${cliProjectId}.production'},
      definitions: [review],
    },
  ],
})
`,
  'sanity.blueprint.json': `${JSON.stringify({
    blueprintVersion: '2024-10-01',
    resources: [
      {
        name: 'hello',
        type: 'sanity.function.document',
        src: 'functions/hello',
        event: {on: ['create']},
      },
    ],
  })}\n`,
  '.sanity/blueprint.config.json': `${JSON.stringify({
    blueprintConfigVersion: 'v2025-05-08',
    projectId: cliProjectId,
    stackId: 'ST-none',
  })}\n`,
  'functions/hello/index.js': "export const handler = async () => console.log('handled')\n",
  'queries.ts': `import {defineQuery} from 'groq'

export const postsQuery = defineQuery('*[_type == "post"]{title}')
`,
} as const

/** Makes a small Sanity project. It has the packages of this repository. */
export function makeCliProject(folder: string): CliFolders {
  const project = join(folder, 'project')
  const home = join(folder, 'home')
  mkdirSync(home, {recursive: true})
  for (const [name, text] of Object.entries(files)) {
    const file = join(project, name)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  writeFileSync(join(project, 'pixel.png'), Buffer.from(image, 'base64'))
  symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'))
  return {project, home, data: join(folder, 'data')}
}
