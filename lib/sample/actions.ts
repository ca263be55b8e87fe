import type { Person } from './people'
import type { Random } from './random'

/** What somebody does during a visit. */
export interface Action {
  readonly type: string
  /** How often, for those who edit and for those who look. */
  readonly editor: number
  readonly viewer: number
  /** It exists since this many days ago; always where it is missing. */
  readonly sinceDaysAgo?: number
  /** Its own properties as the inside of a JSON object. */
  readonly properties: (random: Random, visit: Visit) => string
}

export interface Visit {
  readonly person: Person
  readonly isBroken: boolean
}

const none = () => ''
const buttons = [
  'new_sketch',
  'extrude',
  'fillet',
  'measure',
  'section',
  'undo',
  'redo',
  'share',
  'export',
  'help',
  'material',
  'snap',
  'layers',
] as const
const formats = [
  ['step', 38],
  ['stl', 24],
  ['dwg', 14],
  ['iges', 6],
  ['3mf', 8],
  ['obj', 7],
  ['pdf', 12],
] as const
const searches = ['m4 screw', 'bearing 608', 'gear', 'hinge', 'bracket', 'bolt', 'enclosure', 'spring', 'o-ring', 'flange'] as const
const fileNames = [
  'bracket',
  'housing',
  'chair leg',
  'gear v2',
  'prototype',
  'Gehäuse',
  'ház',
  'v3 "final"',
  'test 🔧',
  'a.b.c',
  'assembly',
] as const

const milliseconds = (random: Random, median: number): string => {
  if (random.chance(0.0004)) return random.pick(['-1', '99999999999', '"n/a"'])
  return String(Math.round(random.skewed(median, 0.7)))
}
const kilobytes = (random: Random): string => (random.chance(0.0004) ? '-1' : (Math.round(random.skewed(840, 1.1) * 10) / 10).toString())

