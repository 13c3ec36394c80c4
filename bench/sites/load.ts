import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export interface LoadTool {
  name: 'wrk' | 'autocannon'
}

export interface Load {
  /** Requests per second. */
  perSecond: number
  /** 95th percentile of the latency, in milliseconds. */
  p95: number
}

const connections = '50'

/** Returns wrk if it is installed, because it uses the least CPU. Otherwise autocannon, which npx downloads. */
export function loadTool(): LoadTool {
  return {name: spawnSync('wrk', ['-v']).error ? 'autocannon' : 'wrk'}
}

/** Sends requests for some seconds and returns the throughput. */
export async function measureLoad(
  {name}: LoadTool,
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<Load> {
  return name === 'wrk' ? byWrk(url, headers, seconds) : byAutocannon(url, headers, seconds)
}

function byWrk(url: string, headers: Record<string, string>, seconds: number): Load {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-wrk-'))
  const script = join(folder, 'report.lua')
  // wrk's own report has no 95th percentile.
  writeFileSync(
    script,
    `done = function(summary, latency)
      io.write(string.format('RESULT %f %f\\n', summary.requests / summary.duration * 1e6, latency:percentile(95) / 1000))
    end\n`,
  )
  const headerArguments = Object.entries(headers).flatMap(([key, value]) => [
    '-H',
    `${key}: ${value}`,
  ])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, ...headerArguments, url]
  const output = execFileSync('wrk', args, {encoding: 'utf8'})
  rmSync(folder, {recursive: true})
  const [, perSecond, p95] = /RESULT ([\d.]+) ([\d.]+)/.exec(output) ?? []
  return {perSecond: Number(perSecond), p95: Number(p95)}
}

function byAutocannon(url: string, headers: Record<string, string>, seconds: number): Load {
  const headerArguments = Object.entries(headers).flatMap(([key, value]) => [
    '-H',
    `${key}=${value}`,
  ])
  const args = [
    '--yes',
    'autocannon',
    '-j',
    '-c',
    connections,
    '-d',
    String(seconds),
    ...headerArguments,
    url,
  ]
  const result: unknown = JSON.parse(execFileSync('npx', args, {encoding: 'utf8'}))
  const part = (name: string): object => Object(Reflect.get(Object(result), name))
  return {
    perSecond: Number(Reflect.get(part('requests'), 'average')),
    // autocannon reports the 97.5th percentile, which is never lower than the 95th.
    p95: Number(Reflect.get(part('latency'), 'p97_5')),
  }
}
