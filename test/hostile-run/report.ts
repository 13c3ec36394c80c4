import type {HonestRequest} from './honest.ts'
import type {HostileReport} from './hostileRun.ts'

/** The 95th percentile of honest requests must be below this, in milliseconds. */
export const maxP95 = 500

/** Lists what may not happen. Empty when the product survived and served its honest clients. */
export function failures({deaths, honest, tried}: HostileReport): string[] {
  return [
    ...deaths.map(({name, during, output}) => `${name} ended during ${during}:\n${output}`),
    ...tried
      .filter(({outcome}) => outcome.startsWith('Error: '))
      .map(({attack, outcome}) => `${attack.kind}: ${attack.name}: ${outcome}`),
    ...[...Map.groupBy(honest.filter(isUnexcused), ({what, failure}) => `${what}: ${failure}`)].map(
      ([text, all]) => `${all.length} honest requests failed: ${text}`,
    ),
  ]
}

function isUnexcused({failure, faulty}: HonestRequest): boolean {
  return failure !== undefined && !faulty
}

/** Formats the report of a run. */
export function describeReport(report: HostileReport): string {
  const kinds = [...Map.groupBy(report.tried, ({attack}) => attack.kind)].map(([kind, ofKind]) => {
    const names = [...Map.groupBy(ofKind, ({attack}) => attack.name)].map(([name, attempts]) => {
      const outcomes = [...Map.groupBy(attempts, ({outcome}) => outcome)]
        .map(([outcome, all]) => `${all.length}× ${outcome}`)
        .join('; ')
      const slowest = Math.max(...attempts.map(({duration}) => duration))
      return `  ${name}: ${outcomes} (${Math.round(slowest)} ms)`
    })
    return [`${kind}: ${ofKind.length} attempts`, ...names.toSorted()].join('\n')
  })
  const clients = [...Map.groupBy(report.honest, ({what}) => what)].map(([what, all]) => {
    const failed = all.filter(isUnexcused).length
    const excused = all.filter(({failure}) => failure !== undefined).length - failed
    return `  ${what}: ${all.length} requests, ${latencies(all)}, ${failed} failed, ${excused} failed during announced faults`
  })
  const memory = [...report.memory].map(
    ([name, {first, last, max}]) =>
      `  ${name}: ${first} MB at first, ${last} at the end, ${max} at most`,
  )
  return [
    `Seed ${report.seed}`,
    ...kinds.toSorted(),
    ['Honest clients:', ...clients, `  all: ${latencies(report.honest)}`].join('\n'),
    ['Memory:', ...memory].join('\n'),
  ].join('\n\n')
}

/** Returns the 95th percentile of the honest requests outside of announced faults, in milliseconds. */
export function p95(requests: readonly HonestRequest[]): number {
  return percentile(durations(requests), 0.95)
}

function latencies(requests: readonly HonestRequest[]): string {
  const sorted = durations(requests)
  const at = (share: number) => Math.round(percentile(sorted, share))
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`
}

function durations(requests: readonly HonestRequest[]): number[] {
  return requests
    .filter(({faulty}) => !faulty)
    .map(({duration}) => duration)
    .toSorted((a, b) => a - b)
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
