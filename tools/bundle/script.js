// Makes one script of ES modules that esbuild split: each is a function in it, run when somebody needs it.
//
// A script, unlike modules, can be run compiled as an earlier run left it, and V8 looks at what is inside a function when that
// is run: what a command does not need costs its bytes alone. Bindings are taken when a module is run, as if none changed later;
// modules that esbuild split need each other in one direction.
import { isBuiltin } from 'node:module'
import { basename } from 'node:path'
import ts from 'typescript'

/**
 * The script: a function of `require`, and of a function that imports what is in no script; it gives a function of a module's
 * name, which gives its exports, and can tell how many were run. (In a script that was kept compiled V8 does not know what `import()` is to do.)
 *
 * @param {readonly { path: string, text: string }[]} modules
 * @returns {string}
 */
export function scriptOf(modules) {
  const functions = modules.map(
    ({ path, text }) => `${JSON.stringify(nameOf(path))}(require,outside,need,load){${body(text)}}`,
  )
  return `(function(require,outside){"use strict";const modules={${functions.join(',\n')}},done={__proto__:null},
need=name=>done[name]??=modules[name](require,outside,need,load),load=async name=>need(name);need.count=()=>Object.keys(done).length;return need})`
}

function nameOf(path) {
  return basename(path, '.js')
}

/** A module's text as the body of a function. */
function body(text) {
  const file = ts.createSourceFile('module.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const edits = []
  const exported = []
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) edits.push([statement.getStart(), statement.end, taken(statement)])
    else if (ts.isExportDeclaration(statement)) {
      exported.push(...pairs(statement))
      edits.push([statement.getStart(), statement.end, ''])
    } else if (ts.isExportAssignment(statement)) {
      exported.push('default:made')
      edits.push([statement.getStart(), statement.expression.getStart(), 'const made='])
    }
  }
  const visit = (node) => {
    const [called] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : []
    if (called !== undefined) {
      const { text: path } = called
      const by = path.startsWith('./') ? `load(${JSON.stringify(nameOf(path))})` : `outside(${JSON.stringify(path)})`
      edits.push([node.getStart(), node.end, by])
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  edits.sort(([a], [b]) => b - a)
  const edited = edits.reduce((all, [from, to, by]) => all.slice(0, from) + by + all.slice(to), text)
  return `${edited}\nreturn{${exported.join()}}`
}

/** What stands in place of an import. */
function taken({ importClause, moduleSpecifier: { text } }) {
  if (!text.startsWith('./') && !isBuiltin(text)) throw new Error(`the command line cannot require ${text}`)
  const module = text.startsWith('./') ? `need(${JSON.stringify(nameOf(text))})` : `require(${JSON.stringify(text)})`
  const { name, namedBindings } = importClause ?? {}
  const whole = [name, namedBindings?.elements === undefined ? namedBindings?.name : undefined].filter(Boolean)
  const parts = (namedBindings?.elements ?? []).map((one) => `${(one.propertyName ?? one.name).text}:${one.name.text}`)
  const targets = [...whole.map((one) => one.text), ...(parts.length > 0 ? [`{${parts.join()}}`] : [])]
  // Nothing of ours is run for what it does, only for what it gives.
  return targets.length === 0 ? '' : `const ${targets.map((target) => `${target}=${module}`).join()};`
}

/** The exports as keys and values of an object. */
function pairs({ exportClause, moduleSpecifier }) {
  if (moduleSpecifier !== undefined || exportClause === undefined) throw new Error('exports of another module')
  return exportClause.elements.map(({ name, propertyName }) => `${name.text}:${(propertyName ?? name).text}`)
}
