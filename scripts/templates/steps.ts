import type {SanityClient} from '@sanity/client'
import type {FrameLocator, Locator, Page} from 'playwright-core'
import sharp from 'sharp'
import {eventually} from './eventually.ts'
import type {Addresses, Template} from './template.ts'

export interface StepContext {
  template: Template
  addresses: Addresses
  /** The window of the Studio. */
  studio: Page
  /** The window of a visitor, who sees what is published. */
  visitor: Page
  /** Sees drafts. */
  client: SanityClient
}

export interface Step {
  title: string
  /** The window for the screenshot. */
  window: 'studio' | 'visitor'
  /** Templates that have what the step needs. */
  appliesTo?(template: Template): boolean
  run(context: StepContext): Promise<void>
}

/** The post that the steps write. */
const written = {
  title: 'Written without a network',
  slug: 'written-without-a-network',
  excerpt: 'The excerpt of the new post',
  draftTitle: 'A draft title',
  liveTitle: 'Typed while the page is open',
}

/** What a user does, in this order: later steps use the post of earlier ones. */
export const steps: readonly Step[] = [
  {
    title: 'List',
    window: 'studio',
    async run({studio, addresses, template: {seeded}}) {
      await studio.goto(`${addresses.studio}/structure/post`, {waitUntil: 'commit'})
      await studio.getByText(seeded.title).first().waitFor()
      await studio.getByText(seeded.otherTitle).first().waitFor()
    },
  },
  {
    title: 'Search',
    window: 'studio',
    async run({studio, template: {seeded}}) {
      const search = studio.getByPlaceholder(/search list/i).first()
      await search.fill(seeded.word)
      await studio.getByText(seeded.otherTitle).first().waitFor({state: 'hidden'})
      await studio.getByText(seeded.title).first().waitFor()
      await search.fill('')
      await studio.getByText(seeded.otherTitle).first().waitFor()
    },
  },
  {
    title: 'Create and edit',
    window: 'studio',
    async run({studio, addresses, client}) {
      await studio.goto(
        `${addresses.studio}/intent/create/mode=structure;template=post;type=post/`,
        {
          waitUntil: 'commit',
        },
      )
      const title = field(studio, 'title').locator('input').first()
      await title.fill(written.title)
      await field(studio, 'slug').getByRole('button', {name: 'Generate'}).click()
      await field(studio, 'excerpt').locator('textarea').fill(written.excerpt)
      await eventually('the draft has what was typed', () =>
        client.fetch<boolean>(
          'count(*[_id in path("drafts.**") && title == $title && slug.current == $slug && excerpt == $excerpt]) == 1',
          written,
        ),
      )
    },
  },
  {
    title: 'Image',
    window: 'studio',
    async run({studio, client, template: {imageField, imageNeedsAlt}}) {
      // The form renders a field when it is scrolled to.
      await field(studio, 'excerpt').locator('textarea').scrollIntoViewIfNeeded()
      const upload = studio.locator('input[type=file]').first()
      await upload.setInputFiles({
        name: 'square.png',
        mimeType: 'image/png',
        buffer: await squareImage(),
      })
      await eventually(
        'the draft has the image',
        async () => (await imageHash(client, imageField)) !== undefined,
      )
      const form = studio.getByTestId('document-panel-scroller')
      await loaded(form.locator(`img[src*="${await imageHash(client, imageField)}"]`).first())
      if (!imageNeedsAlt) return
      const alt = field(studio, `${imageField}.alt`).locator('input').first()
      await alt.fill('A square')
      await eventually('the draft has the description', () =>
        client.fetch<boolean>(
          `count(*[title == $title && ${imageField}.alt == "A square"]) == 1`,
          written,
        ),
      )
    },
  },
  {
    title: 'Publish',
    window: 'studio',
    run: (context) => publish(context, written.title),
  },
  {
    title: 'The page shows it',
    window: 'visitor',
    async run({visitor, addresses, client, template: {imageField, postPath}}) {
      await visitor.goto(addresses.site + postPath(written.slug), {waitUntil: 'commit'})
      await visitor.getByText(written.title).first().waitFor()
      await loaded(visitor.locator(`img[src*="${await imageHash(client, imageField)}"]`).first())
    },
  },
  {
    title: 'Click to edit',
    window: 'studio',
    async run({studio, addresses, template: {postPath, seeded}}) {
      const site = await openPreview(studio, addresses, postPath(seeded.slug))
      await clickToEdit(studio, site.getByText(seeded.text).first(), seeded.field)
      await clickToEdit(studio, site.getByText(seeded.title).first(), 'title')
      await eventually(
        'the form has the title that was clicked',
        async () => (await titleInput(studio).inputValue()) === seeded.title,
      )
    },
  },
  {
    title: 'Draft preview',
    window: 'studio',
    async run({studio, visitor, addresses, client, template: {postPath}}) {
      const id = await client.fetch<string>('*[slug.current == $slug][0]._id', written)
      const site = await openPreview(studio, addresses, postPath(written.slug), `/post/${id}`)
      await titleInput(studio).fill(written.draftTitle)
      await eventually('the draft has the title', () =>
        client.fetch<boolean>('count(*[title == $draftTitle]) == 1', written),
      )
      await studio.reload({waitUntil: 'commit'})
      await site.getByText(written.draftTitle).first().waitFor()
      await visitor.reload({waitUntil: 'commit'})
      await visitor.getByText(written.title).first().waitFor()
      if (await visitor.getByText(written.draftTitle).count()) {
        throw new Error('A visitor sees the draft.')
      }
    },
  },
  {
    title: 'Live update of the preview',
    window: 'studio',
    async run({studio, addresses}) {
      const frame = studio.frames().find((each) => each.url().startsWith(addresses.site))
      if (!frame) throw new Error('Presentation shows no page of the site.')
      await markPage(frame)
      // As a person types: the page may miss the first letters while it connects.
      await titleInput(studio).clear()
      await titleInput(studio).pressSequentially(written.liveTitle, {delay: 300})
      await frame.getByText(written.liveTitle).first().waitFor()
      await requireMark(frame)
    },
  },
  {
    title: 'Live update for visitors',
    window: 'visitor',
    appliesTo: ({liveForVisitors}) => liveForVisitors,
    async run(context) {
      const {visitor} = context
      await markPage(visitor)
      await publish(context, written.liveTitle)
      await visitor.getByText(written.liveTitle).first().waitFor()
      await requireMark(visitor)
    },
  },
]

