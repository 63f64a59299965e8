'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8_000} limit={1}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-20 z-25 flex flex-col items-end gap-2 sm:left-auto sm:w-96 md:bottom-4">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Says what just happened, with one way back: `toast({ title: '2 posts are in the trash', action: { label: 'Undo', run } })`. */
export function useToast() {
  const { add } = Toast.useToastManager()
  return function toast({ title, text, action, stays = false }: Said) {
    add({
      title,
      ...(stays ? { timeout: 0 } : {}),
      ...(text === undefined ? {} : { description: text }),
      ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.run } }),
    })
  }
}

type Said = {
  title: string
  text?: string
  action?: Action
  /** Until somebody has read it. */
  stays?: boolean
}
type Action = { label: string; run: () => void }

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="w-full rounded-lg border border-line bg-ink text-canvas shadow-lg transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2 py-2 pr-2 pl-4 text-sm">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="opacity-80" />
        </div>
        <Toast.Action className="rounded-md px-2.5 py-1 font-semibold underline underline-offset-4 outline-offset-0 outline-canvas" />
        <Toast.Close
          aria-label="Dismiss"
          className="grid size-8 shrink-0 place-items-center rounded-md outline-offset-0 outline-canvas hover:bg-canvas/15 [&_svg]:size-4"
        >
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
