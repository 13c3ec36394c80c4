import {execFile} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, onTestFinished, test} from 'vitest'
import {parse} from 'yaml'
import * as z from 'zod'

import {folderWith} from '../cli/support.ts'

const root = join(import.meta.dirname, '../../..')
const action = z
  .object({
    inputs: z.record(z.string(), z.object({description: z.string(), default: z.string()})),
    outputs: z.record(z.string(), z.object({value: z.string()})),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.tuple([z.object({env: z.record(z.string(), z.string()), run: z.string()})]),
    }),
  })
  .parse(parse(readFileSync(join(root, 'lake/action/action.yml'), 'utf8')))
const [step] = action.runs.steps

/** Runs the step as GitHub does, with the command of this repository behind npx. */
async function runStep(inputs: Readonly<Record<string, string>>, files: Record<string, string>) {
  const folder = folderWith({...files, env: '', output: ''})
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes @touchpoints/lake@latest" ] || exit 9\nshift 2\necho $$ > "${folder}/pid"\nexec "${process.execPath}" "${root}/lake/command.ts" "$@"\n`
  writeFileSync(join(folder, 'npx'), npx, {mode: 0o755})
  const values = Object.entries(step.env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? ''
    return [name, inputs[input] ?? action.inputs[input]?.default]
  })
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    RUNNER_TEMP: folder,
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_OUTPUT: join(folder, 'output'),
    ...Object.fromEntries(values),
  }
  onTestFinished(() => {
    try {
      process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  })
  // The options of GitHub for `shell: bash`.
  const bash = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run]
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  try {
    const {stdout} = await promisify(execFile)('bash', bash, {cwd: folder, env})
    return {ok: true, stdout, env: read('env'), output: read('output')}
  } catch (error) {
    return {ok: false, stdout: String(Reflect.get(Object(error), 'stdout')), env: read('env')}
  }
}

describe('the GitHub Action', () => {
  test('starts a lake that answers when its step ends, and gives later steps the address', async () => {
    const inputs = {project: 'abc123', dataset: 'production staging', seed: 'a.ndjson', port: '0'}
    const {ok, stdout, env, output} = await runStep(inputs, {
      'a.ndjson': '{"_id":"a","_type":"post"}',
    })
    expect(stdout).toContain('abc123.staging')
    expect(ok).toBe(true)
    const url = /^SANITY_API_HOST=(\S+)$/m.exec(env)?.[1]
    expect(env).toContain(`SANITY_STUDIO_API_HOST=${url}\n`)
    expect(output).toBe(env)
    const query = `${url}/v1/data/query/production?query=count(*)`
    expect(await (await fetch(query)).json()).toMatchObject({result: 1})
    const [, step_, name] =
      /steps\.(\w+)\.outputs\.(\w+)/.exec(action.outputs['url']?.value ?? '') ?? []
    expect({step_, name}).toEqual({step_: 'lake', name: 'SANITY_API_HOST'})
  })

  test('fails with the reason, so that the log of the job has it', async () => {
    const result = await runStep({project: 'ABC', port: '0'}, {})
    expect(result).toMatchObject({ok: false, env: ''})
    expect(result.stdout).toMatch(
      /Invalid projectId: "ABC"[^]*::error::The Content Lake did not start/,
    )
  })
})
