import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {contrastOf, pageBackground, readableOn, textContrast} from '@touchpoints/schemas/appearance'
import {set, type StringInputProps, unset} from 'sanity'

import {readColor} from './readColor.ts'

/** Pages on which a color is text. Other colors only mark things, and need no contrast. */
const backgroundOf: Readonly<Record<string, string>> = {
  accentColor: pageBackground.light,
  accentColorDark: pageBackground.dark,
}

/** Input for a color: a picker, its hexadecimal form, and for accent colors how well it can be read. */
export function ColorInput({value, path, onChange, readOnly, elementProps}: StringInputProps) {
  const color = value === undefined ? undefined : readColor(value)
  const [field] = path
  const background = typeof field === 'string' ? backgroundOf[field] : undefined
  const write = (text: string) => onChange(text === '' ? unset() : set(readColor(text) ?? text))
  return (
    <Stack gap={3} data-testid="color-input">
      <Flex gap={2} align="center">
        <input
          type="color"
          aria-label="Pick a color"
          value={color ?? '#888888'}
          disabled={readOnly === true}
          style={swatch}
          onChange={({currentTarget}) => write(currentTarget.value)}
        />
        <div style={{flex: 1}}>
          <TextInput
            {...elementProps}
            placeholder="#0b57d0"
            value={value ?? ''}
            onChange={({currentTarget}) => write(currentTarget.value)}
          />
        </div>
      </Flex>
      {color !== undefined && background !== undefined && (
        <ContrastPreview
          color={color}
          pageColor={background}
          onUse={readOnly ? undefined : (readable) => onChange(set(readable))}
        />
      )}
    </Stack>
  )
}

interface ContrastPreviewProps {
  color: string
  pageColor: string
  onUse: ((color: string) => void) | undefined
}

function ContrastPreview({color, pageColor: background, onUse}: ContrastPreviewProps) {
  const contrast = contrastOf(color, background)
  const enough = contrast >= textContrast
  const readable = readableOn(color, background)
  return (
    <Card
      padding={3}
      radius={2}
      border
      tone={enough ? 'transparent' : 'caution'}
      aria-live="polite"
    >
      <Stack gap={3}>
        {/* Decorative: the words below say the same. */}
        <div aria-hidden="true" style={{background, padding: 12, borderRadius: 3}}>
          <span style={{color, textDecoration: 'underline', marginInlineEnd: 16}}>A link</span>
          <span
            style={{background: color, color: background, padding: '4px 10px', borderRadius: 3}}
          >
            A button
          </span>
        </div>
        <Text size={1}>
          {enough
            ? `Contrast ${contrast.toFixed(1)}: easy to read.`
            : `Contrast ${contrast.toFixed(1)}, but text needs ${textContrast}. Choose a ${background === pageBackground.light ? 'darker' : 'lighter'} color.`}
        </Text>
        {!enough && onUse && readable !== color && (
          <Flex>
            <Button
              mode="ghost"
              fontSize={1}
              text={`Use ${readable}`}
              onClick={() => onUse(readable)}
            />
          </Flex>
        )}
      </Stack>
    </Card>
  )
}

const swatch = {width: 40, height: 35, padding: 2, border: 0, background: 'none'} as const
