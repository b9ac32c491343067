import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const manifest: { exports: object } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.keys(manifest.exports)
  .filter((name) => name !== './package.json')
  .map((name) => join(root, 'src', name === '.' ? 'index' : name))
  .map((path) => (existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts')));

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(entries, options);
const checker = program.getTypeChecker();

/** A name that an app may read, and whether something is said about it. */
interface Name {
  readonly name: string;
  readonly isDocumented: boolean;
}

function toName(name: string, symbol: ts.Symbol): Name {
  const isDocumented =
    symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;
  return { name, isDocumented };
}

const isOurs = ({ declarations = [] }: ts.Symbol) =>
  declarations.some((one) => dirname(one.getSourceFile().fileName).startsWith(join(root, 'src')));

/** What tells the parts of a union apart says by itself what it is. */
const isTag = (part: ts.Type, { valueDeclaration }: ts.Symbol) =>
  valueDeclaration !== undefined &&
  ts.isPropertySignature(valueDeclaration) &&
  checker.getTypeAtLocation(valueDeclaration).isLiteral() &&
  part.getProperties().length > 1;

function fieldsOf(name: string, symbol: ts.Symbol): Name[] {
  const isType = (symbol.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.TypeAlias)) !== 0;
  if (!isType) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const parts = type.isUnion() ? type.types : [type];
  return parts
    .filter((part) => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0)
    .flatMap((part) => part.getProperties().filter((field) => isOurs(field) && !isTag(part, field)))
    .filter((field) => !field.name.startsWith('__'))
    .map((field) => toName(`${name}.${field.name}`, field));
}

function namesOf(path: string): Name[] {
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`There is no ${path}.`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    return [toName(exported.name, symbol), ...fieldsOf(exported.name, symbol)];
  });
}

it('says of every name that an app may import, and of its fields, what it is', { timeout: 60_000 }, () => {
  const names = entries.flatMap(namesOf);
  expect(names.length).toBeGreaterThan(600);
  const silent = [...new Set(names.filter((one) => !one.isDocumented).map(({ name }) => name))];
  const share = 1 - silent.length / new Set(names.map(({ name }) => name)).size;
  expect(share, `Nothing is said about ${silent.join(', ')}.`).toBeGreaterThan(0.95);
});
