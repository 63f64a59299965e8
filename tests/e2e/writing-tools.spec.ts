import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { beOwner, expect, test } from '@/tests/support/journey'
import { textField, textOf } from '@/tests/support/writing'

test.beforeEach(async ({ page }) => {
  await beOwner(page)
  await page.goto('/admin/posts/new')
  await textField(page).waitFor()
})

/** Types into the empty field, as a person does. */
async function type(page: Page, text: string) {
  await textField(page).fill('')
  await page.keyboard.type(text)
}

async function expectText(page: Page, text: string) {
  await expect.poll(() => textOf(page)).toBe(text)
}

async function pasteText(page: Page, text: string) {
  await textField(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function pastePicture(page: Page, name: string) {
  const bytes = [...(await readFile('public/icon-512.png'))]
  await textField(page).evaluate(
    (field, { bytes, name }) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { bytes, name },
  )
}

test(
  'lines wrap, lists and quotes go on, brackets close, marks go around, spelling is checked, words are counted',
  { tag: '@phone' },
  async ({ page }) => {
    const field = textField(page)
    await expect(field).toHaveAttribute('spellcheck', 'true')
    await field.fill('eight leaves of one sheet folded three times wait for the knife '.repeat(5).trim())
    await expect(page.getByText('60 words', { exact: true }).first()).toBeVisible()
    const overflow = await field.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)

    await type(page, '> said\nagain')
    await expectText(page, '> said\n> again')
    await type(page, '1. one\ntwo\n\nAfter')
    await expectText(page, '1. one\n2. two\nAfter')
    await type(page, '- [ ] one\ntwo')
    await expectText(page, '- [ ] one\n- [ ] two')
    await type(page, 'a (b) [c]')
    await expectText(page, 'a (b) [c]')
    await type(page, 'a (b')
    await expectText(page, 'a (b)')
    await type(page, 'ink')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('*_')
    await expectText(page, '*_ink_*')
  },
)

test('an address that is pasted over words becomes their link', async ({ page }) => {
  await type(page, 'the press')
  await page.keyboard.press('Control+a')
  await pasteText(page, 'https://example.org/press')
  await expectText(page, '[the press](https://example.org/press)')
  await type(page, '')
  await pasteText(page, 'https://example.org/press')
  await expectText(page, 'https://example.org/press')
})

test('the toolbar does what its keys do', { tag: '@phone' }, async ({ page }) => {
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  for (const [label, key, made] of [
    ['Bold', 'Control+b', '**ink**'],
    ['Italic', 'Control+i', '*ink*'],
    ['Code', 'Control+e', '`ink`'],
    ['Heading', 'Control+Shift+h', '## ink'],
    ['Quote', 'Control+Shift+9', '> ink'],
    ['List', 'Control+Shift+8', '- ink'],
    ['Numbered list', 'Control+Shift+7', '1. ink'],
    ['Link', 'Control+Shift+k', '[ink]()'],
  ] as const) {
    const button = tools.getByRole('button', { name: label, exact: true })
    await expect(button).toHaveAttribute('aria-keyshortcuts', new RegExp(key.replaceAll('+', '\\+'), 'i'))
    await type(page, 'ink')
    await page.keyboard.press('Control+a')
    await button.click()
    await expectText(page, made)
    await type(page, 'ink')
    await page.keyboard.press('Control+a')
    await page.keyboard.press(key)
    await expectText(page, made)
  }
  await page.keyboard.press('Control+z')
  await expectText(page, 'ink')
})

test('words are found and replaced', async ({ page }) => {
  await type(page, 'Lead and lead, and leaden.')
  await page.getByRole('button', { name: 'Find and replace' }).click()
  await page.getByRole('textbox', { name: 'Find' }).fill('lead')
  await page.getByRole('textbox', { name: 'Replace' }).fill('tin')
  await page.getByRole('checkbox', { name: 'Whole words' }).check()
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expectText(page, 'tin and tin, and leaden.')
  await page.keyboard.press('Escape')
  await expect(textField(page)).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused()
})

test('/ offers every block, and each stands as it should', async ({ page }) => {
  const made = {
    Heading: '## x',
    'Smaller heading': '### x',
    List: '- x',
    'Numbered list': '1. x',
    'Task list': '- [ ] x',
    Quote: '> x',
    'Callout: note': '> [!NOTE]\n> x',
    'Callout: tip': '> [!TIP]\n> x',
    'Callout: warning': '> [!WARNING]\n> x',
    Code: '```x\n\n```',
    Math: '$$\nx\n$$',
    Divider: '---\n\nx',
    'More below': '<!--more-->\n\nx',
    Table: '| x | Column |\n| --- | --- |\n| | |\n',
    Footnote: '[^1]\n\n[^1]: x',
  }
  const offered = page.getByRole('listbox').getByRole('option')
  await type(page, '/')
  await expect(offered).toHaveCount(Object.keys(made).length + 3)
  for (const [label, text] of Object.entries(made)) {
    await type(page, `/${label.slice(0, 5)}`)
    await offered.getByText(label, { exact: true }).click()
    await page.keyboard.insertText('x')
    await expectText(page, text)
  }
  await type(page, '/link')
  await offered.getByText('Link to another post', { exact: true }).click()
  await expectText(page, '[[')
  await type(page, '/pic')
  const chosen = page.waitForEvent('filechooser')
  await offered.getByText('Picture or sound', { exact: true }).click()
  await (await chosen).setFiles('public/icon-512.png')
  await expect.poll(() => textOf(page)).toMatch(/^!\[\]\(\/media\/[\w-]+\.png\)$/)
})

test('a picture that is pasted is seen on its way, inside the text, and can be stopped', async ({ page }) => {
  await textField(page).fill('Before.')
  await page.keyboard.press('Control+End')
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/admin/media/upload?**', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const underWay = textField(page).getByRole('status')
  await pastePicture(page, 'unwanted.png')
  await expect(underWay).toHaveText(/^unwanted\.png: (waiting|\d+ %)$/)
  await textField(page).getByRole('button', { name: 'Stop' }).click()
  await expect(underWay).toHaveCount(0)
  await pastePicture(page, 'wanted.png')
  await expect(underWay).toHaveText(/^wanted\.png: (waiting|\d+ %)$/)
  await page.keyboard.type(' After.')
  letThrough()
  await expect.poll(() => textOf(page)).toMatch(/^Before\. ?(After\.)?\n\n!\[\]\(\/media\/[\w-]+\.png\)/)
  await expect(underWay).toHaveCount(0)
})

test('what is in the library is chosen for the text and for the fields beside it', async ({ page }) => {
  await page.getByRole('button', { name: 'Picture or sound that is there' }).click()
  const library = page.getByRole('dialog', { name: 'Choose a file' })
  const files = library.getByRole('listitem').getByRole('button')
  await files.first().click()
  await expect.poll(() => textOf(page)).toMatch(/^(!\[.*\]\(|<audio controls src=")\/media\//)
  for (const label of ['Featured image', 'Thumbnail']) {
    await page.getByRole('button', { name: `${label} from the library` }).click()
    await files.first().click()
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(/^\/media\//)
  }
  await page.getByRole('button', { name: 'Audio from the library' }).click()
  await library.getByRole('searchbox').fill('no file is called that')
  await expect(library.getByText('No file is called or described like that.')).toBeVisible()
})

test('the preview stands beside the text and both scroll in step', async ({ page }) => {
  await page.setViewportSize({ width: 1700, height: 900 })
  const chapter = (number: number) => `## Chapter ${number}\n\n${'ink and paper '.repeat(40).trim()}.`
  await textField(page).fill(Array.from({ length: 40 }, (_, at) => chapter(at + 1)).join('\n\n'))
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('heading', { name: 'Chapter 40' })).toBeAttached()
  await textField(page).press('Control+Home')
  await expect(preview.getByRole('heading', { name: /^Chapter 1(?!\d)/ })).toBeInViewport()
  await page.mouse.move(500, 500)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2))
  await expect(preview.getByRole('heading', { name: /^Chapter 1(?!\d)/ })).not.toBeInViewport()
  const middle = await page.evaluate(() => window.scrollY)
  await page.mouse.move(((await preview.boundingBox())?.x ?? 0) + 50, 500)
  await page.mouse.wheel(0, 6_000)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(middle + 500)
})
