import type { z } from 'zod';

/** What a schema asks of one field, for marks, counters and input types. */
export interface FieldLimits {
  /** Whether leaving it out or empty is refused. */
  required: boolean;
  /** The most characters (code points) a text may have. */
  maxLength?: number;
  format?: 'email' | 'url' | 'date' | 'number';
}

/** The parts of a zod schema's definition that this file walks through. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
}

const definition = (schema: z.ZodType) => schema.def as unknown as Definition;

/** Every schema that a value of this one passes through first: the schema itself, and what it wraps. */
function layers(schema: z.ZodType): z.ZodType[] {
  const inner = definition(schema).innerType ?? definition(schema).in;
  return inner ? [schema, ...layers(inner)] : [schema];
}

function child(schema: z.ZodType, key: string): z.ZodType | undefined {
  for (const layer of layers(schema)) {
    const { shape, element } = definition(layer);
    if (shape?.[key]) return shape[key];
    if (element && /^\d+$/.test(key)) return element;
  }
  return undefined;
}

/** The schema of the field at a dotted path, through optional and nullable wrappers; undefined if there is none. */
export function schemaAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  return path.split('.').reduce<z.ZodType | undefined>((at, key) => at && child(at, key), schema);
}

const formats = new Set(['email', 'url', 'date']);

function formatOf(schema: z.ZodType): FieldLimits['format'] | undefined {
  for (const layer of layers(schema)) {
    const named = layer.meta()?.format ?? ('format' in layer ? layer.format : undefined);
    if (typeof named === 'string' && formats.has(named)) return named as 'email' | 'url' | 'date';
    if (definition(layer).type === 'number') return 'number';
  }
  return undefined;
}

function maxLengthOf(schema: z.ZodType): number | undefined {
  for (const layer of layers(schema)) {
    const said = layer.meta()?.maxLength ?? ('maxLength' in layer ? layer.maxLength : undefined);
    if (typeof said === 'number') return said;
  }
  return undefined;
}

/**
 * The limits of the field at a dotted path (`individualCustomer.firstName`). A field is required when its schema takes
 * neither nothing, nor an empty text, nor an unticked box.
 */
export function limitsAt(schema: z.ZodType, path: string): FieldLimits {
  const field = schemaAt(schema, path);
  if (!field) return { required: false };
  const required = [undefined, '', false].every((empty) => !field.safeParse(empty).success);
  const maxLength = maxLengthOf(field);
  const format = formatOf(field);
  return { required, ...(maxLength === undefined ? {} : { maxLength }), ...(format ? { format } : {}) };
}
