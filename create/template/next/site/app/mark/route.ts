import {loader} from '../../lib/loader'

export const dynamic = 'force-dynamic'

/** The icon of the community. The embedded Content Lake is not reachable from the browsers of visitors. */
export async function GET() {
  const {data} = await loader.community()
  if (!data?.icon) return new Response(null, {status: 404})
  const {body, headers, ok} = await fetch(data.icon.url)
  if (!ok) return new Response(null, {status: 502})
  return new Response(body, {
    headers: {
      'content-type': headers.get('content-type') ?? 'application/octet-stream',
      // An SVG can contain scripts, which an image does not run, but a page of its own would.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'public, max-age=3600',
    },
  })
}
