import type {Token} from './token.ts'

/**
 * Words that change no date, so they may be near a rhythm. Every other word there is a question: a list of
 * the words that do change dates is never complete ("dormant", "aspirationally", "zwei").
 */
const harmless: readonly string[] = [
  // Grammar.
  'we our us they their them this these it its i you your who which are be have has do does can may should',
  'by from via into out up off so please also and to there here where how than through within across',
  // The meeting, and who meets.
  'meeting meetings meet meets call calls sync syncs session sessions standup stand-up hangout event events',
  'series office hours hour time times slot slots timezone zone timeslot local date dates day days evening',
  'morning afternoon night conference videoconference webinar workshop discussion discussions',
  'group groups team teams subteam subgroup subgroups committee council board community communities chapter',
  'sig sigs wg tag toc tsc tc working interest special technical steering governance leadership maintainer',
  'maintainers contributor contributors writer writers developer developers dev devs user users member members chair chairs',
  'lead leads organizer organizers attendee attendees people everyone anyone public private open',
  'newcomers newcomer beginners project projects',
  // What it is about.
  'triage planning review reviews demo demos backlog grooming retro retrospective roadmap release bug bugs',
  'issue issues pr prs topic topics general agents tools spec ci docs documentation security testing design',
  'architecture infrastructure writing reading awareness standards kickoff onboarding welcome catch-up social',
  'coffee chat presentation presentations talk talks q&a qa informal formal main regular recurring standing',
  // Where it is held, and what there is to read.
  'zoom jitsi meet google teams discord slack matrix zulip youtube twitch hangouts webex bigbluebutton gather',
  'online virtual virtually remote remotely video audio voice channel room link links url address invite',
  'invitation password passcode id dial join joining attend live livestream stream streamed streaming hosted',
  'host hosts agenda agendas notes minutes items item recording recordings recorded doc document file page',
  'pages site wiki archive list mailing calendar email github forum below above using use add see find details',
  'info information more',
  // How it is said.
  'takes take taking place happen happens happening occur occurs occurring scheduled schedule scheduling lasts',
  'last duration long length welcome invited cadence frequency rhythm repeats repeat repeating recurs',
  'english chinese spanish french german japanese portuguese korean speaking language friendly',
  'iso period jointly together due report',
  'wall clock standard number two three four does doing',
]

const words: ReadonlySet<string> = new Set(harmless.flatMap((line) => line.split(' ')))

/** Names of groups are in capital letters: "SIG", "CNCF". Words such as "NOT" are known before. */
const acronym = /^[A-Z][A-Z0-9]{1,7}$/

/** Whether an unknown word near a rhythm changes no date. */
export function isHarmless(word: string): boolean {
  return words.has(word.toLowerCase()) || acronym.test(word)
}

const documents: ReadonlySet<string> = new Set(
  'agenda agendas notes minutes items recording recordings recorded doc document documents slides video videos invite invitation invites link links transcript summary issue issues topics topic questions proposals reminder reminders'.split(
    ' ',
  ),
)

/** Whether the word is the subject of a remark about papers: "the agenda is sent 24 hours in advance". */
export function isDocument(word: string): boolean {
  return documents.has(word.toLowerCase())
}

const lengths: ReadonlySet<string> = new Set(
  'last lasts lasting run runs take takes long length duration meeting meetings call calls session sessions it they scheduled each and up to usually about'.split(
    ' ',
  ),
)

/** Whether the word is about how long a meeting lasts. */
export function isAboutLength(word: string): boolean {
  return lengths.has(word.toLowerCase())
}

const groups =
  /^(?:sigs?|wgs?|tag|team|group|subgroup|committee|community|project|meetings?|calls?|sync)$/i

/** "SIG Network", "Frontend meeting": the capital letter marks the name of a group. */
export function isName(tokens: readonly Token[], index: number): boolean {
  if (!/^[A-Z][a-z]+$/.test(tokens[index]?.text ?? '')) return false
  return [tokens[index - 1], tokens[index + 1]].some((each) => each && groups.test(each.text))
}
