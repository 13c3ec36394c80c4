import {Button, Flex, Text} from '@sanity/ui'

interface ChoiceButtonsProps<Value> {
  legend: string
  /** `title` says in full what the short text means. */
  choices: readonly {value: Value; text: string; title?: string}[]
  isChosen: (value: Value) => boolean
  readOnly?: boolean | undefined
  problem?: string | undefined
  onToggle: (value: Value) => void
}

/** A row of buttons of which several can be pressed, such as the weekdays. */
export function ChoiceButtons<Value extends string | number>(props: ChoiceButtonsProps<Value>) {
  const {legend, choices, isChosen, readOnly, problem, onToggle} = props
  return (
    <fieldset style={{border: 0, margin: 0, padding: 0}}>
      <Text as="legend" size={1} weight="medium" style={{marginBottom: 8}}>
        {legend}
      </Text>
      <Flex gap={1} wrap="wrap">
        {choices.map(({value, text, title}) => (
          <Button
            key={value}
            type="button"
            mode={isChosen(value) ? 'default' : 'ghost'}
            tone={isChosen(value) ? 'primary' : 'default'}
            padding={2}
            fontSize={1}
            text={text}
            title={title}
            aria-pressed={isChosen(value)}
            disabled={readOnly === true}
            onClick={() => onToggle(value)}
          />
        ))}
      </Flex>
      {problem && (
        <Text
          size={1}
          role="alert"
          style={{color: 'var(--card-badge-critical-fg-color)', marginTop: 8}}
        >
          {problem}
        </Text>
      )}
    </fieldset>
  )
}
