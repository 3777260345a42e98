import { useEffect, useState } from 'preact/hooks'
import { admitImage, isAdmitted, onImagesAllowed } from '../../src/lib/image-guard'
import { PlainSwatch } from './plain-swatch'

interface RoleImageProps {
  readonly image: string
  readonly name: string
  readonly color: string | undefined
}

/** A role's picture; its color until the picture may be drawn, or if it doesn't load. */
export function RoleImage({ image, name, color }: RoleImageProps) {
  const [drawn, setDrawn] = useState(isAdmitted(image) ? image : undefined)
  const [broken, setBroken] = useState<string>()
  const [done, setDone] = useState<() => void>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => onImagesAllowed(() => setAttempt(attempt => attempt + 1)), [])
  useEffect(() => {
    if (isAdmitted(image)) return setDrawn(image)
    let finish: (() => void) | undefined
    let isGone = false
    admitImage(image).then(admitted => {
      finish = admitted
      if (isGone) finish?.()
      else if (admitted) {
        setDone(() => admitted)
        setDrawn(image)
      }
    })
    return () => {
      isGone = true
      finish?.()
    }
  }, [image, attempt])
  if (drawn !== image || broken === image) return <PlainSwatch name={name} color={color} />
  return (
    <img
      class="swatch"
      src={image}
      alt=""
      decoding="async"
      referrerpolicy="no-referrer"
      onLoad={() => done?.()}
      onError={() => {
        done?.()
        setBroken(image)
      }}
    />
  )
}
