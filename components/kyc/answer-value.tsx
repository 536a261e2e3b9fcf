import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { ToneMark } from '@/components/ui/tone-mark';
import type { PersonView, ValueView } from '@/lib/kyc/profile-view/types';

/** An answer of any kind, as a reader wants it. */
export function AnswerValue({ value }: { value: ValueView }) {
  switch (value.kind) {
    case 'text':
      return value.paragraphs.map((paragraph, at) => (
        <p key={at} className={value.mono ? 'font-mono' : undefined}>
          <bdi>{paragraph}</bdi>
        </p>
      ));
    case 'list':
      return (
        <ul className="list-disc ps-4">
          {value.items.map((item) => (
            <li key={item}>
              <bdi>{item}</bdi>
            </li>
          ))}
        </ul>
      );
    case 'parts':
      return (
        <div className="space-y-1.5">
          {value.parts.map((part, at) => (
            <div key={at}>
              {part.label && <span className="block text-xs text-ink-soft">{part.label}</span>}
              {part.lines.map((line) => (
                <bdi key={line} className="block">
                  {line}
                </bdi>
              ))}
            </div>
          ))}
        </div>
      );
    case 'people':
      return (
        <>
          <ul className="space-y-2">
            {value.people.map((person, at) => (
              <Person key={at} person={person} />
            ))}
          </ul>
          {value.unaccounted && (
            <p className="mt-2 flex items-center gap-1.5 text-sm">
              <ToneMark tone="caution" />
              {value.unaccounted}
            </p>
          )}
        </>
      );
  }
}

/** A director, beneficial owner or signatory, or a company in between, with what it holds of whom. */
function Person({ person }: { person: PersonView }) {
  const t = useTranslations('profile.people');
  const facts = (['ownership', 'nationality', 'born', 'pep'] as const).filter(
    (name) => person[name] !== null,
  );
  return (
    <li className="border-s-2 border-line ps-3">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium">{person.name}</bdi>
        {person.roles && <span className="text-sm text-ink-soft">{person.roles}</span>}
      </span>
      <span className="flex flex-wrap gap-x-4 text-sm">
        {facts.map((name) => (
          <span key={name}>
            <span className="text-ink-soft">{t(name)}</span> <bdi>{person[name]}</bdi>
          </span>
        ))}
      </span>
      {person.holdings && (
        <span className="block text-sm">
          <span className="text-ink-soft">{t('holdings')}</span>{' '}
          {person.holdings.map((holding, at) => (
            <Fragment key={holding}>
              {at > 0 && '; '}
              <bdi>{holding}</bdi>
            </Fragment>
          ))}
        </span>
      )}
    </li>
  );
}
