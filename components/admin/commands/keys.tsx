/** Keys as they stand on this machine's keyboard: `Mod S` is ⌘ S on a Mac and Ctrl S elsewhere. */
export function Keys({ keys }: { keys: string }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return (
    <span className="flex shrink-0 gap-1">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded border border-line bg-canvas px-1.5 text-center font-sans text-xs/5 text-muted"
        >
          {isMac ? key.replace('Mod', '⌘').replace('Shift', '⇧') : key.replace('Mod', 'Ctrl')}
        </kbd>
      ))}
    </span>
  )
}
