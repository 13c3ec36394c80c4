import type {MeetingsPage} from './pageContent.ts'

type Section = MeetingsPage['sections'][number]

const ids = {
  touchpoints: 'touchpoints',
  recordings: 'recordings',
  workingGroups: 'working-groups',
  calendar: 'calendar',
  otherCalendars: 'other-calendars',
  callForProposals: 'proposals',
  freeText: 'text',
} as const satisfies Record<Section['kind'], string>

/**
 * Assigns each section an id for links. The id depends on the section's kind, so that a changed heading
 * breaks no bookmark. A free-text section is named after its heading.
 */
export function sectionIds(sections: readonly Section[]): {id: string; section: Section}[] {
  const counts = new Map<string, number>()
  return sections.map((section) => {
    const name = section.kind === 'freeText' ? slugOf(section.heading) : ids[section.kind]
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return {id: count === 1 ? name : `${name}-${count}`, section}
  })
}

function slugOf(heading: string): string {
  const plain = heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return `about-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'this'}`
}
