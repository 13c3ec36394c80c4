export {calendarRoute} from './calendarRoute.ts'
export {draftLoader, type DraftOptions} from './draftLoader.ts'
export {draftModeRoutes, type DraftModeOptions} from './draftModeRoutes.ts'
export {
  nextClient,
  type NextClientOptions,
  type NextQueryClient,
  type NextRequest,
} from './nextClient.ts'
export {revalidateRoute, type RevalidateOptions} from './revalidateRoute.ts'
