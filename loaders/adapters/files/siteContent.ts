import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import type {Community} from '../../views/community.ts'
import type {MeetingsPage} from '../../views/meetingsPage.ts'
import type {Recording} from '../../views/recording.ts'
import type {Series} from '../../views/series.ts'
import type {Touchpoint} from '../../views/touchpoint.ts'
import type {WorkingGroup} from '../../views/workingGroup.ts'

/** Everything that an export of files shows, in one language. */
export interface SiteContent {
  community: Community | null
  /** Texts of the meetings page. Null while none is published. */
  page: MeetingsPage | null
  snapshot: CalendarSnapshot
  touchpoints: readonly Touchpoint[]
  series: readonly Series[]
  workingGroups: readonly WorkingGroup[]
  recordings: readonly Recording[]
  /** Documents of the types that the project adds, by the name of the type. */
  added?: Readonly<Record<string, readonly unknown[]>>
  /** Slug of the session of an event, by the id of the event. */
  slugs: ReadonlyMap<string, string>
}
