/** Phrases that say that no rule gives the dates, with the reason for an editor. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /\bpaused?\b|\bsuspended\b|\bon hold\b|\bon hiatus\b|\bcommented out\b/i,
    'The meeting is paused.',
  ],
  [
    /\bon demand\b|\bad[ -]?hoc\b|\bas needed\b|\bwhen(?:ever)? (?:needed|required|there)\b|\bno (?:rhythm|fixed|regular|set|schedule)\b|\bby appointment\b|\bcalled by\b|\birregular/i,
    'The meeting takes place on demand.',
  ],
  [
    /\bvar(?:y|ies|ying|iable)\b|\b(?:another|a different) day\b|\beach time\b|\bdates? in a\b/i,
    'The dates vary, so no rule gives them.',
  ],
  [/\ball[ -]day\b/i, 'The entries last all day, so they have no start time.'],
  [
    /\bto be (?:decided|announced|determined|confirmed|defined|scheduled)\b|\bTB[ADC]\b|\bnot (?:yet )?(?:decided|published|scheduled)\b/i,
    'Day and time are not published yet.',
  ],
  [/\bcalendar\b/i, 'Day and time are only in the calendar.'],
  [/\basync(?:hronous)?(?:ly)?\b|\bin writing\b/i, 'The meeting is held in writing.'],
]

/** Returns why words without a day or a time can only be kept as text. */
export function textReason(words: string): string {
  const [, reason] = reasons.find(([pattern]) => pattern.test(words)) ?? []
  return reason ?? 'The words have neither a day nor a time.'
}

/** Phrases that contradict a rule with day and time, or explain why there is no time. */
const contradictions =
  /\bpaused?\b|\bsuspended\b|\bon hold\b|\bhiatus\b|\bcommented out\b|\bon demand\b|\bad[ -]?hoc\b|\bas needed\b|\bwhen(?:ever)? (?:needed|required)\b|\birregular|\bvar(?:y|ies|ying)\b|\bannounced each time\b|\ball[ -]day\b|\bTB[ADC]\b|\bto be (?:decided|announced|determined|confirmed)\b/i

/** Returns the phrase that says that a rule does not hold. */
export function contradiction(words: string): string | undefined {
  return contradictions.exec(words)?.[0]
}
