import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { unzip, ZIP_LIMITS } from '@/lib/unzip'
import { renamed, zipWith } from '@/tests/support/zip'

async function unpack(zip: Buffer, limits: Partial<typeof ZIP_LIMITS> = {}) {
  const place = await mkdtemp(join(tmpdir(), 'octavo-unzip-'))
  const [file, folder] = [join(place, 'a.zip'), join(place, 'out')]
  await writeFile(file, zip)
  await unzip(file, folder, { ...ZIP_LIMITS, ...limits }).catch((error: unknown) => {
    // Whatever is refused is refused before anything is written.
    expect(existsSync(folder)).toBe(false)
    throw error
  })
  return folder
}

test('an archive comes out as it went in, in folders and with names of any script', async () => {
  const folder = await unpack(
    await zipWith({ 'a/b/über 文.md': 'Text.', 'empty.md': '', 'big.md': 'x'.repeat(100_000) }),
  )
  expect(await readFile(join(folder, 'a/b/über 文.md'), 'utf8')).toBe('Text.')
  expect((await readdir(folder)).sort()).toEqual(['a', 'big.md', 'empty.md'])
  expect((await readFile(join(folder, 'big.md'))).length).toBe(100_000)
})

test.each([
  ['climbs out', '..//evil.md', 'leads out of it'],
  ['climbs out by the back', 'a/..\\evil', 'leads out of it'],
  ['begins at the root', '/etc/passwd', 'leads out of it'],
  ['begins at a drive', 'C:/evil.md1', 'leads out of it'],
  ['holds a NUL', 'evil\u0000.md.md', 'control characters'],
  ['holds a line break', 'evil\n.md.md1', 'control characters'],
])('an archive with a name that %s is refused', async (_what, name, reason) => {
  const plain = 'x'.repeat(Buffer.byteLength(name))
  const zip = renamed(await zipWith({ 'good.md': 'Good.', [plain]: 'Evil.' }), plain, name)
  await expect(unpack(zip)).rejects.toThrow(reason)
})

test('an archive with a link, a locked file or the same name twice is refused', async () => {
  const linked = new ZipFile()
  linked.addBuffer(Buffer.from('/etc/passwd'), 'link.md', { mode: 0o120777 })
  linked.end()
  await expect(unpack(await buffer(linked.outputStream))).rejects.toThrow('a link')
  const locked = Buffer.from(await zipWith({ 'a.md': 'Text.' }))
  locked.writeUInt16LE(
    locked.readUInt16LE(locked.indexOf('PK\u0001\u0002') + 8) | 1,
    locked.indexOf('PK\u0001\u0002') + 8,
  )
  await expect(unpack(locked)).rejects.toThrow('locked by a password')
  await expect(unpack(await zipWith({ 'Same.md': 'A.', 'same.md': 'B.' }))).rejects.toThrow('twice')
})

test('a file that is a folder, too, is refused and leaves nothing outside its folder', async () => {
  const zip = await zipWith({ a: 'file', 'a/b.md': 'Text.' })
  await expect(unpackAnyway(zip)).rejects.toThrow('a file and a folder of the same name')
})

test('an archive of too many, too large, too deep or too tightly packed files is refused', async () => {
  const many = await zipWith(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.md`, 'x'])))
  await expect(unpack(many, { entries: 19 })).rejects.toThrow('more than 19 files')
  const zeros = await zipWith({ 'zeros.md': Buffer.alloc(3_000_000) })
  await expect(unpack(zeros, { bytes: 1_000_000 })).rejects.toThrow('is larger than')
  await expect(unpack(zeros, { carefree: 1_000_000 })).rejects.toThrow('more than 200 times its size')
  await expect(unpack(await zipWith({ [`${'d/'.repeat(50)}a.md`]: 'x' }))).rejects.toThrow('folders deep')
  await expect(unpack(await zipWith({ [`${'n'.repeat(300)}.md`]: 'x' }))).rejects.toThrow('too long')
})

test('an archive that lies about a size is refused', async () => {
  const zip = Buffer.from(await zipWith({ 'a.md': 'x'.repeat(10_000) }))
  const record = zip.indexOf('PK\u0001\u0002')
  zip.writeUInt32LE(10, record + 24)
  await expect(unpackAnyway(zip)).rejects.toThrow('not a zip archive that can be read whole')
})

test('an archive of Windows or of an older macOS has its names read', async () => {
  const name = Buffer.from('bxcher.md')
  const zip = Buffer.from(await zipWith({ [name.toString()]: 'Text.' }))
  // 0x81 is ü in code page 437, and no UTF-8.
  for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1)) zip[at + 1] = 0x81
  for (const mark of ['PK\u0003\u0004', 'PK\u0001\u0002']) {
    const at = zip.indexOf(mark) + (mark === 'PK\u0003\u0004' ? 6 : 8)
    zip.writeUInt16LE(zip.readUInt16LE(at) & ~0x800, at)
  }
  expect(await readdir(await unpack(zip))).toEqual(['bücher.md'])
})

async function unpackAnyway(zip: Buffer): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'octavo-unzip-'))
  await writeFile(join(place, 'a.zip'), zip)
  await unzip(join(place, 'a.zip'), join(place, 'out'))
  return place
}
