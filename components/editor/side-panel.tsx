'use client'

import type { EditorActions } from '@/components/editor/editor-actions'
import { ExpiryField } from '@/components/editor/expiry-field'
import { SeriesField } from '@/components/editor/series-field'
import type { PostEditing } from '@/components/editor/use-post-editor'
import { PlannedField } from '@/components/schedule/planned-field'
import { MediaField } from '@/components/media/media-field'
import { ChoiceChips } from '@/components/ui/choice-chips'
import { Field } from '@/components/ui/field'
import { ScriptedFields } from '@/components/ui/scripted-fields'
import { Switch } from '@/components/ui/switch'
import { TextArea, TextInput } from '@/components/ui/text-input'
import type { DeskNames } from '@/domain/posts/desk-names'

type Props = { editing: PostEditing; names: DeskNames; actions: EditorActions; siteZone: string }

/** Everything about a post that is not its text. */
export function SidePanel({ editing, names, actions, siteZone }: Props) {
  const { fields: content, change, state, errorOf } = editing
  const description = content.description ?? ''
  const nameOf = new Map(names.people.map(({ id, name }) => [id, name]))
  return (
    <ScriptedFields
      ready={editing.ready}
      disabled={state !== null && !state.may.edit}
      className="flex flex-col gap-4"
    >
      <legend className="sr-only">Details</legend>
      <Field label="Tags" error={errorOf('tags')}>
        <ChoiceChips
          label="Tags"
          value={content.tags}
          options={names.tags.map(({ name }) => name)}
          onChange={(tags) => change({ tags })}
          placeholder="Add a tag"
          creatable
        />
      </Field>
      <Field
        label="Slug"
        error={errorOf('slug')}
        hint="Empty: made from the title. Readers see a new one at Update."
      >
        <TextInput
          value={content.slug}
          placeholder={state?.slug ?? 'made from the title'}
          onChange={(event) => change({ slug: event.target.value })}
        />
      </Field>
      <Field
        label="Description"
        error={errorOf('description')}
        hint={`For lists, search engines and feeds. ${description.length} characters; about 160 are shown.`}
      >
        <TextArea
          value={description}
          onChange={(event) => change({ description: event.target.value || null })}
        />
      </Field>
      <MediaField
        label="Featured image"
        kind="picture"
        value={content.featuredImage}
        onChange={(featuredImage, alt = content.featuredImageAlt) =>
          change({ featuredImage, featuredImageAlt: alt })
        }
        listFiles={actions.listFiles}
        error={errorOf('featuredImage')}
      />
      {content.featuredImage !== null && (
        <Field
          label="Description of the image"
          error={errorOf('featuredImageAlt')}
          hint="Read out where it is not seen."
        >
          <TextInput
            value={content.featuredImageAlt ?? ''}
            onChange={(event) => change({ featuredImageAlt: event.target.value || null })}
          />
        </Field>
      )}
      <MediaField
        label="Thumbnail"
        kind="picture"
        value={content.thumbnail}
        onChange={(thumbnail) => change({ thumbnail })}
        listFiles={actions.listFiles}
        error={errorOf('thumbnail')}
      />
      <SeriesField editing={editing} options={names.series.map(({ name }) => name)} />
      {state?.may.changeBylines !== false && names.people.length > 0 && (
        <Field label="Authors" error={errorOf('bylineIds')}>
          <ChoiceChips
            label="Authors"
            value={content.bylineIds.flatMap((id) => nameOf.get(id) ?? [])}
            options={names.people.map(({ name }) => name)}
            onChange={(chosen) =>
              change({
                bylineIds: chosen.flatMap(
                  (name) => names.people.find((person) => person.name === name)?.id ?? [],
                ),
              })
            }
            placeholder="Whose text is it"
          />
        </Field>
      )}
      <MediaField
        label="Audio"
        kind="sound"
        value={content.audio}
        onChange={(audio) => change({ audio })}
        listFiles={actions.listFiles}
        error={errorOf('audio')}
      />
      <Field
        label="Canonical address"
        error={errorOf('canonicalUrl')}
        hint="Where this text appeared first, if not here."
      >
        <TextInput
          inputMode="url"
          value={content.canonicalUrl ?? ''}
          onChange={(event) => change({ canonicalUrl: event.target.value || null })}
        />
      </Field>
      <Switch
        label="Discussion is open"
        checked={content.comments}
        onChange={(comments) => change({ comments })}
      />
      <Switch label="Table of contents" checked={content.toc} onChange={(toc) => change({ toc })} />
      <Switch
        label="Hide from search engines"
        checked={content.noindex}
        onChange={(noindex) => change({ noindex })}
      />
      {state?.status === 'draft' && (
        <PlannedField editing={editing} state={state} actions={actions} siteZone={siteZone} />
      )}
      {state?.may.publish === true && (
        <ExpiryField
          key={state.version}
          editing={editing}
          state={state}
          actions={actions}
          siteZone={siteZone}
        />
      )}
    </ScriptedFields>
  )
}
