/**
 * What the engine serves of a shape whose properties may be missing where somebody else serves it: all of them. `null` still says
 * that there is no value.
 */
export type Complete<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };
