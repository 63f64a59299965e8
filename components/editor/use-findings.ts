import { useEffect, useEffectEvent, useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { DeskState } from '@/domain/posts/desk-post'
import type { Check } from '@/domain/findings/queries'

type Props = { state: DeskState; at: Date | null; actions: Pick<EditorActions, 'check' | 'ignore'> }

/** A look at a long text takes its time; the button waits no longer than this, in milliseconds. */
const MOMENT = 800
/** A date is typed digit by digit. */
const PAUSE = 250

/** What would be found in this version at that moment (null: now). `held`: the button waits a moment for it. */
export function useFindings({ state, at, actions }: Props) {
  const { id, version } = state
  const time = at?.getTime() ?? null
  const [check, setCheck] = useState<Check | null>(null)
  const [checked, setChecked] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [held, setHeld] = useState(true)
  const question = `${id} ${version} ${time}`

  const ask = useEffectEvent(async (isStale: () => boolean) => {
    const answer = await askServer(() => actions.check({ id, version, at }))
    if (isStale()) return
    setHeld(false)
    setChecked(question)
    setTrouble(answer.ok ? null : answer.sentence)
    if (answer.ok) setCheck(answer.value)
  })

  useEffect(() => {
    let stale = false
    const first = setTimeout(() => void ask(() => stale), time === null ? 0 : PAUSE)
    const moment = setTimeout(() => setHeld(false), MOMENT)
    return () => {
      stale = true
      clearTimeout(first)
      clearTimeout(moment)
    }
  }, [id, version, time])

  async function ignore(key: string, ignored: boolean) {
    const answer = await askServer(() => actions.ignore({ id, key, ignored }))
    if (!answer.ok) return setTrouble(answer.sentence)
    setCheck((now) => {
      if (now === null) return null
      const others = now.ignored.filter((other) => other !== key)
      return { ...now, ignored: ignored ? [...others, key] : others }
    })
  }

  const isIgnored = new Set(check?.ignored)
  const findings = check?.findings ?? []
  return {
    checking: checked !== question,
    held,
    trouble,
    open: findings.filter(({ key, stops }) => stops || !isIgnored.has(key)),
    ignored: findings.filter(({ key, stops }) => !stops && isIgnored.has(key)),
    stops: findings.some(({ stops }) => stops),
    ignore,
  }
}

export type Findings = ReturnType<typeof useFindings>
