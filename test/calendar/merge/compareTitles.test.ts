import {expect, test} from 'vitest'

import {
  compareTitles,
  contextOf,
  type TitleRelation,
} from '../../../calendar/merge/compareTitles.ts'

const rows: Record<TitleRelation, readonly (readonly [string, string])[]> = {
  same: [
    ['OSPO Book WG', 'OSPO Book: working group call'],
    ['OpenSSF TAC', 'OpenSSF TAC Meeting'],
    ['OSPO monthly sync', 'OSPO Monthly Sync'],
    ['Reunión técnica de la OSPO', 'REUNION TECNICA DE LA OSPO'],
    [
      '⭐️ Security management — OSPO functions',
      'Security Management, OSPO functions in AI and more',
    ],
    ['Book OSPO WG', 'OSPO Book WG: OSPO Book call'],
    ['Special Interest Group Network', 'SIG Network'],
    ['Open Source Office', 'Open-source office'],
    ['CHAOSS Org Health', 'CHAOSS Organization Health'],
    ['Security Managment', 'Security Management'],
    ['Touchpoints', 'Touchpoint'],
    ['Weekly', 'weekly!'],
  ],
  contains: [
    ['Touchpoint', 'Touchpoint: security in AI'],
    ['OpenChain Monthly Call', 'OpenChain Monthly Call (EMEA)'],
  ],
  generic: [
    ['Weekly call', 'OSPO Book WG'],
    ['', 'OSPO Book WG'],
    ['⭐️', '🎉'],
  ],
  different: [
    ['Sprint 12 planning', 'Sprint 13 planning'],
    ['OSPO 101 workshop', 'OSPO 102 workshop'],
    ['Roadmap, part 1', 'Roadmap, part 2'],
    ['Roadmap, part I', 'Roadmap, part II'],
    ['Roadmap', 'Roadmap 2'],
    ['WG A', 'WG B'],
    ['WG A', 'WG'],
    ['C++ user group', 'C user group'],
    ['Ask me anything with Ana', 'Ask me anything with Ada'],
    ['Kubernetes SIG Network', 'Kubernetes SIG Network Policy API'],
    ['TSC', 'TSC Private'],
    ['AMER & EMEA Touchpoint', 'APAC & EMEA Touchpoint'],
    ['OSS in Business Working Group', 'CHAOSS OSPO Metrics Working Group'],
    ['Legal committee', 'Newcomers onboarding'],
  ],
}

const pairs = Object.entries(rows).flatMap(([relation, list]) =>
  list.map(([a, b]) => ({a, b, relation})),
)

test.each(pairs)('"$a" and "$b": $relation', ({a, b, relation}) => {
  expect(compareTitles(a, b)).toBe(relation)
  expect(compareTitles(b, a)).toBe(relation)
})

test('the name of the community may be added, because its calendar does that', () => {
  const context = contextOf('TODO Group', 'Touchpoints')
  expect(compareTitles('Licensing', 'TODO Group Touchpoint: Licensing', context)).toBe('same')
})
