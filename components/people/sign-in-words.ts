export const WRONG = 'The e-mail address or the password is not right.'

/** What a form that was sent without a script gets back: why it was refused, and the address that was typed. */
export type PlainAnswer = { trouble: string | null; email: string }
