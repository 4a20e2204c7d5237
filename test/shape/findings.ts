import ts from 'typescript'
import { type SourceFile, tree } from './sources.js'

/** The imports of a file that are none of `allowed`: paths of files, or beginnings of them. */
export function strayImports({ path, imports }: SourceFile, allowed: readonly string[]): readonly string[] {
  return imports.filter((one) => !allowed.some((start) => one.startsWith(start))).map((one) => `${path}: ${one}`)
}

/** Where a file uses a global, or a property of one, whose dotted name matches. */
export function namesUsed(file: SourceFile, name: RegExp): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const dotted = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
    const plain = ts.isIdentifier(node) && !isPropertyName(node)
    if ((dotted || plain) && name.test(node.getText())) found.push(`${file.path}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(tree(file))
  return found
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent)) &&
      parent.name === node)
  )
}

/** The exports of a file that have no doc comment. */
export function undocumented(file: SourceFile): readonly string[] {
  return tree(file)
    .statements.filter(
      (statement) =>
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0 && !continues(statement))
    .map((statement) => `${file.path}: ${statement.getText().split('\n')[0]}`)
}

/** True for one of a run of constants whose first is documented: they stand together without a blank line. */
function continues(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false
  const { statements } = statement.getSourceFile()
  const before = statements[statements.indexOf(statement) - 1]
  if (before === undefined || !ts.isVariableStatement(before)) return false
  if (/\n\s*\n/.test(statement.getFullText().slice(0, statement.getLeadingTriviaWidth()))) return false
  return ts.getJSDocCommentsAndTags(before).length > 0 || continues(before)
}
