import {
  fieldsOf,
  itemsOf,
  publishedId,
  refOf,
  stringsIn,
  textOf,
  type StoredDocument,
} from '../reading/stored.ts'
import {present} from './dataset.ts'

/** The regions that the previous model knew, with their cities. */
const regions = [
  {code: 'APAC', title: 'Asia-Pacific', timeZone: 'Asia/Singapore'},
  {code: 'EMEA', title: 'Europe, Middle East and Africa', timeZone: 'Europe/Berlin'},
  {code: 'AMER', title: 'North and South America', timeZone: 'America/New_York'},
] as const

/**
 * Makes the document of the community from what the previous model knew about it: the organization and the
 * zone of its own calendar, the regions of its series, and the words that pages used.
 *
 * The community is published, so drafts and versions say nothing about it.
 *
 * @param documents - in the new model
 */
export function communityFrom(documents: readonly StoredDocument[]): StoredDocument {
  const published = documents.filter(({_id}) => _id === publishedId(_id))
  const ofType = (type: string) => published.filter(({_type}) => _type === type)
  const calendars = ofType('calendar').filter(({ownership}) => ownership === 'own')
  const calendar = calendars.find(({organization}) => refOf(organization)) ?? calendars[0]
  const organizationId = refOf(calendar?.['organization'])
  const organization = ofType('organization').find(({_id}) => _id === organizationId)
  const [page] = ofType('meetingsPage')
  const used = new Set(ofType('series').flatMap((series) => stringsIn(series['regions'])))
  const roles = valuesOf(
    ofType('workingGroup').flatMap(({roles: each}) => itemsOf(each)),
    'role',
  )
  return {
    _id: 'community',
    _type: 'community',
    ...present({
      name: textOf(organization?.['name']) ?? textOf(page?.['title']) ?? 'Community',
      logo: organization?.['logo'],
      timeZone: textOf(calendar?.['timeZone']) ?? usualZone(published) ?? 'UTC',
      regions: listOrNothing(
        regions
          .filter(({code}) => used.has(code))
          .map((region) => ({
            _type: 'communityRegion',
            _key: region.code.toLowerCase(),
            ...region,
            from: '07:00',
            to: '22:00',
          })),
      ),
      languages: ['en'],
      workspaces: listOrNothing(workspacesOf(ofType('workingGroup'))),
      vocabulary: {
        _type: 'vocabulary',
        session: {_type: 'term', singular: 'touchpoint', plural: 'touchpoints'},
        group: {_type: 'term', singular: 'working group', plural: 'working groups'},
        ...present({
          guestKinds: listOrNothing(
            valuesOf(
              ofType('guest').map((item) => ({item})),
              'kind',
            ),
          ),
          roles: listOrNothing(roles),
        }),
      },
    }),
  }
}

/** The zone in which most sessions are announced. */
function usualZone(documents: readonly StoredDocument[]): string | undefined {
  const zones = documents.flatMap(({schedule}) => textOf(fieldsOf(schedule)['timeZone']) ?? [])
  const [first] = [...Map.groupBy(zones, (zone) => zone)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return first?.[0]
}

function workspacesOf(groups: readonly StoredDocument[]) {
  const slack = groups
    .flatMap(({channels}) => itemsOf(channels))
    .filter(({item}) => item['kind'] === 'slack')
  return valuesOf(slack, 'workspace').map((name, index) => ({
    _type: 'workspace',
    _key: `workspace-${index + 1}`,
    kind: 'slack',
    name,
  }))
}

function valuesOf(items: readonly {item: Record<string, unknown>}[], field: string): string[] {
  return [...new Set(items.flatMap(({item}) => textOf(item[field]) ?? []))]
}

function listOrNothing<Item>(list: Item[]): Item[] | undefined {
  return list.length > 0 ? list : undefined
}
