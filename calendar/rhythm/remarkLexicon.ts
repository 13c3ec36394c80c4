import {anyDay} from './dayWords.ts'
import {phrase, type LexicalRule} from './lexicalRule.ts'
import {numberOf, numberPattern} from './numberWords.ts'

const monthAhead = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'

/** Words that change dates in any part of the words. */
const strongRisks = [
  'summer(?: break)?',
  'winter',
  'seasons?',
  'break',
  'vacations?',
  'pause[ds]?',
  'suspended',
  'hiatus',
  'not',
  'no',
  'never',
  'except',
  'unless',
  'skip',
  'cancel',
  'instead',
  'varies',
  'vary',
  'varying',
  'irregular(?:ly)?',
  'sometimes',
  'usually',
  'mostly',
  'occasionally',
  'roughly',
  'approximately',
  'about',
  'tentative(?:ly)?',
  'alternate',
  'opposite',
  'rotate',
  'ended',
  'formerly',
  'none',
  'or',
  'either',
  'only if',
  'daylight',
  'during',
  'depending',
  'odd',
  'even',
  'holidays?',
  'while',
  'terms?',
  'semesters?',
  'half',
  'midnight',
]

/** Words that change dates beside a day or a time, and are harmless in a remark. */
const weakRisks = [
  'but',
  'before',
  'after',
  'later',
  'earlier',
  'between',
  'other',
  'others',
  'another',
  'same',
  'was',
  'were',
  'will',
  'when',
  'if',
  'previous',
  'old',
  'new',
  'apart',
  'change[ds]?',
  'week',
  'weeks',
  'month',
  'months',
  'days',
  'years?',
  'next',
  'times',
  'that',
]

/** Bounds, exceptions, remarks, and words that must not be passed over. */
export const remarkRules: readonly LexicalRule[] = [
  // Bounds.
  phrase('until further notice', {kind: 'filler'}),
  phrase('then|afterwards', {kind: 'then'}),
  phrase(`(\\d{1,3}|${numberPattern}) (?:times|sessions|occurrences)(?! a)`, ([, count = '']) => ({
    kind: 'count',
    count: numberOf(count),
  })),
  phrase(
    `(?:(?:is |and )?(?:counted|starting|starts|started|beginning|begins|running|valid|effective)(?: (?:from|on|with|in|at|as of))?|from|since|starting|as of|for(?= (?:19|20)\\d\\d))`,
    {kind: 'anchor'},
  ),
  phrase(`until|till|through|ending(?: on| in)?|ends(?: on| in)?|up to`, {kind: 'until'}),
  phrase(`to`, {kind: 'to'}),
  phrase(
    `(?:the )?next(?: meeting| call| session| one)?(?: is| will be| takes place)?(?: on|:)?(?= ?(?:the )?(?:${anyDay},? )?(?:\\d|${monthAhead}))`,
    {kind: 'next'},
  ),
  // Exceptions.
  phrase(
    `(?:(?:except|changed|adjusted|moved|not|no (?:meetings?|calls?|sessions?)|skipped|cancell?ed),? )?(?:for|on|during) (?:public |bank |national |us )*holidays`,
    {kind: 'holidays'},
  ),
  phrase(
    `(?:is |are |was |were |be )?(?:left out|skipped|cancell?ed|called off|excluded|not held|dropped|missing|omitted|replaced by[^,;.]*)|(?:there (?:is|are) )?no (?:meetings?|calls?|sessions?)|except(?:ing)?(?: for)?|excluding|without(?= \\d)|skipping|not(?= on )|does not meet|(?:summer |winter |year-end |holiday )?break(?= (?:from|between))`,
    {kind: 'skip'},
  ),
  phrase(`(?:is |are |was |were )?(?:moved|postponed|rescheduled|shifted)`, {kind: 'move'}),
  phrase(`(?:is|was) (?:held )?(?:at|on)`, {kind: 'held'}),
  // Remarks.
  phrase(`(?:another|a second|a separate|a different|working) (?:one|call|meeting|series)s?`, {
    kind: 'anotherMeeting',
  }),
  phrase(
    `the (?:calendar|page|file|site|readme|invite|feed|document|wiki) (?:prints?|says?|shows?|lists?|gives?|reads?|names?)(?: that)?`,
    {kind: 'source'},
  ),
  phrase(`all times (?:are )?(?:in )?`, {kind: 'all'}),
  phrase(`(?:also )?(?:given|written|announced|listed) (?:also )?as|also|i\\.e\\.|equals`, {
    kind: 'also',
  }),
  phrase(
    'every|each|on|at|in|of|the|a|an|and|one|all|always|held|meetings?|meets?|calls?|for|is|it|regular|around the clock|fixed|here|with|day|hour|kept|as',
    {kind: 'filler'},
  ),
  phrase(strongRisks.join('|'), {kind: 'risk', strong: true}),
  phrase(weakRisks.join('|'), {kind: 'risk', strong: false}),
  phrase(numberPattern, ([text]) => ({kind: /\d/.test(text) ? 'number' : 'word'})),
]
