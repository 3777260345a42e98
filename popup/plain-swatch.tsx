/** The role's color. Hidden from screen readers. */
export function PlainSwatch({ color }: { readonly color: string | undefined }) {
  const style = color === undefined ? undefined : { background: `#${color}` }
  return <span class={color === undefined ? 'swatch plain' : 'swatch'} style={style} />
}
