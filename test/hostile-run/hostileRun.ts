import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'

import type {Arena, Attack} from './attack.ts'
import {faultAttacks} from './attacks/faults.ts'
import {feedAttacks} from './attacks/feeds.ts'
import {floodAttacks} from './attacks/floods.ts'
import {imageAttacks} from './attacks/images.ts'
import {importAttacks} from './attacks/imports.ts'
import {networkAttacks} from './attacks/network.ts'
import {queryAttacks} from './attacks/queries.ts'
import {socketAttacks} from './attacks/sockets.ts'
import {honestEditor, type HonestRequest, honestVisitor} from './honest.ts'
import {type Product, startProduct} from './product.ts'
import {seededRandom} from './random.ts'
import {statusOf} from './request.ts'

export interface HostileRunOptions {
  /** How long to attack, in milliseconds, after everything has started. */
  duration: number
  /** Repeats the order and the choices of another run. */
  seed: number
  /** A folder of further feeds (`.ics`). */
  feedFolder?: string
  /** Only attacks with a kind or a name that contains this text. */
  only?: string
  log: (line: string) => void
}

/** What was tried, and how the product and its honest clients fared. */
export interface HostileReport {
  seed: number
  tried: {attack: Attack; outcome: string; duration: number}[]
  honest: HonestRequest[]
  /** Processes that ended or hung, with their last output and the attacks at that time. */
  deaths: {name: string; output: string; during: string}[]
  /** Resident memory of each process in MB. */
  memory: Map<string, {first: number; last: number; max: number}>
}

/** A process that does not respond for this long hangs, in milliseconds. */
const hang = 5000

/** How long one attempt may take, in milliseconds. */
const attemptTime = 8000

/**
 * Attacks the running product in a random order, while an honest visitor and an honest editor use it.
 *
 * Runs two attacks at a time, and each fault alone. Everything listens on the loopback address.
 */
export async function hostileRun(options: HostileRunOptions): Promise<HostileReport> {
  const {duration, seed, log} = options
  const report: HostileReport = {seed, tried: [], honest: [], deaths: [], memory: new Map()}
  const folder = mkdtempSync(join(tmpdir(), 'hostile-run-'))
  const current = new Set<string>()
  const onDeath = (name: string, output: string) => {
    // A process may end moments after the attack.
    const before = report.tried.slice(-2).map(({attack}) => `${attack.kind}: ${attack.name}`)
    const during = `${[...current].join(' + ')}, after ${before.join(' + ')}`
    report.deaths.push({name, output, during})
    log(`${name} ENDED during ${during}`)
  }
  const product = await startProduct({folder, onDeath}).catch((error: unknown) => {
    rmSync(folder, {recursive: true, force: true})
    throw error
  })
  const over = AbortSignal.timeout(duration)
  try {
    await warmUp(product)
    const arena = {product, folder, random: seededRandom(seed)}
    await Promise.all([
      honestVisitor(product, over, (request) => report.honest.push(request)),
      honestEditor(product, over, (request) => report.honest.push(request)),
      watchMemory(product, over, report.memory),
      attackUntil(over, arena, {report, current, ...options}),
    ])
  } finally {
    await product.stop()
    rmSync(folder, {recursive: true, force: true})
  }
  return report
}

/** The first request compiles the pages. */
async function warmUp({siteUrl, pagePath}: Product): Promise<void> {
  for (const path of [pagePath, '/api/events.json']) {
    const response = await fetch(`${siteUrl}${path}`)
    await response.arrayBuffer()
  }
}

interface Running extends HostileRunOptions {
  report: HostileReport
  current: Set<string>
}

async function attackUntil(
  over: AbortSignal,
  arena: Omit<Arena, 'signal'>,
  {report, current, feedFolder, only, log}: Running,
): Promise<void> {
  const attacks = allAttacks(arena.product, feedFolder).filter(
    ({kind, name}) => only === undefined || `${kind} ${name}`.includes(only),
  )
  const faults = attacks.filter(({kind}) => kind === 'fault')
  const others = attacks.filter(({kind}) => kind !== 'fault')
  const nextOther = endless(others, arena)
  const nextFault = endless(faults, arena)
  const attempt = async (attack: Attack | undefined) => {
    if (attack === undefined || over.aborted) return
    const label = `${attack.kind}: ${attack.name}`
    current.add(label)
    const started = performance.now()
    const signal = AbortSignal.any([over, AbortSignal.timeout(attemptTime)])
    const outcome = await Promise.race([attack.run({...arena, signal}), leftAlone(signal)]).catch(
      (error: unknown) => (signal.aborted ? 'no response' : String(error)),
    )
    current.delete(label)
    report.tried.push({attack, outcome, duration: performance.now() - started})
    log(`${label}: ${outcome}`)
  }
  while (!over.aborted) {
    for (let pair = 0; pair < 6 && others.length > 0 && !over.aborted; pair++) {
      await Promise.all([attempt(nextOther()), attempt(nextOther())])
      await revive(arena.product, report, log)
    }
    await attempt(nextFault())
    await revive(arena.product, report, log)
  }
}

/**
 * Starts each process again that ended, or that does not respond. An attack that ends one process would
 * otherwise hide what the others do.
 */
async function revive(
  {programs, pings}: Product,
  {deaths, tried}: HostileReport,
  log: (line: string) => void,
): Promise<void> {
  await Promise.all(
    (['lake', 'guardedLake', 'site', 'reader'] as const).map(async (key) => {
      const program = programs[key]
      await program.start()
      const status = await statusOf(pings[key], {signal: AbortSignal.timeout(hang)})
      if (status === 'closed') {
        // It is about to end.
        await delay(500)
        await program.start()
      }
      if (status !== 'no response') return
      const during = tried.slice(-2).map(({attack}) => `${attack.kind}: ${attack.name}`)
      const output = `It did not respond for ${hang / 1000} s, and was killed.`
      deaths.push({name: program.name, output, during: during.join(' + ')})
      log(`${program.name} HANGS after ${during.join(' + ')}`)
      await program.kill()
      await program.start()
    }),
  )
}

/** Fails some seconds after the end of an attempt, for an attack that waits for a process that hangs. */
async function leftAlone(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  await delay(3000)
  throw new Error('The attempt did not end')
}

/** Returns each item once in a random order, and then again in another one. */
function endless<Item>(items: readonly Item[], {random}: Pick<Arena, 'random'>) {
  let left: Item[] = []
  return (): Item | undefined => {
    if (left.length === 0) left = random.shuffled(items)
    return left.pop()
  }
}

function allAttacks(product: Product, feedFolder: string | undefined): Attack[] {
  return [
    ...feedAttacks(feedFolder === undefined ? {} : feedsIn(feedFolder)),
    ...networkAttacks(product.feedServer),
    ...queryAttacks,
    ...imageAttacks,
    ...importAttacks,
    ...socketAttacks,
    ...floodAttacks,
    ...faultAttacks,
  ]
}

function feedsIn(folder: string): Record<string, () => string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ics'))
  return Object.fromEntries(
    names.map((name) => [name, () => readFileSync(join(folder, name), 'utf8')]),
  )
}

async function watchMemory(
  {programs}: Product,
  over: AbortSignal,
  memory: HostileReport['memory'],
): Promise<void> {
  while (!over.aborted) {
    for (const program of Object.values(programs)) {
      const now = await program.memory()
      const {first, max} = memory.get(program.name) ?? {first: now, max: now}
      memory.set(program.name, {first, last: now, max: Math.max(max, now)})
    }
    await delay(1000, undefined, {signal: over}).catch(() => undefined)
  }
}
