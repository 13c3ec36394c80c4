import {Box, Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useMemo, useRef, useState} from 'react'
import {useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {ActDialog} from './ActDialog.tsx'
import {type StepsResult, undoSteps} from './applySteps.ts'
import {firstKey, keysBetween} from './gridKeys.ts'
import {ItemDetails} from './ItemDetails.tsx'
import type {Act} from './planActs.ts'
import type {SeasonFacts} from './readSeason.ts'
import {focusCell, SeasonTable} from './SeasonTable.tsx'
import type {Target} from './step.ts'
import {stepStore} from './stepStore.ts'
import {actWords, datesOf, resultWords} from './stepWords.ts'
import {useSeasonView} from './useSeasonView.ts'
import {draftsId, useTarget} from './useTarget.ts'
import {WatchDialog} from './WatchDialog.tsx'

interface SeasonPlanProps {
  facts: SeasonFacts
  community: CommunityFacts
  timeZone: string
  now: string
  monday: string
  lastDay: string
  weeks: number
}

/** What was done last, and can be undone. */
interface Report {
  text: string
  failures: readonly string[]
  done: StepsResult['done']
}

const actKinds = ['fill', 'move', 'hold', 'cancel'] as const satisfies readonly Act['kind'][]
const nothing: ReadonlySet<string> = new Set()

/** The grid of a season with its selection and acts. */
export function SeasonPlan(props: SeasonPlanProps) {
  const {community} = props
  const client = useClient({apiVersion})
  const router = useRouter()
  const view = useSeasonView(props)
  const {grid, texts, notes, weekNotes} = view
  const {target, choices, problem, choose} = useTarget()
  const table = useRef<HTMLTableElement>(null)
  const [focused, setFocused] = useState<string>()
  const [anchor, setAnchor] = useState<string>()
  const [chosen, setChosen] = useState(nothing)
  const [acting, setActing] = useState<Act['kind']>()
  const [watching, setWatching] = useState(false)
  const [report, setReport] = useState<Report>()

  const cells = useMemo(
    () => grid.groups.flatMap(({rows}) => rows.flatMap(({lanes}) => lanes)),
    [grid],
  )
  // An item that is no longer in the grid is neither focused nor selected.
  const focusable = focused !== undefined && notes.has(focused) ? focused : firstKey(cells)
  const items = useMemo(() => grid.items.filter(({key}) => chosen.has(key)), [grid, chosen])
  const focusedItem = grid.items.find(({key}) => key === focusable)

  const toggle = (key: string) => {
    setChosen((before) =>
      before.has(key)
        ? new Set([...before].filter((each) => each !== key))
        : new Set([...before, key]),
    )
    setAnchor(key)
  }
  const extend = (key: string) => {
    const from = anchor ?? focusable ?? key
    setAnchor(from)
    setChosen((before) => new Set([...before, ...keysBetween(cells, from, key)]))
  }
  const open = (key: string) => {
    const item = grid.items.find((each) => each.key === key)
    if (!item) return
    if (item.kind === 'session')
      router.navigateIntent('edit', {id: item.session.id, type: 'touchpoint'})
    else router.navigateIntent('edit', {id: item.series.id, type: 'series'})
  }
  const closeDialog = () => {
    setActing(undefined)
    if (focusable !== undefined) focusCell(table.current, focusable)
  }
  const finish = (kind: Act['kind'], at: Target) => (result: StepsResult) => {
    const {text, failures} = resultWords(kind, result, at)
    setReport({text, failures, done: result.done})
    // What failed stays selected, so that it can be tried again.
    if (failures.length === 0) setChosen(nothing)
    closeDialog()
  }
  const undo = async (done: StepsResult['done']) => {
    setReport({text: 'Undoing…', failures: [], done: []})
    const {undone, failed} = await undoSteps(done, stepStore(client))
    const count = new Set(undone.flatMap(({names}) => names)).size
    setReport({
      text: `Undone: ${datesOf(count)}.`,
      failures: failed.map(({step, reason}) => `${step.names.join('; ')}: ${reason}.`),
      done: [],
    })
  }
  const empty = grid.items.filter(({kind, isPast}) => kind === 'open' && !isPast)

  return (
    <>
      <Flex gap={2} align="center" wrap="wrap" paddingX={4} paddingY={3}>
        {actKinds.map((kind) => (
          <Button
            key={kind}
            text={`${actWords[kind].label}…`}
            mode={kind === 'fill' ? 'default' : 'ghost'}
            tone={kind === 'cancel' ? 'critical' : 'default'}
            disabled={items.length === 0 || problem !== undefined}
            onClick={() => setActing(kind)}
          />
        ))}
        <Text size={1} muted role="status">
          {items.length > 0 ? `${datesOf(items.length)} selected` : 'Select dates first'}
        </Text>
        {items.length > 0 && (
          <Button mode="bleed" text="Clear" onClick={() => setChosen(nothing)} />
        )}
        <Box flex={1} />
        <Button
          mode="bleed"
          text={`Select empty dates (${empty.length})`}
          disabled={empty.length === 0}
          onClick={() => setChosen(new Set(empty.map(({key}) => key)))}
        />
        <Button mode="bleed" text="Clocks and holidays" onClick={() => setWatching(true)} />
        <Box style={{width: 200}}>
          <Select
            aria-label="Save changes in"
            value={target.kind === 'drafts' ? draftsId : target.id}
            onChange={({currentTarget}) => choose(currentTarget.value)}
          >
            {choices.map(({id, title}) => (
              <option key={id} value={id}>
                {id === draftsId ? 'Save as drafts' : `Save in “${title}”`}
              </option>
            ))}
          </Select>
        </Box>
      </Flex>
      <Notice problem={problem} report={report} onUndo={(done) => void undo(done)} />
      <Box flex={1} style={{minHeight: 0}}>
        <SeasonTable
          seriesWord={capitalized(community.series.plural)}
          selected={chosen}
          focused={focusable}
          onFocus={setFocused}
          onToggle={toggle}
          onExtend={extend}
          onClear={() => setChosen(nothing)}
          onOpen={open}
          {...{grid, notes, weekNotes, table}}
        />
      </Box>
      <ItemDetails
        text={focusable === undefined ? undefined : texts.get(focusable)}
        week={focusedItem && weekNotes[focusedItem.week]}
        clashCount={view.clashCount}
        onOpen={() => focusable !== undefined && open(focusable)}
      />
      {acting && (
        <ActDialog
          kind={acting}
          now={props.now}
          onClose={closeDialog}
          onDone={finish(acting, target)}
          {...{items, target}}
        />
      )}
      {watching && (
        <WatchDialog
          weeks={grid.weeks}
          notes={weekNotes}
          state={view.holidays}
          onClose={() => setWatching(false)}
        />
      )}
    </>
  )
}

interface NoticeProps {
  problem: string | undefined
  report: Report | undefined
  onUndo: (done: StepsResult['done']) => void
}

function Notice({problem, report, onUndo}: NoticeProps) {
  return (
    <Box paddingX={4} role="status">
      {problem && (
        <Card tone="caution" padding={3} marginBottom={3} radius={2} border>
          <Text size={1}>{problem}</Text>
        </Card>
      )}
      {report && (
        <Card
          tone={report.failures.length > 0 ? 'critical' : 'positive'}
          padding={3}
          marginBottom={3}
          radius={2}
          border
        >
          <Flex align="center" gap={3}>
            <Stack gap={3} flex={1}>
              <Text size={1}>{report.text}</Text>
              {report.failures.map((failure) => (
                <Text key={failure} size={1}>
                  {failure}
                </Text>
              ))}
            </Stack>
            {report.done.length > 0 && (
              <Button mode="ghost" text="Undo" onClick={() => onUndo(report.done)} />
            )}
          </Flex>
        </Card>
      )}
    </Box>
  )
}
