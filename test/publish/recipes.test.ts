import {existsSync, globSync} from 'node:fs'
import {join} from 'node:path'
import {parse as parseToml} from 'smol-toml'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import * as z from 'zod'

import {publishFolder, readRecipe} from './support/publishFolder.ts'

/** Scripts of a created project's package.json. */
const scripts = ['start', 'build', 'check', 'export', 'save', 'backup', 'touchpoints']

const files = globSync('**/*', {cwd: publishFolder, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(publishFolder.length + 1))

const workflowFormat = z.object({
  on: z.looseObject({
    push: z.unknown().optional(),
    workflow_dispatch: z.unknown().optional(),
    schedule: z.array(z.object({cron: z.string()})),
  }),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({group: z.string(), 'cancel-in-progress': z.literal(false)}).optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      if: z.string().optional(),
      needs: z.string().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          if: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
})

const readWorkflow = (name: string) =>
  workflowFormat.parse(parseYaml(readRecipe(`_github/workflows/${name}.yml`)))
const workflow = readWorkflow('publish')
const rebuild = readWorkflow('rebuild')

const compose = z
  .looseObject({
    services: z.record(
      z.string(),
      z.looseObject({
        build: z.object({target: z.string(), args: z.record(z.string(), z.string())}).loose(),
        command: z.array(z.string()),
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()).optional(),
        volumes: z.array(z.string()),
        user: z.string().optional(),
        read_only: z.literal(true),
        cap_drop: z.tuple([z.literal('ALL')]),
      }),
    ),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parseYaml(readRecipe('compose.yaml'), {merge: true}))

/** The instructions of the Dockerfile, with continued lines joined. */
const instructions = readRecipe('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')

const after = (name: string) =>
  instructions
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1))

it('every file parses, and is one that docs/publish.md or another file names', () => {
  for (const file of files) {
    if (file.endsWith('.toml')) parseToml(readRecipe(file))
    if (/\.ya?ml$/.test(file)) parseYaml(readRecipe(file), {merge: true})
    if (/\.jsonc?$/.test(file)) JSON.parse(withoutComments(readRecipe(file)))
  }
  const texts = [readDocs(), ...files.map(readRecipe)].join('\n')
  const unnamed = files.filter((file) => !texts.includes(String(file.split('/').at(-1))))
  // Docker looks for it by its name.
  expect(unnamed).toEqual(['_dockerignore'])
})

it('the recipes run only scripts that a project has', () => {
  const used = files.flatMap((file) => [...readRecipe(file).matchAll(/npm run ([\w:]+)/g)])
  expect(used.length).toBeGreaterThan(3)
  expect(used.map(([, name]) => name).filter((name) => !scripts.includes(String(name)))).toEqual([])
})

it.each([
  ['netlify.toml', 'publish = "dist/site"'],
  ['vercel.json', '"outputDirectory": "dist/site"'],
  ['wrangler.jsonc', '"directory": "./dist/site"'],
  ['_github/workflows/publish.yml', 'path: dist/site'],
])('%s publishes the folder that the build writes', (file, text) => {
  expect(readRecipe(file)).toContain(text)
})

describe('the workflow', () => {
  const jobs = Object.entries(workflow.jobs)

  it('may only read, except for the job that publishes', () => {
    expect(workflow.permissions).toEqual({contents: 'read'})
    const more = jobs.flatMap(([name, {permissions}]) => (permissions ? [[name, permissions]] : []))
    expect(more).toEqual([['pages', {pages: 'write', 'id-token': 'write'}]])
  })

  it('does nothing before SITE_URL is set, so that a new repository has no failing runs', () => {
    const first = [...jobs, ...Object.entries(rebuild.jobs)].filter(([, {needs}]) => !needs)
    expect(first.map(([name]) => name)).toEqual(['hook', 'build', 'check'])
    for (const [, job] of first) expect(job.if).toContain("vars.SITE_URL != ''")
  })

  it('builds in every run, because a run that waits takes the place of a push that waits', () => {
    expect(workflow.concurrency?.group).toBe('publish')
    const {build, pages} = workflow.jobs
    expect([build?.if, build?.needs]).toEqual([
      "vars.SITE_URL != '' && vars.PUBLISH_WITH != 'hook'",
      undefined,
    ])
    expect([pages?.if, pages?.needs]).toEqual([undefined, 'build'])
  })

  it('builds the newest commit, because a run can wait while another push comes', () => {
    const [checkout] = workflow.jobs['build']?.steps ?? []
    expect(checkout?.with?.['ref']).toBe('${{ github.ref_name }}')
  })

  it('either builds or asks a host to build, and a push builds there already', () => {
    expect(workflow.jobs['build']?.if).toContain("vars.PUBLISH_WITH != 'hook'")
    expect(workflow.jobs['hook']?.if).toContain("vars.PUBLISH_WITH == 'hook'")
    expect(workflow.jobs['hook']?.if).toContain("github.event_name != 'push'")
  })
})

