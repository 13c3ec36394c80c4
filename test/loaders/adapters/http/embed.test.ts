import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'

import {calendarAttributes, nextAttributes, views} from '../../../../elements/attributeTypes.ts'
import {embedStyle, embedStyleHash} from '../../../../loaders/adapters/http/embed/embedStyle.ts'
import {embedAttributes} from '../../../../loaders/adapters/http/embed/embedRequest.ts'
import {createHandler} from '../../../../loaders/adapters/http/index.ts'
import {hostileLinks} from '../../../support/hostileLinks.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
const asOf = new Date('2024-03-20T10:00:00Z')

function handlerWith(options: {script?: string; title?: string; pageUrl?: string} = {}) {
  const {script = '/touchpoints/element.js', ...rest} = options
  return createHandler({
    loader: sampleLoader({settings: {now: asOf, clock: () => asOf.getTime()}}),
    siteUrl,
    basePath: '/api',
    embed: {script},
    ...rest,
  })
}

const handler = handlerWith({pageUrl: `${siteUrl}/meetings/`})

const get = (path: string, method = 'GET') =>
  handler(new Request(`${siteUrl}/api/${path}`, {method}))

const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString()

/** The element of an embed page, and what a parser of attributes reads from it. */
function elementOf(html: string) {
  const [, tag = '', text = ''] = /<(touchpoints-[a-z]+)((?: [a-z-]+="[^"<>]*")*)>/.exec(html) ?? []
  const attributes = [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ])
  return {tag, attributes: Object.fromEntries(attributes)}
}

