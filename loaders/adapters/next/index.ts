export {draftLoader, type DraftOptions} from './draftLoader.ts'
export {
  nextClient,
  type NextClientOptions,
  type NextQueryClient,
  type NextRequest,
} from './nextClient.ts'
export {revalidateRoute, type RevalidateOptions} from './revalidateRoute.ts'
