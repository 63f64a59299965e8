import type { Page } from '@playwright/test'
import { folderWith } from '@/tests/support/folder'
import { expect, test } from '@/tests/support/journey'
import { runOctavo } from '@/tests/support/octavo'
import { prepareServer } from '@/tests/support/server'

/** `pictures` is where its pictures are, on the same server: other journeys meet this post too. */
const sampleWith = (pictures: string) => `---
title: "Five Presses Worth Knowing in 2024"
subtitle: "From the platen to the cylinder"
description: "Five presses in detail: what they print, how easily, and how they streamline a small shop."
slug: five-presses-worth-knowing
tags: ['framework', ' web']
date: 2024-03-22T12:37:34.192Z
featured_image: "${pictures}/icon.svg?w_1920,f_auto"
thumbnail: "${pictures}/icon.svg?w_1280,f_auto"
comments: false
draft: false
series: ['']
audio: ""
---

Hello, everyone. Today I will talk about presses.

## 5. The platen

It closes like a book.
`

test('a post of the Hugo world shows all it has, and nothing it has not', async ({ page, baseURL }) => {
  const site = baseURL ?? ''
  const { said, code } = await runOctavo(
    ['import', await folderWith({ 'sample.md': sampleWith(site) })],
    await sameServer(),
  )
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('1 created') })

  await page.goto('/posts/five-presses-worth-knowing')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Five Presses Worth Knowing in 2024' }),
  ).toBeVisible()
  await expect(page.getByText('From the platen to the cylinder')).toBeVisible()
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /^Five presses in detail:/)
  await expect(page.getByRole('time').first()).toHaveAttribute('datetime', '2024-03-22T12:37:34.192Z')
  await expect(page.locator('article img').first()).toHaveAttribute('src', /w_1920,f_auto$/)
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /w_1920/)
  const tags = page.getByRole('list', { name: 'Tags' }).getByRole('link')
  expect(await tags.allTextContents()).toEqual(['framework', 'web'])
  await expect(page.getByText(/comment|discussion|part \d+ of/i)).toHaveCount(0)
  await expect(page.locator('audio')).toHaveCount(0)

  await tags.last().click()
  await expect(page).toHaveURL('/tags/web')
  await expect(rowOf(page, 'Five Presses').getByRole('presentation')).toHaveAttribute('src', /w_1280/)
  await page.goto('/series')
  await expect(page.getByRole('main').getByRole('link', { name: /^\s*$/ })).toHaveCount(0)
})

function rowOf(page: Page, title: string) {
  return page.getByRole('article').filter({ hasText: title })
}

async function sameServer() {
  return (await prepareServer()).env
}
