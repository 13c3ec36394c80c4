import {readSnapshot} from 'touchpoints/feeds'

import {loader, now} from '../../loader.ts'

/** Written at each build. The elements update "next" and "live now" in between. */
export async function GET() {
  const {document} = await readSnapshot(loader, {now: now().toISOString()})
  return Response.json(document)
}
