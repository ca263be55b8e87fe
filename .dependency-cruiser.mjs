// Who may import whom. Each rule's comment says what to do instead; CONTRIBUTING.md draws the whole picture.

const tests = '\\.test\\.tsx?$'
const oracles = '^lib/oracle/|^lib/kinds/[^/]+/oracle[^/]*\\.ts$'
// The rig in which an oracle meets the engine it is to check.
const rig = '^lib/oracle/embedded\\.ts$'
const examples = '^lib/kinds/[^/]+/examples\\.ts$'
const editors = '^lib/kinds/[^/]+/[^/]+\\.tsx$'
const ours = '^(app|components|lib|sql)/'

/** A path of npm packages, wherever the tree that is checked keeps its node_modules. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`

const theWholeHouse = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one idea: join them, or move what both need to a third. Types alone may.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-missing-module',
    comment: 'The import leads nowhere: correct its path, or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-undeclared-package',
    comment: 'The package is here only because another one needs it: add it to package.json with its exact version.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-development-package-at-run-time',
    comment: 'What the product runs with belongs into the dependencies of package.json, not into its devDependencies.',
    from: { path: ours, pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
  },
  {
    name: 'no-test-imported',
    comment: 'Nothing may depend on a test: move what is needed into a file of its own.',
    from: { pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'oracles-and-examples-stay-out-of-the-product',
    comment: 'Oracles and examples serve tests, the gallery and the help. The product has to reach its answers without them.',
    from: { path: ours, pathNot: [tests, oracles, examples, '^app/gallery/', '^components/help/'] },
    to: { path: [oracles, examples] },
  },
]

const pages = [
  {
    name: 'app-uses-faces',
    comment: "A route reads the request, calls one function and renders: import the folder's index.ts, and put there what is missing.",
    from: { path: '^app/', pathNot: tests },
    to: { path: '^lib/', pathNot: ['^lib/[^/]+/index\\.ts$', examples] },
  },
  {
    name: 'pages-know-no-engine',
    comment: 'Pages and components ask by POST /api/query, or call lib/run: engines, stores and SQL are behind it.',
    from: { path: '^(app|components)/', pathNot: ['^app/api/', tests] },
    to: { path: ['^(sql|lib/(engines|store|ingest|sample|cli))/', packages('kysely', '@duckdb')] },
  },
  {
    name: 'routes-know-no-sql',
    comment: 'A route handler is a few lines that call a face of lib. SQL is made by lib/run and lib/store.',
    from: { path: '^app/api/', pathNot: tests },
    to: { path: ['^sql/', packages('kysely', '@duckdb')] },
  },
  {
    name: 'nobody-imports-app',
    comment: 'Routes are the outermost layer. Move what is needed to components or lib.',
    from: { pathNot: '^app/' },
    to: { path: '^app/' },
  },
  {
    name: 'components-draw',
    comment: 'Components show documents, catalogs, charts and problems; of anything else in lib they may know the types only.',
    from: { path: '^components/', pathNot: tests },
    to: { path: '^lib/', pathNot: '^lib/(document|parts|catalog|kinds|chart|problems)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ui-knows-no-analytics',
    comment: 'components/ui holds buttons, menus and dialogs: pass in what they show, or move the component next to its use.',
    from: { path: '^components/ui/' },
    to: { path: ours, pathNot: '^components/ui/' },
  },
  {
    name: 'plotly-behind-the-figure',
    comment: 'Only components/figure draws with Plotly; everything else says what to draw as a ChartSpec.',
    from: { path: ours, pathNot: '^components/figure/' },
    to: { path: packages('plotly\\.js[^/]*', 'react-plotly\\.js') },
  },
]

const rooms = [
  {
    name: 'rooms-know-no-other-room',
    comment: 'What two kinds share gets the name of its idea in lib/parts or lib/chart, and both import it from there.',
    from: { path: '^lib/kinds/([^/]+)/' },
    to: { path: ['^lib/kinds/[^/]+/', '^lib/kinds/index\\.ts$'], pathNot: '^lib/kinds/$1/' },
  },
  {
    name: 'rooms-are-pure',
    comment: 'A room turns values into values. It may know documents, parts, catalog, charts and problems; the rest is handed in.',
    from: { path: '^lib/kinds/[^/]+/', pathNot: [tests, oracles, editors] },
    to: { path: ours, pathNot: '^lib/(document|parts|catalog|kinds|chart|problems)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'rooms-need-no-packages',
    comment: 'A room needs zod and types. Time zones and the like come through lib/parts; drivers and node:* stay outside.',
    from: { path: '^lib/kinds/[^/]+/', pathNot: [tests, oracles, editors] },
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'], dependencyTypesNot: ['type-only'], pathNot: packages('zod') },
  },
  {
    name: 'editors-show-only',
    comment: 'A room’s form (its .tsx files) is made of components and its own room; it never runs, stores or compiles anything.',
    from: { path: editors },
    to: {
      path: ours,
      pathNot: '^(components/(editor|ui)|lib/(document|parts|catalog|kinds|chart|problems))/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'react-in-editors-only',
    comment: "lib knows no React, but for the rooms' forms (.tsx files): put components into components/.",
    from: { path: '^(lib|sql)/', pathNot: [editors, tests] },
    to: {
      path: [packages('react', 'react-dom', 'next', '@heroui', 'react-aria[^/]*'), '^components/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'oracles-count-by-hand',
    comment: 'An oracle is a second opinion: it counts from the document and the events, and borrows nothing from what compiles or runs.',
    from: { path: [oracles, examples], pathNot: [rig, tests] },
    to: {
      path: [ours, packages('kysely', '@duckdb')],
      pathNot: [
        oracles,
        examples,
        '^lib/kinds/[^/]+/(document|answer)\\.ts$',
        '^lib/document/',
        '^lib/parts/(condition|group|property|range|selection)\\.ts$',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
]

const below = [
  {
    name: 'problems-know-nobody',
    comment: 'Everybody may report a problem, so lib/problems can import nothing of ours.',
    from: { path: '^lib/problems/' },
    to: { path: ours, pathNot: '^lib/problems/' },
  },
  {
    name: 'parts-know-no-kind',
    comment: 'A part serves any kind. What one kind alone needs belongs into its room.',
    from: { path: '^lib/parts/', pathNot: tests },
    to: { path: ours, pathNot: '^lib/(parts|problems|catalog|document)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'engines-know-no-analytics',
    comment: 'An engine runs statements: what is asked, and what the answer means, is decided outside.',
    from: { path: '^lib/engines/', pathNot: tests },
    to: { path: ours, pathNot: '^lib/(engines|problems|config)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'engines-know-no-other-engine',
    comment: 'What two engines share stands in lib/engines itself.',
    from: { path: '^lib/engines/([^/]+)/' },
    to: { path: '^lib/engines/[^/]+/', pathNot: '^lib/engines/$1/' },
  },
  {
    name: 'drivers-in-their-engine',
    comment: 'Only the engine, and the store that loads its files, hold a connection to DuckDB: ask them for what is missing.',
    from: { path: ours, pathNot: ['^lib/(engines/duckdb|store)/', tests] },
    to: { path: packages('@duckdb'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'command-line-is-a-door',
    comment: 'The command line is an outermost layer, as app is. Move what is needed to the folder that it belongs to.',
    from: { path: ours, pathNot: '^lib/cli/' },
    to: { path: '^lib/cli/' },
  },
  {
    name: 'sql-knows-kysely-only',
    comment: 'sql/ says how a question is put to an engine, never what is asked: pass in what it needs as arguments.',
    from: { path: '^sql/', pathNot: tests },
    to: { path: '.', pathNot: ['^sql/', packages('kysely')] },
  },
  {
    name: 'dialects-know-no-other-dialect',
    comment: 'What dialects spell alike stands beside them in sql/dialects.',
    from: { path: '^sql/dialects/([^/]+)/' },
    to: { path: '^sql/dialects/[^/]+/', pathNot: '^sql/dialects/$1/' },
  },
  {
    name: 'benchmarks-serve-nobody',
    comment: 'Benchmarks measure the product from its outside. Move what is needed to the folder that it belongs to.',
    from: { pathNot: '^bench/' },
    to: { path: '^bench/' },
  },
  {
    name: 'browser-tests-stay-outside',
    comment: 'Journeys use the product as a person does, through the browser: they import nothing of it.',
    from: { path: '^e2e/' },
    to: { path: ours },
  },
]

export default {
  forbidden: [...theWholeHouse, ...pages, ...rooms, ...below].map(rule => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(\\.next|\\.data)/|\\.css$' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
