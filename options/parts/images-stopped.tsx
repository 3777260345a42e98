import { useEffect, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { allowImages, areImagesStopped } from '../../src/lib/image-guard'
import { SeverityIcon } from '../../styles/icons/settings-icons'

/** A notice that images are off, because the menu or the settings once stopped while showing them. */
export function ImagesStopped() {
  const [stopped, setStopped] = useState(false)
  useEffect(() => {
    areImagesStopped().then(setStopped)
  }, [])
  if (!stopped) return null
  return (
    <div class="notice warning" role="alert">
      <SeverityIcon severity="warning" />
      <p>{message('options_imagesStopped')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          allowImages()
          setStopped(false)
        }}
      >
        {message('options_showImagesAgain')}
      </button>
    </div>
  )
}
