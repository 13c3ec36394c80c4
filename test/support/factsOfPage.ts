/**
 * Returns every link, name, date and channel of an original page, matched with patterns in its raw text. It
 * shares no code with the importer, so that it finds facts that an import loses.
 */
export interface PageFacts {
  /** Links, hosts without a scheme, and email addresses, as written. */
  links: string[]
  /** People, organizations, sessions, recordings and working groups. */
  names: string[]
  /** `YYYY-MM-DD HH:MM`, in the local time of the page. */
  dates: string[]
  /** With their `#`. */
  channels: string[]
}

/** @param year - year of the page, which its dates omit */
export function factsOfPage(markdown: string, year: number): PageFacts {
  const text = markdown.replaceAll('\r', '')
  return {
    links: unique([
      ...matches(text, /https?:\/\/[^\s)"<>]+/g),
      ...matches(text, /\]\(([a-z0-9-]+\.[a-z]{2,}[^\s)]*)\)/g),
      ...matches(text, /[\w.-]+@[\w-]+\.[a-z]{2,}/g),
    ]).filter((link) => !link.includes('group.calendar') || link.startsWith('http')),
    names: unique([
      ...guestsOf(text),
      ...matches(text, /Moderated by: ([^\n]+)/g).flatMap(people),
      ...matches(text, /Lead by ([A-Za-z]+)/g),
      ...matches(text, /title="([^"]+)"/g),
      ...matches(text, /gh_text="([^"]+)"/g),
      ...contributorHeadings(text),
      ...matches(text, /^- \[([^\]]+)\]\(https:\/\/(?:youtu|www\.youtube)/gm).map(withoutPicture),
      ...matches(text, /^#### [^A-Z]*([A-Z].*[a-z])[^a-z]*$/gm),
      ...matches(text, /\b(SPDX|OpenSSF|OpenChain|FINOS|CHAOSS)\b/g),
      ...matches(text, /like the (Cloud Native[^\n]+?), and more/g).flatMap((list) =>
        list.split(', '),
      ),
      ...matches(text, /^title: (.+)$/gm),
    ]),
    dates: unique([
      ...matches(text, /Date: \w+, \w+ \d+(?:th)? - [\d:]+ to [\d:]+ pm/g).map((written) =>
        sessionDate(written, year),
      ),
      ...matches(text, /((?:Thurs|Mon)days, [\d:]+ PM GMT)/g),
    ]),
    channels: unique(matches(text, /(?<![/#\w])#[a-z][\w-]+/g)),
  }
}

function guestsOf(text: string): string[] {
  return matches(text, /Guests: ([^\n]+)/g).flatMap((line) =>
    line
      .split(', ')
      .flatMap((guest) => guest.split(/[()]/))
      .map((part) => part.trim()),
  )
}

function contributorHeadings(text: string): string[] {
  const contributors = text.split('## Contributor Space')[1] ?? ''
  return matches(contributors, /^### ([^\n]+)/gm).map((heading) => heading.split(' - ')[0] ?? '')
}

function people(list: string): string[] {
  return list.split(/, | and /).map((name) => name.trim())
}

/** Matches emoji that the page has in the wrong encoding, as non-ASCII letters. */
function withoutPicture(title: string): string {
  return title.replace(/^[^\x20-\x7f][^ ]* /u, '')
}

const months = ['January', 'February', 'March', 'April']

function sessionDate(written: string, year: number): string {
  const [, month = '', day = '', hour = '', minute = '00'] =
    /Date: (\w+), \w+ (\d+)(?:th)? - (\d+):(\d+)/.exec(written) ?? []
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${year}-${pad(months.indexOf(month) + 1)}-${pad(Number(day))} ${pad(Number(hour) + 12)}:${minute}`
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])
}

function unique(values: string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))]
}
