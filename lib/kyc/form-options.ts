/*
 * The choices of the library forms. The first part of each is the option's value, which risk models score by
 * (lib/risk/facts.ts); an option that no row of a model names counts as not known.
 */

export const OCCUPATIONS = [
  ['employee', 'Employee'],
  ['executive', 'Company executive'],
  ['professional', 'Doctor, lawyer, engineer or similar'],
  ['public_servant', 'Public servant'],
  ['self_employed', 'Self-employed'],
  ['student', 'Student'],
  ['retired', 'Retired'],
  ['homemaker', 'Homemaker'],
  ['real_estate', 'Real estate'],
  ['import_export', 'Import and export'],
  ['precious_metals', 'Dealer in precious metals or stones'],
  ['virtual_assets', 'Dealer in virtual assets'],
  ['other', 'Something else'],
] as const;

/** Occupations without a present employer or business. */
export const WITHOUT_EMPLOYER = ['student', 'retired', 'homemaker'] as const;

export const ACTIVITIES = [
  ['technology', 'Technology'],
  ['healthcare', 'Healthcare'],
  ['manufacturing', 'Manufacturing'],
  ['consulting', 'Consulting'],
  ['retail', 'Retail'],
  ['logistics', 'Logistics'],
  ['construction', 'Construction'],
  ['real_estate', 'Real estate'],
  ['import_export', 'Import and export'],
  ['investment_holding', 'Investment holding'],
  ['charity', 'Charity'],
  ['money_services', 'Money services'],
  ['precious_metals', 'Precious metals and stones'],
  ['gambling', 'Gambling'],
  ['virtual_assets', 'Virtual assets'],
  ['arms', 'Arms and defence goods'],
  ['other', 'Something else'],
] as const;

/** Businesses that need a licence of their own and an anti-money-laundering supervisor in most countries (FATF recommendations 22, 26). */
export const SUPERVISED_ACTIVITIES = [
  'money_services',
  'precious_metals',
  'gambling',
  'virtual_assets',
  'arms',
] as const;

export const PERSONS_FUNDS = [
  ['salary', 'Salary'],
  ['pension', 'Pension'],
  ['savings', 'Savings'],
  ['business_income', 'Income from a business'],
  ['investments', 'Return on investments'],
  ['property_sale', 'Sale of property'],
  ['inheritance', 'Inheritance'],
  ['gift', 'Gift'],
  ['loan', 'Loan'],
  ['virtual_assets', 'Virtual assets'],
  ['cash_business', 'Business in cash'],
  ['other', 'Something else'],
] as const;
export const COMPANYS_FUNDS = [
  ['trading_revenue', 'Revenue from trading'],
  ['capital', 'Capital paid in by owners'],
  ['loan', 'Loan'],
  ['investments', 'Return on investments'],
  ['property_sale', 'Sale of property'],
  ['virtual_assets', 'Virtual assets'],
  ['cash_business', 'Business in cash'],
  ['other', 'Something else'],
] as const;

export const PURPOSES = [
  ['investment', 'Investment'],
  ['savings', 'Savings'],
  ['payments', 'Payments'],
  ['trade', 'Trade finance'],
  ['property', 'Buying property'],
  ['other', 'Something else'],
] as const;

export const STRUCTURES = [
  ['direct', 'Held directly by people'],
  ['one_layer', 'Through one company'],
  ['several_layers', 'Through several companies'],
  ['listed', 'Listed on a stock exchange'],
  ['trust', 'Through a trust or foundation'],
  ['nominee', 'Through nominees'],
] as const;

export const EXPOSURE = [
  ['no', 'No'],
  ['associate', 'No, but a family member or close associate does or did'],
  ['yes', 'Yes'],
] as const;
export const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'Arabic'],
  ['fr', 'French'],
  ['ru', 'Russian'],
  ['zh', 'Chinese'],
] as const;
export const YES_NO = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const;
export const INCOMES = [
  ['under_100k', 'Under 100,000'],
  ['under_500k', '100,000 to 500,000'],
  ['under_2m', '500,000 to 2 million'],
  ['over_2m', 'Over 2 million'],
] as const;
export const NET_WORTHS = [
  ['under_500k', 'Under 500,000'],
  ['under_2m', '500,000 to 2 million'],
  ['under_10m', '2 to 10 million'],
  ['over_10m', 'Over 10 million'],
] as const;
export const TRANSACTIONS = [
  ['few', 'Up to 10'],
  ['some', '11 to 50'],
  ['many', '51 to 200'],
  ['very_many', 'More than 200'],
] as const;
export const IDENTITY_DOCUMENTS = [
  ['passport', 'Passport'],
  ['id_card', 'National identity card'],
] as const;

/** Why there is no tax number: reasons A, B and C of the OECD's self-certification forms (Common Reporting Standard). */
export const NO_TAX_NUMBER_REASONS = [
  ['not_issued', 'The country does not give tax numbers to its residents'],
  ['unable', 'I could not get one'],
  ['not_required', 'The country does not require that it be collected'],
] as const;

/** What an entity is under the Common Reporting Standard, section VIII of the OECD's text. */
export const CRS_ENTITY_TYPES = [
  ['active', 'Active business: less than half of its income is passive (dividends, interest, rent)'],
  ['passive', 'Passive entity: half of its income or more is passive'],
  ['financial', 'Financial institution'],
  ['listed', 'Listed on a stock exchange, or related to a listed company'],
  ['public', 'Government body, international organisation or central bank'],
] as const;

export const LEGAL_FORMS = [
  ['limited', 'Limited liability company'],
  ['joint_stock', 'Joint-stock company'],
  ['partnership', 'Partnership'],
  ['foundation', 'Foundation or trust'],
  ['branch', 'Branch of a foreign company'],
  ['other', 'Something else'],
] as const;

/** The roles of a People field; their values are what an answer's `roleIds` name. */
export const OWNER_ROLES = [
  ['BeneficialOwner', 'Beneficial owner'],
  ['Director', 'Director'],
  ['SeniorManager', 'Senior manager'],
] as const;
export const DIRECTOR_ROLES = [
  ['Director', 'Director'],
  ['SeniorManager', 'Senior manager'],
] as const;
export const SIGNATORY_ROLES = [['Signatory', 'Signatory']] as const;
