/** Words that only introduce a link, a number or a passcode, and say nothing without it. */
const labels = new Set(
  `a access ask contact email mail mailto more questions write details info information see follow we meets address and at audio below browser by by call can click code conference copy dial find for from
  google gotomeeting h323 here id in international is jitsi join joining link live local location log
  meet meeting microsoft mobile mobiles now number numbers of on one online open or our passcode
  password paste phone pin please registration room session sip tap teams tel telephone the this to toll
  url us use using via video videocall visit web webex webinar whereby with you your zoom zum
  an beitreten dem der die einwahl hier im per teilnehmen über und unter zur
  al aquí con en enlace entrar la por reunión sala unirse únete
  à cliquez ici lien par pour rejoindre réunion salle sur`
    .split(/\s+/)
    .filter(Boolean),
)

/** A private-use character in place of a removed range. */
const gap = '\uE0F0'

/**
 * Removes ranges from a text and leaves readable prose: a sentence or line that only introduced a
 * removed range goes with it, and so do empty parentheses and the preposition before it.
 *
 * @example
 * tidyGaps('Bring questions. Join: https://a.example.', [{from: 23, to: 40}]) // 'Bring questions.'
 */
export function tidyGaps(text: string, ranges: readonly {from: number; to: number}[]): string {
  const lines: {line: string; onlyLabels: boolean}[] = []
  for (const line of cut(text.replaceAll(gap, ' '), ranges).split('\n')) {
    if (!line.includes(gap)) {
      lines.push({line, onlyLabels: line.trim() !== '' && hasOnlyLabels(line)})
      continue
    }
    const tidied = tidyLine(line)
    if (tidied !== '') lines.push({line: tidied, onlyLabels: false})
    // "One tap mobile" above a number that is gone.
    else while (lines.at(-1)?.onlyLabels) lines.pop()
  }
  return lines
    .map(({line}) => line)
    .join('\n')
    .replaceAll(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim()
}

function cut(text: string, ranges: readonly {from: number; to: number}[]): string {
  let kept = ''
  let at = 0
  for (const {from, to} of ranges.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue
    kept += from >= at ? text.slice(at, from) + gap : ''
    at = to
  }
  return kept + text.slice(at)
}

function tidyLine(line: string): string {
  const sentences = line.split(/(?<=[.!?;])\s+/)
  return sentences.map(tidySentence).filter(Boolean).join(' ').trim()
}

function tidySentence(sentence: string): string {
  if (!sentence.includes(gap)) return sentence
  if (hasOnlyLabels(sentence)) return ''
  return sentence
    .replaceAll(/<a\b[^<>]{0,200}\uE0F0[^<>]{0,200}>[^<]{0,500}<\/a>/gi, gap)
    .replaceAll(/\s{0,5}[([<][^()[\]<>\p{L}\p{N}]*\uE0F0[^()[\]<>\p{L}\p{N}]*[)\]>]/gu, '')
    .replaceAll(
      /(?:\s{1,5}(?:at|via|on|here|under|using|with|by|to|contact|email|e-mail|mail|unter|bei|über|en|por|sur|à|em|su))?[\s:–—=-]{0,20}\uE0F0/giu,
      '',
    )
    .replaceAll(/[,;:]+(?=[,;:.!?])/g, '')
    .replaceAll(/\s{1,20}(?=[,;:.!?)])/g, '')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replace(/^[\s,;:.!?–—-]+/, '')
    .replace(/[\s,;:–—-]{1,200}$/, '')
}

function hasOnlyLabels(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => labels.has(word))
}
