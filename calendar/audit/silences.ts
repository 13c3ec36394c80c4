import type {Finding} from './finding.ts'

/** A finding that somebody has looked at and accepts. */
export interface Silence {
  /** The `key` of the finding. */
  key: string
  /** Why it is accepted. */
  reason: string
  /** `YYYY-MM-DD`: the last day on which it is accepted. Absent for no end. */
  until?: string | undefined
}

export interface SilencedFindings {
  /** Findings that need attention, and one for each silence without effect. */
  findings: Finding[]
  silenced: {finding: Finding; reason: string}[]
}

/**
 * Separates the findings that are silenced.
 *
 * @param today - `YYYY-MM-DD`
 * @example
 * applySilences(findings, [{key: 'never-listed series-board', reason: 'Invitation only'}], '2024-03-20')
 */
export function applySilences(
  findings: readonly Finding[],
  silences: readonly Silence[],
  today: string,
): SilencedFindings {
  const valid = silences.filter(({until}) => until === undefined || until >= today)
  const reasons = new Map(valid.map(({key, reason}) => [key, reason]))
  const keys = new Set(findings.map(({key}) => key))
  const expired = silences.filter((silence) => !valid.includes(silence))
  const unused = valid.filter(({key}) => !keys.has(key))
  return {
    findings: [
      ...findings.filter(({key}) => !reasons.has(key)),
      ...expired.map((silence) => withoutEffect(silence, `expired on ${silence.until}`)),
      ...unused.map((silence) => withoutEffect(silence, 'matches no finding')),
    ],
    silenced: findings.flatMap((finding) => {
      const reason = reasons.get(finding.key)
      return reason === undefined ? [] : [{finding, reason}]
    }),
  }
}

function withoutEffect({key, reason}: Silence, why: string): Finding {
  return {
    code: 'unused-silence',
    level: 'info',
    sources: [],
    dates: [],
    message: `The silence "${key}" (${reason}) ${why}. Remove it, or correct it.`,
    key: `unused-silence ${key}`,
  }
}
