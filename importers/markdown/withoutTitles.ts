const pronoun = String.raw`(?:she|he|they|them|ze|xe|it|any|all|sie|er|elle|il|ella|él|elles?|ela|ele)`
const pronouns = new RegExp(
  String.raw`\s*[([]\s*${pronoun}(?:\s*[/,|]\s*\p{L}+){1,3}\s*[)\]]`,
  'giu',
)
const degrees =
  /,?\s+\(?(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|MPH|J\.?D\.?|Esq\.?|CISSP|PMP)\)?(?=$|[\s,;)(])/g
const handle = String.raw`(?:GitHub:?\s*)?@[\w.-]{1,40}`
const handles = new RegExp(String.raw`\s*[([]\s*${handle}(?:\s*[,/|]\s*${handle})*\s*[)\]]`, 'gi')

/**
 * Returns words about people without what is no name and no organization: degrees, pronouns and handles. An affiliation
 * behind these is in brackets then.
 *
 * @example withoutTitles('Mara Voss, PhD (@maravoss), Harbor Lab') // 'Mara Voss (Harbor Lab)'
 */
export function withoutTitles(text: string): string {
  const marked = text
    .replace(degrees, '\u0000')
    .replace(pronouns, '\u0000')
    .replace(handles, '\u0000')
  return marked
    .replaceAll(/\0+,\s*([^,;()\0]+?)(?=\s*(?:$|;|\s(?:and|&)\s))/g, ' ($1)')
    .replaceAll(/\s*\0+\s*(?=[,;)]|$)/g, '')
    .replaceAll(/\s*\0+\s*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
