import {readSnapshot} from 'touchpoints/feeds'

import {loader} from '../../loader.ts'

/** Written at each build. The elements update "next" and "live now" in between. */
export async function GET() {
  const {document} = await readSnapshot(loader)
  return Response.json(document)
}
