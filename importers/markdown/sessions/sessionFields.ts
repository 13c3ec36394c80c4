/** The facts of a session, in the order in which the words of a label or a column are compared. */
const fields = [
  ['weekday', /^(?:week ?day|day(?: of the week)?)\b/i],
  ['date', /\bdate\b|^when$|^day and time$/i],
  ['slot', /\bslot\b|\bregions?\b|\bedition\b/i],
  ['audience', /\baudience\b|\bwho can (?:come|join|attend)\b|\bopen to\b|^for$|^attendance$/i],
  ['time', /\btimes?\b|\bhours?\b|^starts?$/i],
  ['recording', /\brecordings?\b|\bvideos?\b|\bwatch\b|\byoutube\b|\breplay\b/i],
  ['slides', /\bslides?\b|\bdeck\b|\bpresentation (?:link|file)\b/i],
  ['rsvp', /\brsvp\b|\bregist|\bsign[- ]?up\b/i],
  [
    'join',
    /\bjoin\b|\bzoom\b|\bcall link\b|\blink to the call\b|\bmeeting link\b|^where$|\bmeeting room\b/i,
  ],
  ['notes', /\bnotes\b|\bminutes\b(?! long)/i],
  ['host', /\bhosts?\b|\bmoderators?\b|\bmoderated\b|\bfacilitators?\b|\bmc\b/i],
  [
    'guests',
    /\bguests?\b|\bspeakers?\b|\bpresenters?\b|\bpanel(?:l?ists)?\b|\bspeaking\b|^presented by$|^who$/i,
  ],
  ['topic', /\btopics?\b|\btitle\b|\btalk\b|\bsubject\b|\btheme\b|\bsession\b|\bwebinar\b|^what$/i],
  ['tag', /\btags?\b|\bcategory\b|\btrack\b/i],
  ['agenda', /\bagenda\b|\bprogramme?\b|\bdetails\b|\bdiscussion\b|^links?$/i],
  ['status', /^status$|^state$|^cancell?ed$/i],
  ['length', /\blength\b|\bduration\b/i],
  ['summary', /\bsummary\b|\babstract\b|\bdescription\b/i],
] as const

export type SessionField = (typeof fields)[number][0]

export const sessionFieldNames: readonly SessionField[] = fields.map(([field]) => field)

/** Returns the field of a session that a label or a column is about. */
export function sessionField(label: string): SessionField | undefined {
  const words = label.replaceAll(/[*_`]/g, '').trim()
  if (words.length > 40) return undefined
  return fields.find(([, word]) => word.test(words))?.[0]
}
