/** What every control that holds text looks like. 16 px on phones, where smaller text makes iOS zoom in. */
export const controlStyle =
  'min-h-9 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-base text-ink placeholder:text-muted ' +
  'data-invalid:border-danger disabled:opacity-60 sm:text-sm'
