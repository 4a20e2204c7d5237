import { parse, View } from 'vega'
import { compile } from 'vega-lite'

/**
 * The cost of each tool against the number of mappings, both in powers of ten, as an SVG image.
 *
 * @param {import('./sections.js').Section} section
 * @returns {Promise<string>}
 */
export function costPlot({ title, liveUpTo, rows }) {
  const values = rows.flatMap(({ name, kind, points }) =>
    points.map(([mappings, ms]) => ({ name, kind, mappings, ms, ours: name.startsWith('memmaps') })),
  )
  const names = ['in its own process', 'whole command']
  const panels = names.map((kind) =>
    panel(
      kind,
      values.filter((value) => value.kind === kind),
      liveUpTo,
    ),
  )
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, anchor: 'start' },
    background: 'white',
    resolve: { scale: { color: 'independent', shape: 'independent', y: 'shared', x: 'shared' } },
    hconcat: panels,
  }
  return new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG()
}

function panel(kind, values, liveUpTo) {
  // The legend stands about in the order that the lines end in.
  const last = new Map(values.map(({ name, mappings, ms }) => [name, ms / mappings]))
  const domain = [...last.keys()].sort((a, b) => last.get(b) - last.get(a))
  const log = (title, format) => ({
    type: 'quantitative',
    scale: { type: 'log' },
    axis: { title, format, tickCount: 6 },
  })
  const legend = { title: null, symbolSize: 80, labelLimit: 240 }
  const x = { field: 'mappings', ...log('mappings', '~s') }
  const lines = {
    data: { values },
    mark: { type: 'line', point: { filled: true, size: 45 } },
    encoding: {
      x,
      y: { field: 'ms', ...log('milliseconds', '~g') },
      color: { field: 'name', type: 'nominal', scale: { domain, scheme: 'tableau10' }, legend },
      shape: { field: 'name', type: 'nominal', scale: { domain }, legend },
      strokeWidth: { condition: { test: 'datum.ours', value: 3 }, value: 1.2 },
    },
  }
  const limit = {
    data: { values: [{ mappings: liveUpTo }] },
    mark: { type: 'rule', strokeDash: [4, 4] },
    encoding: { x },
  }
  return { title: kind, width: 420, height: 460, layer: [limit, lines] }
}
