import type { ComponentChildren } from 'preact'

interface FileButtonProps {
  readonly text: string
  readonly icon?: ComponentChildren
  readonly primary?: boolean
  readonly disabled?: boolean
  onFiles(files: readonly File[]): void
}

/** A button for choosing files: the browser's own, behind a label that looks like the other buttons. */
export function FileButton({ text, icon, primary = false, disabled = false, onFiles }: FileButtonProps) {
  return (
    <label class={primary ? 'button primary' : 'button'}>
      <input
        type="file"
        class="visually-hidden"
        multiple
        disabled={disabled}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          // The user can choose the same ones again.
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      {icon}
      {text}
    </label>
  )
}
