'use client'

import { LoginForm } from '@/components/people/login-form'
import { Dialog } from '@/components/ui/dialog'

/** A session that ended ends no work: sign in here, and the text is saved. */
export function SignInAgain({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sign in again"
      description="Your text stays as it is, and is saved as soon as you are signed in."
    >
      <LoginForm onDone={onDone} />
    </Dialog>
  )
}
