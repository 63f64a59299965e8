/** What opens above the page: menus, lists of choices. */
export const popupStyle =
  'min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm text-ink shadow-lg ' +
  'outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

export const popupItemStyle =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'
