import type { Ref } from 'preact'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CodeEditor } from './code-editor'
import type { Document, Findings } from './document'

/** The page's requests to the editor. */
export type EditorHandle = Pick<CodeEditor, 'text' | 'select' | 'reveal' | 'write'>

interface EditorProps {
  /** Empty until the editor is loaded. */
  readonly handle: Ref<EditorHandle | null>
  readonly label: string
  readonly document: Document
  readonly findings: Findings | undefined
  readonly readOnly: boolean
  onReady(): void
  onEdit(): void
  onCursor(line: number): void
}

/** The place of the editor, which is loaded once the page is painted. */
export function Editor({
  handle,
  label,
  document,
  findings,
  readOnly,
  onReady,
  onEdit,
  onCursor,
}: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const listeners = useRef({ onEdit, onCursor })
  listeners.current = { onEdit, onCursor }
  const [editor, setEditor] = useState<CodeEditor>()

  useEffect(() => {
    let made: CodeEditor | undefined
    let gone = false
    import('./code-editor').then(({ createCodeEditor }) => {
      if (gone || !host.current) return
      made = createCodeEditor(host.current, {
        label,
        onEdit: () => listeners.current.onEdit(),
        onCursor: line => listeners.current.onCursor(line),
      })
      setEditor(made)
    })
    return () => {
      gone = true
      made?.destroy()
    }
  }, [label])

  useImperativeHandle<EditorHandle | null, EditorHandle | null>(handle, () => editor ?? null, [editor])
  // In the same paint as everything else that the text changes.
  useLayoutEffect(() => {
    editor?.replace(document)
    if (editor) onReady()
  }, [editor, document])
  useEffect(() => editor?.setReadOnly(readOnly), [editor, readOnly])
  useEffect(() => {
    if (findings) editor?.show(findings)
  }, [editor, findings])

  return <div ref={host} class="editor" />
}
