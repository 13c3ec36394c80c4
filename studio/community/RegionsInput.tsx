import {Stack, Text} from '@sanity/ui'
import {type ArrayOfPrimitivesInputProps, set, unset} from 'sanity'

import {ChoiceButtons} from '../inputs/ChoiceButtons.tsx'
import {useCommunity} from './CommunityContext.ts'

/** Input for the regions of a series: a button for each region of the community, and for each unknown one. */
export function RegionsInput(props: ArrayOfPrimitivesInputProps) {
  const {value, onChange, readOnly} = props
  const {regions} = useCommunity()
  const chosen = (value ?? []).map(String)
  const unknown = chosen.filter((code) => !regions.some((region) => region.code === code))
  if (regions.length === 0) {
    return (
      <Stack gap={3}>
        {props.renderDefault(props)}
        <Text size={1} muted>
          The community has no regions. Add them in the community document to choose them here.
        </Text>
      </Stack>
    )
  }
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]
    onChange(next.length === 0 ? unset() : set(next))
  }
  return (
    <Stack gap={3} data-testid="regions-input">
      <ChoiceButtons
        legend="Regions of the community"
        choices={[
          ...regions.map(({code, title}) => ({value: code, text: code, title})),
          ...unknown.map((code) => ({value: code, text: code})),
        ]}
        isChosen={(code) => chosen.includes(code)}
        readOnly={readOnly}
        problem={
          unknown.length > 0
            ? `${unknown.join(', ')}: not a region of the community. Remove it, or add it to the community.`
            : undefined
        }
        onToggle={toggle}
      />
    </Stack>
  )
}
