/** As much of JSON Schema as the schema of the project file uses; what else stands in it says nothing of a value. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly enumDescriptions?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

/** The schema behind a reference. */
export function resolved(schema: Schema, root: Schema): Schema {
  return schema.$ref === undefined ? schema : (root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {});
}

export function accepts(written: Schema, value: unknown, root: Schema = written): boolean {
  const schema = resolved(written, root);
  const { type, anyOf } = schema;
  if (anyOf && !anyOf.some((other) => accepts(other, value, root))) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name))) return false;
  if (typeof value === 'string') return schema.pattern === undefined || new RegExp(schema.pattern).test(value);
  if (typeof value === 'number') return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
  if (Array.isArray(value)) return value.every((item) => accepts(schema.items ?? {}, item, root));
  return typeof value !== 'object' || value === null || acceptsKeys(schema, value, root);
}

function acceptsKeys({ required = [], properties = {}, ...schema }: Schema, value: object, root: Schema): boolean {
  const { additionalProperties = {}, propertyNames = {} } = schema;
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, item]) => {
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      return known !== undefined && known !== false && accepts(propertyNames, key, root) && accepts(known, item, root);
    })
  );
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