describe('the hourly check', () => {
  it('is in no group of the workflow that publishes, and starts it only when it is due', () => {
    expect(rebuild.concurrency?.group).not.toBe('publish')
    expect(rebuild.on.schedule.map(({cron}) => cron)).toEqual([
      expect.stringMatching(/^\d+ \* \* \* \*$/),
    ])
    expect(workflow.on.schedule.filter(({cron}) => /^\d+ \* /.test(cron))).toEqual([])
    const last = rebuild.jobs['check']?.steps.at(-1)
    expect(last?.if).toBe("steps.check.outputs.due == 'true'")
    expect(last?.run).toMatch(/^gh workflow run publish\.yml /)
    expect(workflow.on).toHaveProperty('workflow_dispatch')
  })

  it('may start a workflow, and change nothing', () => {
    expect(rebuild.permissions).toEqual({contents: 'read', actions: 'write'})
  })
})

describe.each(['publish', 'rebuild', 'export'])('the workflow %s.yml', (name) => {
  const steps = Object.values(readWorkflow(name).jobs).flatMap((job) => job.steps)

  it('uses actions of GitHub only, because an action runs with the secrets of the job', () => {
    const used = steps.flatMap(({uses}) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([])
  })

  it('puts no expression into a shell, where its text would be a command', () => {
    const runs = steps.flatMap(({run}) => run ?? [])
    expect(runs.length).toBeGreaterThan(1)
    expect(runs.filter((run) => run.includes('${{'))).toEqual([])
  })

  it('leaves no token in the folder of a repository, where every script of a package can read it', () => {
    const checkouts = steps.filter(({uses}) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(0)
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false)
  })
})

describe('the image', () => {
  it('comes from Debian and npm only', () => {
    const bases = after('FROM').map((line) => line.split(' ')[0])
    expect(bases).toEqual(['debian:trixie-slim', 'debian:trixie-slim', 'app'])
    const packages = after('RUN').flatMap((line) =>
      (/apt-get install --yes --no-install-recommends ([^&]+)/.exec(line)?.[1] ?? '')
        .trim()
        .split(' '),
    )
    expect(new Set(packages.filter(Boolean))).toEqual(new Set(['ca-certificates', 'npm', 'caddy']))
    expect(after('RUN').filter((line) => /curl|wget|https?:/.test(line))).toEqual([])
  })

  it('runs as a user without rights, except for the program that starts the others as that user', () => {
    expect(after('USER')).toEqual(['touchpoints', 'root'])
    expect(after('CMD').at(-1)).toBe('["node", "start.mjs"]')
  })

  it('leaves out data, secrets and what it installs itself', () => {
    const ignored = readRecipe('_dockerignore').split('\n')
    for (const path of ['.env*', '.touchpoints', '**/node_modules', '**/dist', '.git']) {
      expect(ignored).toContain(path)
    }
  })

  it('has the tarballs of a project before it installs, and needs none', () => {
    const install = instructions.indexOf('RUN npm ci')
    const copies = instructions.slice(0, install).filter((line) => line.startsWith('COPY '))
    // A file that is always there comes first, because COPY fails when no source exists.
    expect(copies).toContain('COPY package.json packages* ./packages/')
    const ignored = readRecipe('_dockerignore').split('\n')
    expect(ignored.filter((line) => /package|tgz/.test(line))).toEqual([])
  })

  it('starts files and commands that exist in a project', () => {
    const commands = Object.values(compose.services).map(({command}) => command[0])
    expect(new Set(commands)).toEqual(new Set(['touchpoints', 'node', 'caddy']))
    expect(existsSync(join(publishFolder, 'start.mjs'))).toBe(true)
    expect(existsSync(join(publishFolder, 'Caddyfile'))).toBe(true)
  })
})

describe('the compose file', () => {
  const services = Object.entries(compose.services)
  const environmentOf = (name: string) => compose.services[name]?.environment ?? {}

  it('publishes ports of Caddy only', () => {
    const published = services.flatMap(([name, {ports}]) => (ports ? [[name, ports]] : []))
    expect(published).toEqual([['caddy', ['80:80', '443:443']]])
  })

  it('gives the site no token that may write, and the lake no password', () => {
    const names = (service: string) => Object.keys(environmentOf(service))
    expect(names('site')).not.toContain('SANITY_API_WRITE_TOKEN')
    expect(names('caddy')).not.toContain('SANITY_API_READ_TOKEN')
    expect(names('lake')).not.toContain('EDITORS')
  })

  it('stops before it starts when a variable is missing that an open server would lack', () => {
    const text = readRecipe('compose.yaml')
    for (const name of [
      'SITE_URL',
      'STUDIO_URL',
      'SANITY_API_READ_TOKEN',
      'SANITY_API_WRITE_TOKEN',
      'EDITORS',
    ]) {
      expect(text).toContain(`\${${name}:?`)
    }
  })

  it('builds the stage and the arguments that the Dockerfile has', () => {
    for (const [, {build}] of services) {
      expect(instructions).toContain(`FROM debian:trixie-slim AS ${build.target}`)
      expect(Object.keys(build.args).toSorted()).toEqual(after('ARG').toSorted())
    }
  })

  it('keeps the lake, backups and certificates in volumes that it declares', () => {
    const used = services.flatMap(([, {volumes}]) => volumes.map((volume) => volume.split(':')[0]))
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.volumes)))
    expect(compose.services['lake']?.volumes).toEqual(['lake:/data', 'backups:/backups'])
  })

  it('the lake accepts the name by which the site calls it', () => {
    expect(new URL(String(environmentOf('site')['SANITY_API_HOST'])).hostname).toBe(
      compose.services['lake']?.['hostname'],
    )
  })
})

