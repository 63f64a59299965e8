'use client'

import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** The ways out, the most likely one last. */
  footer?: ReactNode
  width?: 'normal' | 'wide'
  /** What is in it comes bit by bit: on a phone it has its full height at once, so that nothing moves under a finger. */
  growing?: boolean
}

const widths = { normal: 'max-w-lg', wide: 'max-w-5xl' } as const

/** A modal dialog: holds the focus while open and gives it back where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = 'normal',
  growing = false,
}: Props) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-30 min-h-dvh bg-black/40 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        {/* From the top, not in the middle: what grows in the middle moves away from the pointer that is about to press it. */}
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-end justify-center overflow-hidden sm:items-start sm:px-6 sm:pt-[8dvh] sm:pb-6">
          <BaseDialog.Popup
            className={`relative flex max-h-[92dvh] w-full flex-col rounded-t-xl sm:max-h-[calc(92dvh-1.5rem)] border border-line bg-raised text-sm text-ink shadow-2xl transition-[opacity,translate] outline-none data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:rounded-xl ${growing ? 'max-sm:h-[92dvh]' : ''} ${widths[width]}`}
          >
            <header className="py-4 pr-14 pb-2 pl-5 wrap-anywhere">
              <BaseDialog.Title className="text-base font-semibold">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description className="mt-1 text-muted">{description}</BaseDialog.Description>
              )}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div>
            {footer !== undefined && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            )}
            {/* Last, so that the focus begins at what the dialog is about. */}
            <BaseDialog.Close
              aria-label="Close"
              className={`${buttonStyle({ variant: 'quiet', size: 'icon' })} absolute top-2.5 right-2.5`}
            >
              <X aria-hidden />
            </BaseDialog.Close>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
