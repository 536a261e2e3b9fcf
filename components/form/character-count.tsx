'use client';

import { useWatch } from 'react-hook-form';
import { CharactersLeft } from './characters-left';

/** How many characters are left in a field of the form around. */
export function CharacterCount({ name, limit }: { name: string; limit: number }) {
  const value: unknown = useWatch({ name });
  return <CharactersLeft text={typeof value === 'string' ? value : ''} limit={limit} />;
}
