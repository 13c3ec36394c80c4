import {execFile} from 'node:child_process'
import {chmod, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import * as z from 'zod'

import {pageServer} from '../../support/pageServer.ts'
import {documents, exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

const run = promisify(execFile)
const github = resolve(import.meta.dirname, '../../../create/template/publish/_github')

const workflowFormat = z.object({
  on: z.object({schedule: z.array(z.object({cron: z.string()})), workflow_dispatch: z.null()}),
  permissions: z.record(z.string(), z.string()),
  jobs: z.object({
    export: z.object({
      if: z.string(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  }),
})

describe('the workflow', () => {
  const read = async () =>
    workflowFormat.parse(parse(await readFile(join(github, 'workflows/export.yml'), 'utf8')))

  test('runs on a schedule and by hand, and cannot write with its own token', async () => {
    const {on, permissions} = await read()
    expect(on.schedule).toHaveLength(1)
    expect(permissions).toEqual({contents: 'read'})
  })

  test('pins each action by its major version', async () => {
    const {jobs} = await read()
    const uses = jobs.export.steps.flatMap((step) => step.uses ?? [])
    expect(uses.length).toBeGreaterThan(2)
    for (const each of uses) expect(each).toMatch(/^actions\/[\w-]+@v\d+$/)
  })

  test('has the token of the site only where it reads and writes its repository, after the install', async () => {
    const {steps} = (await read()).jobs.export
    const withToken = steps.flatMap((step, index) =>
      JSON.stringify(step).includes('SITE_TOKEN') ? [index] : [],
    )
    const install = steps.findIndex(({run: command}) => command === 'npm ci')
    expect(install).toBeGreaterThan(0)
    expect(withToken).toEqual([install + 1, steps.length - 1])
    expect(steps[install + 1]?.with).toMatchObject({'persist-credentials': false})
  })

  test('runs scripts that exist, and none gets a value as a part of its text', async () => {
    const {jobs} = await read()
    const commands = jobs.export.steps.flatMap((step) => step.run ?? [])
    const scripts = commands.flatMap((each) => /\.github\/(scripts\/\w+\.sh)/.exec(each)?.[1] ?? [])
    expect(scripts).toHaveLength(2)
    for (const script of scripts) await run('bash', ['-n', join(github, script)])
    // A variable of the repository in a command would be a command.
    expect(commands.filter((each) => each.includes('${{'))).toEqual([])
  })
})

describe('the script that opens a pull request', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoints-pull-request-'))
    await git('init', '--quiet', '--bare', '--initial-branch', 'main', 'site.git')
    await git('clone', '--quiet', 'site.git', 'author')
    await writeFiles(join(folder, 'author'), {'index.md': 'Home\n'})
    await commit('author', 'Start')
    await writeFiles(folder, {'bin/gh': fakeGh, 'gh.log': '', open: ''})
    await chmod(join(folder, 'bin/gh'), 0o755)
  })
  afterEach(() => rm(folder, {recursive: true, force: true}))

  const git = async (...args: string[]) => (await run('git', args, {cwd: folder})).stdout.trim()
  const inSite = (site: string, ...args: string[]) => git('-C', site, ...args)

  async function commit(site: string, message: string, branch = 'main') {
    const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
    await inSite(site, 'add', '--all')
    await git('-C', site, ...who, 'commit', '--quiet', '--message', message)
    await inSite(site, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  }

  /** Runs the script in a fresh checkout with these files, as the workflow does. */
  async function propose(files: Record<string, string>) {
    await rm(join(folder, 'checkout'), {recursive: true, force: true})
    await git('clone', '--quiet', 'site.git', 'checkout')
    await writeFiles(join(folder, 'checkout'), files)
    return openPullRequest()
  }

  async function openPullRequest(more: Record<string, string> = {}) {
    const env = {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
      FAKE_GH: folder,
      ...more,
    }
    const script = join(github, 'scripts/openPullRequest.sh')
    const {stdout} = await run('bash', [script, 'checkout'], {cwd: folder, env})
    return stdout
  }

  const calls = async () =>
    (await readFile(join(folder, 'gh.log'), 'utf8'))
      .split('\n')
      .filter((line) => /^pr (?:create|close)/.test(line))
  const branchFile = () => inSite('site.git', 'show', 'touchpoints/export:meetings.md')
  const commits = () => inSite('site.git', 'rev-list', '--count', 'main..touchpoints/export')

  test('gives git the token of gh, because the checkout leaves none in the folder', async () => {
    const sent: (string | null)[] = []
    const {origin, close} = await pageServer(({headers}) => {
      sent.push(headers.get('authorization'))
      return new Response('', {status: 401, headers: {'www-authenticate': 'Basic realm="site"'}})
    })
    await git('clone', '--quiet', 'site.git', 'checkout')
    await inSite('checkout', 'remote', 'set-url', 'origin', `${origin}/site.git`)
    await writeFiles(join(folder, 'checkout'), {'meetings.md': 'One\n'})
    await expect(openPullRequest({GH_TOKEN: 'planted'})).rejects.toThrow('Authentication failed')
    await close()
    const basic = Buffer.from('x-access-token:planted').toString('base64')
    expect(sent).toContain(`Basic ${basic}`)
    expect(await readFile(join(folder, 'checkout/.git/config'), 'utf8')).not.toContain('planted')
  })

  test('runs no hook of the folder, which a package could have written', async () => {
    await git('clone', '--quiet', 'site.git', 'checkout')
    const hook = '#!/bin/sh\ntouch "$FAKE_GH/hook-ran"\n'
    await writeFiles(join(folder, 'checkout'), {'.git/hooks/pre-push': hook, 'meetings.md': 'One'})
    await chmod(join(folder, 'checkout/.git/hooks/pre-push'), 0o755)
    await openPullRequest()
    expect(await branchFile()).toBe('One')
    expect((await readFiles(folder)).has('hook-ran')).toBe(false)
  })

  test('does nothing when nothing changed', async () => {
    expect(await propose({})).toContain('up to date')
    expect(await calls()).toEqual([])
    expect(await inSite('site.git', 'branch', '--list', 'touchpoints/export')).toBe('')
  })

  test('opens one pull request, and updates it when something changed again', async () => {
    await propose({'meetings.md': 'One\n'})
    expect(await calls()).toEqual([
      expect.stringMatching(/^pr create --head touchpoints\/export --base main --title Update/),
    ])
    expect(await branchFile()).toBe('One')
    expect(await propose({'meetings.md': 'One\n'})).toContain('already')
    await propose({'meetings.md': 'Two\n'})
    expect(await branchFile()).toBe('Two')
    expect(await calls()).toHaveLength(1)
    // One commit on the current state of the site, so that the pull request stays easy to review.
    expect(await commits()).toBe('1')
  })

  test('follows the site, so that the pull request has no conflict with it', async () => {
    await propose({'meetings.md': 'One\n'})
    await writeFiles(join(folder, 'author'), {'index.md': 'New home\n'})
    await commit('author', 'Change the home page')
    await propose({'meetings.md': 'One\n'})
    expect(await inSite('site.git', 'show', 'touchpoints/export:index.md')).toBe('New home')
  })

  test('closes the pull request when the site is up to date without it', async () => {
    await propose({'meetings.md': 'One\n'})
    await propose({})
    expect(await calls()).toEqual([
      expect.stringContaining('pr create'),
      expect.stringContaining('pr close 7'),
    ])
  })

  test('does not write over the commit of a person on its branch', async () => {
    await propose({'meetings.md': 'One\n'})
    await inSite('author', 'fetch', '--quiet')
    await inSite('author', 'checkout', '--quiet', 'touchpoints/export')
    await writeFiles(join(folder, 'author'), {'meetings.md': 'By hand\n'})
    await commit('author', 'Say it better', 'touchpoints/export')
    expect(await propose({'meetings.md': 'Two\n'})).toContain('commits of other people')
    expect(await branchFile()).toBe('By hand')
  })
})

test('an export reads the documents of a folder, as in a workflow without a lake', async () => {
  const lake = await startSmallLake()
  const text = documents.map((each) => JSON.stringify(each)).join('\n')
  await writeFiles(lake.folder, {'content/all.ndjson': text})
  const args = ['export', 'site', '--format', 'hugo', '--now', exportedAt, '--content']
  const nowhere = {SANITY_API_HOST: 'http://127.0.0.1:9'}
  expect(await lake.touchpoints([...args, 'content'], nowhere)).toMatchObject({code: 0, err: ''})
  const pages = await readFiles(join(lake.folder, 'site/content/touchpoints'))
  expect([...pages.keys()]).toContain('glossary.md')
  // The import was just now. The next one is no reason for a pull request.
  const again = await lake.touchpoints([...args, 'content'], nowhere)
  expect(again.out).toMatch(/changed=false\n$/)
  const empty = await lake.touchpoints([...args, 'nothing'], nowhere)
  expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('has no *.ndjson')])
  await lake.stop()
})

/** Logs its calls, and has the pull request 7 from `pr create` until `pr close`. */
const fakeGh = `#!/usr/bin/env bash
echo "$*" >> "$FAKE_GH/gh.log"
case "$2" in
  git-credential) printf 'username=x-access-token\npassword=%s\n' "$GH_TOKEN" ;;
  list) cat "$FAKE_GH/open" ;;
  create) echo 7 > "$FAKE_GH/open" ;;
  close) : > "$FAKE_GH/open" ;;
esac
`