describe('the Caddyfile', () => {
  const used = [...readRecipe('Caddyfile').matchAll(/\{\$(\w+)\}/g)].map(([, name]) => String(name))

  it.each([
    ['compose.yaml', Object.keys(compose.services['caddy']?.environment ?? {})],
    [
      'start.mjs',
      [...readRecipe('start.mjs').matchAll(/\b([A-Z][A-Z_]+)\b/g)].map(([, name]) => String(name)),
    ],
  ])('has each of its variables in %s', (_file, given) => {
    expect([...new Set(used)].filter((name) => !given.includes(name))).toEqual([])
  })

  it('asks for a password before anything else at the Studio’s address, and nowhere else', () => {
    const [, site = '', studio = ''] = readRecipe('Caddyfile').split(/^\{\$\w+_ADDRESS\} \{$/m)
    expect(site).not.toContain('basicauth')
    expect(studio).toMatch(/^\tbasicauth \{$/m)
    expect(studio).not.toMatch(/header_up Origin/)
  })
})

it.each([
  ['fly.toml', ['SITE_URL', 'STUDIO_URL']],
  [
    'render.yaml',
    ['SITE_URL', 'STUDIO_URL', 'EDITORS', 'SANITY_API_READ_TOKEN', 'SANITY_API_WRITE_TOKEN'],
  ],
])('%s has one machine, its disk and the variables of start.mjs', (file, variables) => {
  const text = readRecipe(file)
  expect(text).toContain('/data')
  expect(text).toContain('/api/health')
  for (const name of variables) expect(text).toContain(name)
})

describe('docs/publish.md', () => {
  it('names each variable that the build of a host needs, because .env is not in git', () => {
    const build = workflow.jobs['build']?.steps.flatMap(({env}) => Object.keys(env ?? {})) ?? []
    expect(build.length).toBeGreaterThan(2)
    expect(build.filter((name) => !readDocs().includes(`\`${name}\``))).toEqual([])
    for (const host of ['GitHub Pages', 'Cloudflare', 'Netlify', 'Vercel']) {
      const [, section = ''] = readDocs().split(`## ${host}\n`)
      expect(section.split('\n## ')[0]).toContain('(#with-hosted-content)')
    }
  })

  it('runs tools that a project does not install in a fixed major version', () => {
    const tools = [...readDocs().matchAll(/npx ([\w@/.-]+)/g)].map(([, name]) => name)
    const installed = ['sanity', 'touchpoints', 'node']
    const others = tools.filter((name) => name !== undefined && !installed.includes(name))
    expect(others).toEqual(['wrangler@4'])
  })
})

/** JSON of a JSONC file with comments on lines of their own. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/,(?=\s*[}\]])/g, '')
}

function readDocs(): string {
  return readRecipe('../../../docs/publish.md')
}
