// check-links.mjs [FOLDER]: every link in the Markdown files leads to a file that is there, and to a heading that is in it.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { glob } from 'tinyglobby'

const folder = resolve(process.argv[2] ?? '.')
const files = await glob(['**/*.md'], { cwd: folder, ignore: ['**/node_modules/**', '.node/**', '.next/**', '.data/**', '.sounding/**'] })
const dead = files.flatMap(file =>
  linksOf(file)
    .filter(target => !leadsSomewhere(file, target))
    .map(target => `${file}: ${target}`),
)

for (const link of dead) console.log(`dead link in ${link}`)
console.log(`${files.length} pages read: ${dead.length} dead links`)
process.exitCode = dead.length === 0 && files.length > 0 ? 0 : 1

function proseOf(file) {
  return readFileSync(join(folder, file), 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
}

function linksOf(file) {
  const prose = proseOf(file).replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ...prose.matchAll(/<(?:img|a)[^>]*(?:src|href)="([^"]+)"/g)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z]+:/i.test(target))
}

function leadsSomewhere(file, target) {
  const [path, heading] = decodeURI(target).split('#')
  const there = path === '' ? file : posix.join(dirname(file).replaceAll('\\', '/'), path)
  if (!existsSync(join(folder, there))) return false
  return heading === undefined || !there.endsWith('.md') || headingsOf(there).includes(heading)
}

/** The anchors that GitHub gives to the headings of a page. */
function headingsOf(file) {
  return [...proseOf(file).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
