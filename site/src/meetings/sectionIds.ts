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
 * Sections with the id that links point to. It follows from what the section shows, so a changed
 * heading breaks no bookmark; free text is named after its heading.
 */
export function sectionIds(sections: readonly Section[]): {id: string; section: Section}[] {
  const taken = new Map<string, number>()
  return sections.map((section) => {
    const name = section.kind === 'freeText' ? slugOf(section.heading) : ids[section.kind]
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return {id: times === 1 ? name : `${name}-${times}`, section}
  })
}

function slugOf(heading: string): string {
  const plain = heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return `about-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'this'}`
}
