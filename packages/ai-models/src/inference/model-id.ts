/** What a text may mean that names a model. */
export type ModelReference =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'version'; readonly name: string; readonly version: number }
  | { readonly by: 'alias'; readonly name: string; readonly alias: string };

const name = '[a-z0-9][a-z0-9-]{0,60}';
const patterns = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  version: new RegExp(`^(${name})(?:-v|@v)([1-9]\\d{0,5})$`),
  alias: new RegExp(`^(${name})(?:@([a-z][a-z0-9-]{0,30}))?$`),
};

/** `flux-lora-v1` and `flux-lora@v1` are a version, `flux-lora` its live one, `flux-lora@best` what that word stands for. */
export function parseModelId(text: string): ModelReference | null {
  if (patterns.id.test(text)) return { by: 'id', id: text.toLowerCase() };
  const [, ofVersion, version] = text.match(patterns.version) ?? [];
  if (ofVersion !== undefined) return { by: 'version', name: ofVersion, version: Number(version) };
  const [, ofAlias, alias = 'live'] = text.match(patterns.alias) ?? [];
  return ofAlias === undefined ? null : { by: 'alias', name: ofAlias, alias };
}
