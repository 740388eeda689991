import { type Runtime, Session } from 'node:inspector';

/** Where the object stands for the debugger to find it. */
const PLACE = 'objectWhoseSizesAreTaken';

/**
 * How much an object holds: the sizes of the maps, sets and lists in its private fields, and in those of what it is made
 * of, by their names. The debugger reads them, so that the program need not tell them for the tests' sake.
 *
 * @param parts the names of the classes that it is made of
 */
export function sizesOf(object: object, parts: readonly string[]): Readonly<Record<string, number>> {
  const session = new Session();
  session.connect();
  Reflect.set(globalThis, PLACE, object);
  const fieldsOf = ({ objectId = '' }: Runtime.RemoteObject): readonly Field[] => {
    let fields: readonly Field[] = [];
    session.post('Runtime.getProperties', { objectId, ownProperties: true }, (error, found) => {
      if (error) throw error;
      const own = found as unknown as {
        readonly result: readonly Field[];
        readonly privateProperties?: readonly Field[];
      };
      fields = [...own.result, ...(own.privateProperties ?? [])];
    });
    return fields;
  };
  const sizes: Record<string, number> = {};
  const take = (value: Runtime.RemoteObject, name: string): void => {
    const [, size] = /^(?:Map|Set|Array)\((\d+)\)$/.exec(value.description ?? '') ?? [];
    if (size !== undefined) sizes[name] = Number(size);
    else if (name === '' || parts.includes(value.className ?? ''))
      for (const field of fieldsOf(value)) if (field.value) take(field.value, `${name}.${field.name}`);
  };
  try {
    session.post('Runtime.evaluate', { expression: PLACE }, (error, { result }) => {
      if (error) throw error;
      take(result, '');
    });
  } finally {
    session.disconnect();
    Reflect.deleteProperty(globalThis, PLACE);
  }
  return sizes;
}

type Field = Pick<Runtime.PropertyDescriptor, 'name' | 'value'>;
