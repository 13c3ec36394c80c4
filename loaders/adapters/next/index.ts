export {calendarFiles, type CalendarFiles, type CalendarFilesOptions} from './calendarFiles.ts'
export {calendarRoute} from './calendarRoute.ts'
export {draftLoader, type DraftOptions} from './draftLoader.ts'
export {draftModeRoutes, type DraftModeOptions} from './draftModeRoutes.ts'
export {liveRoute, type LiveRouteOptions} from './liveRoute.ts'
export {
  nextClient,
  type NextClientOptions,
  type NextQueryClient,
  type NextRequest,
} from './nextClient.ts'
export {revalidateRoute, type RevalidateOptions} from './revalidateRoute.ts'
export {sanityFetchClient, type SanityFetch} from './sanityFetchClient.ts'
