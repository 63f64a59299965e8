'use client'

import { useState } from 'react'
import type { EditorActions } from '@/components/editor/editor-actions'
import {
  choiceOf,
  labelOf,
  moveOf,
  plansFor,
  sentenceOf,
  takesOff,
  toldBy,
  type Plan,
  type Telling,
} from '@/components/editor/publish-plan'
import { UpdateQuestion } from '@/components/editor/update-question'
import { FindingsList } from '@/components/editor/findings-list'
import { SlugChange } from '@/components/editor/slug-change'
import { useFindings } from '@/components/editor/use-findings'
import { useLeaving } from '@/components/editor/use-leaving'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { WhenField } from '@/components/editor/when-field'
import { ChangeForm } from '@/components/schedule/change-form'
import { changeSentence, newChange } from '@/components/schedule/change-plan'
import { ChangesAhead } from '@/components/schedule/changes-ahead'
import { StayingChanges } from '@/components/schedule/staying-changes'
import { momentOf } from '@/components/schedule/when'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioList } from '@/components/ui/radio-list'
import type { Place } from '@/domain/findings/finding'
import type { DeskState } from '@/domain/posts/desk-post'
import type { Answer } from '@/lib/answer'
import { wallTimeOf, whenOf } from '@/lib/zoned-time'

type Props = {
  state: DeskState
  act: PostEditing['act']
  actions: EditorActions
  siteZone: string
  onGo: (place: Place) => void
  onClose: () => void
  onDone: (sentence: string) => void
}

const DAY = 24 * 3_600_000

/** Says in one sentence what will happen and when, and has one button that does exactly that. */
export function PublishPanel({ state, act, actions, siteZone, onGo, onClose, onDone }: Props) {
  const plans = plansFor(state)
  const [plan, setPlan] = useState<Plan>(plans[0] ?? 'now')
  const [when, setWhen] = useState(() => {
    const { zone, now } = state
    const isKept = state.status === 'live' || (state.date !== null && state.date > now)
    if (state.date !== null && isKept) return whenOf(state.date, zone)
    return { date: wallTimeOf(new Date(now.getTime() + DAY), zone).date, time: '09:00', zone }
  })
  const [change, setChange] = useState(() => newChange(state))
  const [dropAhead, setDropAhead] = useState(false)
  const [telling, setTelling] = useState<Telling>({ announce: false, correction: '' })
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const mustAsk = takesOff(plan, state, when)
  const at = plan === 'later' ? momentOf(when) : null
  const findings = useFindings({ state, at, actions })
  const leaving = useLeaving({ ids: [state.id], linksHere: actions.linksHere, onTrouble: setTrouble })

  async function run(work: (state: DeskState) => Promise<Answer<DeskState>>) {
    setBusy(true)
    setTrouble(null)
    const answer = await act(work)
    setBusy(false)
    if (!answer.ok) return setTrouble(answer.sentence)
    onDone(answer.value.sentence)
  }

  function carryOut() {
    if (mustAsk && !asked) return setAsked(true)
    void run(({ id, version }) => {
      if (plan === 'now') return actions.publish({ id, version })
      if (plan === 'update') return actions.update({ id, version, ...toldBy(telling), dropAhead })
      const date = momentOf(plan === 'change' ? change.when : when) ?? new Date(Number.NaN)
      const { announce } = change
      if (plan === 'change')
        return actions.changeLater({ id, version, date, zone: change.when.zone, announce })
      return actions.schedule({ id, version, date, zone: when.zone })
    })
  }

  const sentence = plan === 'change' ? changeSentence(change, state) : sentenceOf(plan, state, when)
  const movesTo = plan === 'update' ? moveOf(state) : null
  const isOut = state.status === 'live' || state.status === 'scheduled' || state.status === 'expired'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Publish"
      growing
      description={state.sentence}
      footer={
        <>
          {isOut && (
            <Button
              busy={busy || leaving.asking}
              onClick={() => void leaving.leave('unpublish', () => run(({ id }) => actions.unpublish(id)))}
            >
              Back to draft
            </Button>
          )}
          <Button
            variant={asked && mustAsk ? 'danger' : 'primary'}
            busy={busy}
            disabled={sentence === null || findings.held || findings.stops}
            onClick={carryOut}
          >
            {asked && mustAsk ? 'Yes, take it off until then' : labelOf(plan, state, when)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChangesAhead state={state} act={act} actions={actions} siteZone={siteZone} />
        {plans.length === 1 && (
          <p>Readers see everything that is saved. You can change its date or take it back.</p>
        )}
        {plans.length > 1 && (
          <RadioList
            label="When"
            value={plan}
            options={plans.map((value) => ({ value, label: choiceOf(value, state) }))}
            onChange={(value) => {
              setPlan(value)
              setAsked(false)
            }}
          />
        )}
        {plan === 'update' && <UpdateQuestion telling={telling} onChange={setTelling} />}
        {plan === 'later' && <WhenField when={when} onChange={setWhen} siteZone={siteZone} now={state.now} />}
        {plan === 'change' && (
          <ChangeForm change={change} onChange={setChange} siteZone={siteZone} now={state.now} />
        )}
        {plan === 'update' && <StayingChanges state={state} dropAhead={dropAhead} onChange={setDropAhead} />}
        {sentence !== null && <Notice tone={mustAsk ? 'warn' : 'neutral'}>{sentence}</Notice>}
        {movesTo !== null && (
          <SlugChange id={state.id} from={movesTo.from} to={movesTo.to} linksHere={actions.linksHere} />
        )}
        <FindingsList findings={findings} onGo={onGo} />
        {leaving.dialog}
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
      </div>
    </Dialog>
  )
}
