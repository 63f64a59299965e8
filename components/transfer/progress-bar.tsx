type Props = { label: string; done: number; total: number; text: string }

/** How far work is, as a bar and in words. */
export function ProgressBar({ label, done, total, text }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label={label}
        value={done}
        max={Math.max(1, total)}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      <p role="status" className="min-h-5 truncate text-[0.8125rem] text-muted tabular-nums">
        {text}
      </p>
    </div>
  )
}