/** The form's field, by its path. */
function field(page: Page, path: string): Locator {
  return page.getByTestId(`field-${path}`).first()
}

/** The uploaded image's hash, which is a part of its addresses. */
async function imageHash(client: SanityClient, imageField: string): Promise<string | undefined> {
  const hash = await client.fetch<string | null>(
    `*[title == $title && defined(${imageField}.asset)][0].${imageField}.asset->sha1hash`,
    written,
  )
  return hash ?? undefined
}

function titleInput(page: Page): Locator {
  return field(page, 'title').locator('input').first()
}

/** Publishes the new post. A click during a save has no effect, so a user clicks again. */
async function publish({studio, client}: StepContext, title: string): Promise<void> {
  // The button is there twice while a new revision renders.
  const button = studio.getByRole('button', {name: 'Publish', exact: true}).first()
  let clicked = 0
  await eventually('the post is published', async () => {
    if (await client.fetch<boolean>(publishedQuery, {title})) return true
    if (Date.now() - clicked < 15_000 || !(await button.isEnabled())) return false
    clicked = Date.now()
    await button.click()
    return false
  })
}

const publishedQuery = 'count(*[!(_id in path("drafts.**")) && title == $title]) == 1'

/** Opens a page of the site in Presentation, with a document's form or with the documents of the page. */
async function openPreview(
  studio: Page,
  addresses: Addresses,
  path: string,
  form = '',
): Promise<FrameLocator> {
  const address = `${addresses.studio}/presentation${form}?preview=${encodeURIComponent(path)}`
  await studio.goto(address, {waitUntil: 'commit'})
  return studio.frameLocator('iframe')
}

/** Clicks a text of the previewed page until the Studio opens its field. An early click has no overlay yet. */
async function clickToEdit(studio: Page, text: Locator, path: string): Promise<void> {
  const opened = field(studio, path).and(studio.locator(':focus-within'))
  let clicked = 0
  await eventually(`a click opens the field ${path}`, async () => {
    if (await opened.count()) return true
    if (Date.now() - clicked < 10_000) return false
    clicked = Date.now()
    // Overlays react when the pointer enters a text. After an early click, it is there already.
    await studio.mouse.move(0, 0)
    await text.click()
    return false
  })
}

async function loaded(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded()
  await eventually('the image is loaded', () =>
    image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth > 0),
  )
}

function squareImage(): Promise<Buffer> {
  const size = {width: 400, height: 400, channels: 3} as const
  return sharp({create: {...size, background: '#2a6f97'}})
    .png()
    .toBuffer()
}

type MarkedPage = Pick<Page, 'evaluate'>

/** A reload removes the mark. */
async function markPage(page: MarkedPage): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''))
}

async function requireMark(page: MarkedPage): Promise<void> {
  const kept = await page.evaluate(() => document.documentElement.hasAttribute('data-not-reloaded'))
  if (!kept) throw new Error('The page was reloaded.')
}