/** In the order of a catalog; the weights are visits' common actions among each other. */
export const actions: readonly Action[] = [
  { type: 'button_clicked', editor: 20, viewer: 14, properties: random => `"button":"${random.pick(buttons)}"` },
  {
    type: 'viewport_zoomed',
    editor: 16,
    viewer: 26,
    properties: random =>
      `"factor":${Math.round(random.skewed(1.4, 0.5) * 100) / 100},"input":"${random.weighted([
        ['mouse', 5],
        ['trackpad', 3],
        ['touch', 2],
      ])}"`,
  },
  { type: 'viewport_rotated', editor: 13, viewer: 22, properties: random => `"degrees":${random.whole(1, 359)}` },
  {
    type: 'file_opened',
    editor: 5,
    viewer: 12,
    properties: random =>
      `"file_name":${JSON.stringify(random.pick(fileNames))},"size_kb":${kilobytes(random)},"duration_ms":${milliseconds(random, 900)}`,
  },
  {
    type: 'file_saved',
    editor: 9,
    viewer: 0.3,
    properties: (random, { isBroken }) =>
      `"size_kb":${kilobytes(random)},"duration_ms":${milliseconds(random, isBroken ? 2600 : 420)},"autosave":${random.chance(0.6)}`,
  },
  {
    type: 'file_exported',
    editor: 1.6,
    viewer: 1,
    properties: random =>
      `"format":"${random.weighted(formats)}","size_kb":${kilobytes(random)},"duration_ms":${milliseconds(random, 1500)}`,
  },
  {
    type: 'file_imported',
    editor: 1.2,
    viewer: 0.4,
    properties: random => `"format":"${random.weighted(formats)}","size_kb":${kilobytes(random)}`,
  },
  { type: 'project_created', editor: 0.5, viewer: 0.05, properties: random => `"template":${random.chance(0.35)}` },
  {
    type: 'project_shared',
    editor: 0.7,
    viewer: 0.5,
    properties: random => `"people":${random.whole(1, 6)},"with_link":${random.chance(0.5)}`,
  },
  { type: 'sketch_started', editor: 7, viewer: 0.2, properties: random => `"plane":"${random.pick(['xy', 'xz', 'yz', 'face'])}"` },
  {
    type: 'sketch_completed',
    editor: 5.5,
    viewer: 0.1,
    properties: random => `"curves":${Math.max(1, Math.round(random.skewed(9, 0.8)))}`,
  },
  { type: 'extrude_applied', editor: 6, viewer: 0.1, properties: random => `"depth_mm":${Math.round(random.skewed(20, 0.9) * 100) / 100}` },
  { type: 'fillet_applied', editor: 3, viewer: 0.05, properties: random => `"radius_mm":${random.pick(['0.5', '1', '2', '3', '5'])}` },
  {
    type: 'boolean_applied',
    editor: 2.2,
    viewer: 0.05,
    properties: random => `"operation":"${random.pick(['union', 'subtract', 'intersect'])}"`,
  },
  { type: 'dimension_added', editor: 4, viewer: 0.4, properties: none },
  { type: 'assembly_created', editor: 0.6, viewer: 0.05, properties: random => `"parts":${random.whole(2, 60)}` },
  { type: 'drawing_created', editor: 0.7, viewer: 0.1, properties: random => `"sheet":"${random.pick(['A4', 'A3', 'A1', 'Letter'])}"` },
  {
    type: 'render_started',
    editor: 0.8,
    viewer: 0.6,
    sinceDaysAgo: 88,
    properties: random => `"quality":"${random.pick(['draft', 'good', 'final'])}"`,
  },
  {
    type: 'render_completed',
    editor: 0.7,
    viewer: 0.5,
    sinceDaysAgo: 88,
    properties: random => `"duration_ms":${milliseconds(random, 24000)}`,
  },
  {
    type: 'plugin_installed',
    editor: 0.15,
    viewer: 0.02,
    sinceDaysAgo: 88,
    properties: random => `"plugin":"${random.pick(['gears', 'threads', 'nesting', 'bom'])}"`,
  },
  { type: 'comment_added', editor: 1.2, viewer: 2.6, properties: random => `"length":${Math.round(random.skewed(60, 0.8))}` },
  { type: 'comment_resolved', editor: 0.6, viewer: 0.5, properties: none },
  { type: 'invite_sent', editor: 0.3, viewer: 0.1, properties: random => `"role":"${random.pick(['EDITOR', 'VIEWER'])}"` },
  { type: 'invite_accepted', editor: 0.12, viewer: 0.2, properties: none },
  {
    type: 'search_performed',
    editor: 1.4,
    viewer: 1.2,
    properties: random => `"query":"${random.pick(searches)}","results":${random.whole(0, 40)}`,
  },
  {
    type: 'template_used',
    editor: 0.4,
    viewer: 0.1,
    properties: random => `"template_name":"${random.pick(['box', 'phone stand', 'gearbox', 'chair'])}"`,
  },
  {
    type: 'settings_changed',
    editor: 0.3,
    viewer: 0.2,
    properties: random => `"setting":"${random.pick(['units', 'theme', 'grid', 'shortcuts'])}"`,
  },
  {
    type: 'help_opened',
    editor: 0.6,
    viewer: 0.6,
    properties: random => `"article":"${random.pick(['sketching', 'export', 'billing', 'shortcuts'])}"`,
  },
  {
    type: 'feedback_submitted',
    editor: 0.08,
    viewer: 0.06,
    properties: (random, { isBroken }) => `"score":${isBroken ? random.whole(0, 6) : random.whole(4, 10)}`,
  },
  { type: 'error_shown', editor: 0.5, viewer: 0.3, properties: random => `"code":"${random.pick(['E101', 'E204', 'E310', 'E500'])}"` },
  { type: 'plan_page_viewed', editor: 0.25, viewer: 0.2, properties: none },
]
