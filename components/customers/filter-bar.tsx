import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/ui/chip';
import { Input } from '@/components/ui/input';
import { TextLink } from '@/components/ui/text-link';
import { KYC_STATES, RISK_LEVELS, USER_TYPES } from '@/lib/kyc/contract/lists';
import { EXPIRING_WITHIN } from '@/lib/kyc/requests';
import type { CustomerView } from '@/lib/kyc/customer-list';
import { viewQuery } from '@/lib/kyc/customer-view';
import { paths, withQuery } from '@/lib/paths';
import { type Facet, FacetMenu } from './facet-menu';

interface FilterBarProps {
  view: CustomerView;
  showRisk: boolean;
  showDocuments: boolean;
  employees: readonly { id: string; name: string }[];
  forms: readonly { id: string; name: string }[];
}

/** The search and the filters of the list. All of it is links and one GET form: the URL is the view. */
export function FilterBar({ view, showRisk, showDocuments, employees, forms }: FilterBarProps) {
  const t = useTranslations('customers');
  const kyc = useTranslations('kyc');
  const named = (items: FilterBarProps['employees']) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const facets: Facet[] = [
    { name: 'kind', choices: USER_TYPES.map((value) => ({ value, label: kyc(`kinds.${value}`) })) },
    { name: 'state', choices: KYC_STATES.map((value) => ({ value, label: kyc(`state.${value}`) })) },
    ...(showRisk
      ? [
          {
            name: 'risk' as const,
            choices: RISK_LEVELS.map((value) => ({ value, label: kyc(`risk.${value}`) })),
          },
        ]
      : []),
    ...(employees.length > 1 ? [{ name: 'employee' as const, choices: named(employees) }] : []),
    { name: 'form', choices: named(forms) },
    ...(showDocuments
      ? [
          {
            name: 'expiring' as const,
            choices: EXPIRING_WITHIN.map((value) => ({ value, label: t('expiringWithin', { days: value }) })),
          },
        ]
      : []),
  ];
  const active = facets.flatMap(({ name, choices }) =>
    view[name].map((value) => ({
      name,
      value,
      label: choices.find((choice) => choice.value === value)?.label ?? value,
      href: without(view, name, value),
    })),
  );
  return (
    <div className="mb-3 space-y-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <search className="w-full md:w-84">
          <form action={paths.customers}>
            <KeptFields view={view} />
            <label htmlFor="customer-search" className="sr-only">
              {t('search')}
            </label>
            <Input
              key={view.q}
              id="customer-search"
              name="q"
              type="search"
              icon={<Search />}
              defaultValue={view.q}
              placeholder={t('searchShort')}
              title={t('search')}
              data-list-search
            />
          </form>
        </search>
        {facets.map((facet) => (
          <FacetMenu key={facet.name} facet={facet} view={view} label={t(`facets.${facet.name}`)} />
        ))}
      </div>
      {active.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {active.map(({ name, value, label, href }) => (
            <FilterChip
              key={`${name} ${value}`}
              name={t(`facets.${name}`)}
              value={<bdi>{label}</bdi>}
              removeHref={href}
              removeLabel={t('remove', { name: t(`facets.${name}`), value: label })}
            />
          ))}
          <TextLink href={paths.customers}>{t('clearAll')}</TextLink>
        </div>
      )}
    </div>
  );
}

/** What a new search keeps of the view: all but the old words and the page. */
function KeptFields({ view }: { view: CustomerView }) {
  const { q: _q, after: _after, ...kept } = view;
  return Object.entries(viewQuery(kept)).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}

function without(view: CustomerView, name: Facet['name'], value: string): string {
  const rest = (view[name] as string[]).filter((one) => one !== value);
  return withQuery(paths.customers, viewQuery({ ...view, [name]: rest, after: undefined }));
}