describe('the page for an iframe', () => {
  test('has the element, its attributes, the title and a link for visitors without JavaScript', async () => {
    const parameters = {view: 'week', days: '30', 'time-zone': 'Europe/Madrid', lang: 'es'}
    const response = await get(`embed.html?${query({...parameters, extra: 'venue level'})}`)
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(elementOf(html)).toEqual({
      tag: 'touchpoints-calendar',
      attributes: {src: 'events.json', ...parameters, extra: 'venue level'},
    })
    expect(html).toContain('<html lang="es">')
    expect(html).toContain('<script type="module" src="/touchpoints/element.js"></script>')
    expect(html).toMatch(/<a href="https:\/\/community\.example\/meetings\/">[^<]+<\/a>/)
  })

  test('passes filters to the address of the events, and to the element for the next event', async () => {
    const filters = {series: 'thursday-touchpoints', 'include-feeds': ''}
    const html = await (await get(`embed.html?${query({element: 'next', ...filters})}`)).text()
    expect(elementOf(html)).toEqual({
      tag: 'touchpoints-next',
      attributes: {src: 'events.json?series=thursday-touchpoints', ...filters},
    })
  })

  test('may be framed by any site, and may load its script and the events only', async () => {
    const policy = (await get('embed.html')).headers.get('content-security-policy')
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src '${embedStyleHash}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    )
    const other = await handlerWith({script: 'https://cdn.example/a/elements.js'})(
      new Request(`${siteUrl}/api/embed.html`),
    )
    expect(other.headers.get('content-security-policy')).toContain(
      'script-src https://cdn.example;',
    )
  })

  test.each(['events.json', 'calendar.ics', 'oembed?url=x', 'embed.html?view=x', 'nothing'])(
    'is the only address that any site may frame: %s says nothing about frames',
    async (path) => {
      const {headers} = await get(path)
      expect(headers.get('content-security-policy') ?? '').not.toContain('frame-ancestors')
    },
  )

  test('has the parameters of the elements, so that neither has one that the other lacks', () => {
    const inAddress = ['src', 'series', 'working-group', 'topic', 'region']
    const names = (attributes: object) =>
      [...Object.keys(attributes), 'lang'].filter((name) => !inAddress.includes(name)).sort()
    expect(Object.keys(embedAttributes.calendar).sort()).toEqual(names(calendarAttributes))
    expect(Object.keys(embedAttributes.next).sort()).toEqual(names(nextAttributes))
    expect(views.every((view) => embedAttributes.calendar.view.test(view))).toBe(true)
  })

  test.each([
    ['veiw=week', 'unknown-parameter', 'Use one of: element, color-scheme'],
    ['onload=alert(1)', 'unknown-parameter', 'onload'],
    ['src=https://evil.example/', 'unknown-parameter', 'src'],
    ['toString=1', 'unknown-parameter', 'toString'],
    ['view=weak', 'invalid-parameter', 'agenda, list, week, month'],
    ['element=script', 'invalid-parameter', 'calendar, next'],
    ['element=next&view=week', 'unknown-parameter', 'view'],
    ['days=-1', 'invalid-parameter', 'from 1'],
    ['time-zone=Mars/Base', 'invalid-parameter', 'IANA'],
    ['locale="><script>', 'invalid-parameter', 'language'],
    ['view=week&view=month', 'duplicate-parameter', 'occurs twice'],
    ['color-scheme=red', 'invalid-parameter', 'light, dark'],
    [`extra=${'x'.repeat(201)}`, 'invalid-parameter', '200'],
  ])('refuses %s and says what is valid', async (parameters, code, part) => {
    const response = await get(`embed.html?${parameters}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/json')
    const {error} = Object(await response.json())
    expect(error).toMatchObject({code, message: expect.stringContaining(part)})
  })

  test('a series that does not exist is not found, instead of an empty frame', async () => {
    expect((await get('embed.html?series=nothing')).status).toBe(404)
  })

  test('a topic that no event has is not found, as any other filter', async () => {
    const response = await get('embed.html?topic=nothing')
    expect(response.status).toBe(404)
    const {events} = Object(await (await get('events.json')).json())
    const [topic] = Array.from(events).flatMap((event) => Object(event).topics)
    const known = await get(`embed.html?${query({topic: String(topic).toUpperCase()})}`)
    expect(known.status).toBe(200)
  })

  test('has a typeface, and its policy allows this style and no other', async () => {
    expect(await (await get('embed.html')).text()).toContain(`<style>${embedStyle}</style>`)
    const hash = createHash('sha256').update(embedStyle).digest('base64')
    expect(embedStyleHash).toBe(`sha256-${hash}`)
    expect(embedStyle).toContain('system-ui')
  })

  const scripts = [
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '</touchpoints-calendar><script>alert(1)</script>',
    '&quot;><img src=x onerror=alert(1)>',
    '\u0000"><svg/onload=alert(1)>',
  ]

  test.each([...scripts, ...hostileLinks.map(([, link]) => link)])(
    'writes what a stranger sends as text: %j',
    async (value) => {
      const html = await (await get(`embed.html?${query({extra: value})}`)).text()
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(html).not.toMatch(/<(?:img|svg)|="[^"]*" on\w+=/)
      expect(elementOf(html).tag).toBe('touchpoints-calendar')
    },
  )

  test.each(scripts)('writes a title of the community as text: %j', async (title) => {
    const own = handlerWith({title})
    const html = await (await own(new Request(`${siteUrl}/api/embed.html`))).text()
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/<(?:img|svg)/)
    const {html: frame} = Object(
      await (await own(new Request(`${siteUrl}/api/oembed?url=${siteUrl}`))).json(),
    )
    expect(frame).toMatch(/^<iframe(?: [a-z]+="[^"<>]*")+><\/iframe>$/)
  })

  test('answers HEAD without a body', async () => {
    const response = await get('embed.html', 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/javascript,1',
    'https://',
    '',
    ' ',
    'http://a.example/b.js',
  ])('is not created with a script that is no address of a file: %s', (script) => {
    expect(() => handlerWith({script})).toThrow('bundle.js of @touchpoints/elements')
  })

  test('does not exist without the option, so that no site can be framed by accident', async () => {
    const plain = createHandler({loader: sampleLoader({settings: {now: asOf}}), siteUrl})
    for (const name of ['embed.html', 'oembed']) {
      expect((await plain(new Request(`${siteUrl}/${name}`))).status).toBe(404)
    }
  })
})

describe('the oEmbed document', () => {
  const about = async (url: string, more: Record<string, string> = {}) => {
    const response = await get(`oembed?${query({url, ...more})}`)
    return {response, content: Object(await response.json())}
  }

  test.each([
    `${siteUrl}/meetings`,
    `${siteUrl}/meetings/?utm_source=x#next`,
    siteUrl,
    `${siteUrl}/api/embed.html`,
  ])('describes a frame with the calendar for %s', async (url) => {
    const {response, content} = await about(url)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(content).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 640,
      height: 640,
      provider_url: siteUrl,
      html: expect.stringMatching(
        /^<iframe src="https:\/\/community\.example\/api\/embed\.html" title="[^"]+" width="640"/,
      ),
    })
  })

  test('keeps the parameters of the page, and the size that the other site can show', async () => {
    const url = `${siteUrl}/api/embed.html?element=next&series=thursday-touchpoints`
    const {content} = await about(url, {maxwidth: '300', maxheight: '900'})
    expect(content).toMatchObject({width: 300, height: 240})
    expect(content.html).toContain('embed.html?element=next&amp;series=thursday-touchpoints"')
  })

  test.each([
    ['https://evil.example/meetings', 404],
    ['https://community.example.evil.example/', 404],
    [`${siteUrl}/other`, 404],
    ['javascript:alert(1)', 404],
    ['', 400],
    [`${siteUrl}/api/embed.html?onload=1`, 400],
  ])('is not available for %s', async (url, status) => {
    expect((await about(url)).response.status).toBe(status)
  })

  test('says that its url is missing', async () => {
    const response = await get('oembed')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('url is missing')
  })

  test.each([
    ['maxwidth', '199'],
    ['maxheight', '99'],
  ])(
    'is an error for %s of %s, because a frame must not be larger and shows nothing in less',
    async (name, limit) => {
      expect((await about(siteUrl, {[name]: limit})).response.status).toBe(400)
    },
  )

  test('refuses a parameter that occurs twice', async () => {
    const response = await get(`oembed?url=${siteUrl}&url=https://other.example`)
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('duplicate-parameter'),
    ])
  })

  test('has a frame in which a whole month fits', async () => {
    const {content} = await about(`${siteUrl}/api/embed.html?view=month`)
    expect(content.height).toBe(900)
  })

  test('says that XML is not available, as the specification demands', async () => {
    expect((await about(siteUrl, {format: 'xml'})).response.status).toBe(501)
    expect((await about(siteUrl, {maxwidth: '1e9'})).response.status).toBe(400)
  })

  test('is named by the page, so that a site which knows only its address finds it', async () => {
    const html = await (await get('embed.html?view=week')).text()
    const [, link = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? []
    const response = await handler(new Request(link.replaceAll('&amp;', '&')))
    expect(Object(await response.json()).html).toContain('embed.html?view=week"')
  })
})
