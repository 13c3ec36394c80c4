import * as fc from 'fast-check'

import type {PlainScalarName, ScalarName} from '../../schemas/registry/index.ts'
import {scalarOptions} from '../../schemas/scalarTypes.ts'

const words = fc.constantFrom(
  'OSPO',
  'Zürich',
  '日本',
  'İstanbul',
  '👩‍💻',
  'a',
  '<b>',
  'x'.repeat(120),
)

/** Valid values of each scalar, including edge cases. The values of enums derive from their options. */
const good = {
  instant: fc.constantFrom('2024-03-28T13:00:00Z', '2024-02-29T23:59:59.999Z', '2026-01-01T00:00Z'),
  calendarDate: fc.constantFrom('2024-02-29', '1999-12-31', '2026-11-22'),
  wallTime: fc.constantFrom('00:00', '17:30', '23:59'),
  timeZone: fc.constantFrom('UTC', 'Europe/Madrid', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'),
  httpsUrl: fc.constantFrom('https://example.org', 'https://example.org/a?b=c#d', 'https://é.org/'),
  feedUrl: fc.constantFrom('https://example.org/basic.ics', 'webcal://example.org/basic.ics'),
  href: fc.constantFrom('https://example.org', 'mailto:a@example.org', '/events/', '#calendar'),
  line: words,
  paragraph: fc.oneof(words, fc.constantFrom('two\n\nparagraphs', ' x ', 'y'.repeat(5000))),
  slugText: fc.constantFrom('a', 'spring-all-hands', '2024-03-28-security', 'x'.repeat(96)),
  sitePath: fc.constantFrom('/', '/community/meetings/'),
  emailAddress: fc.constantFrom('info@example.org', 'a.b+c@sub.example.org'),
  youtubeId: fc.constantFrom('Aj84quEIEug', '-_-_-_-_-_-'),
  youtubePlaylistId: fc.constantFrom('PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'),
  eventUid: fc.constantFrom('abc@google.com', '040000008200E00074C5B7101A82E008', 'a b'),
  minutes: fc.constantFrom(1, 60, 1440),
  color: fc.constantFrom('#0b57d0', '#000000'),
  interval: fc.constantFrom(1, 2, 12),
  ordinal: fc.constantFrom(1, 4, -1),
  dayOffset: fc.constantFrom(-6, 0, 1),
  languageTag: fc.constantFrom('en', 'pt-BR', 'zh-Hant', 'ar'),
  regionCode: fc.constantFrom('EMEA', 'Américas', 'Asia & Pacific'),
} as const satisfies Record<PlainScalarName, fc.Arbitrary<string | number>>

/** Values that a person might type or an import might write: valid for one scalar, invalid for most. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    ' x',
    'x\n',
    'TBA',
    'x'.repeat(201),
    'y'.repeat(5001),
    'ＡＢＣ',
    '\u00a0',
  ),
  fc.constantFrom('18:00 PM', '24:00', '2023-02-29', '2024-03-28T13:00:00+01:00', '2024-13-01'),
  fc.constantFrom('CET', 'GMT+1', 'Europe/Atlantis', '+01:00', 'US/', 'europe/madrid'),
  fc.constantFrom('worldtimebuddy.com', 'http://example.org', 'https:example.org', '//x.org'),
  fc.constantFrom('javascript:alert(1)', 'https://a:b@example.org', 'https://x', 'webcal://', '#'),
  fc.constantFrom('Wg-Metrics', '#Wg', '#', 'a@b', '#FFF', '#0B57D0', 'th', 'Thursday', 'Weekly'),
  fc.constantFrom(0, -1, 1.5, 13, 1441, 1e21, true, false, [], {}, null),
  ...Object.values(good),
)

export function goodValue(name: ScalarName): fc.Arbitrary<unknown> {
  const options = scalarOptions(name).map(({value}) => value)
  if (options.length > 0) return fc.constantFrom(...options)
  const sample: unknown = Reflect.get(good, name)
  if (sample instanceof fc.Arbitrary) return sample
  throw new Error(`The scalar ${name} has no sample. Add one to test/support/scalarSamples.ts.`)
}
