import { cva, type VariantProps } from 'class-variance-authority';

/** The look of a button, shared by buttons and by links that act as one. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 items-center justify-center gap-2 rounded border font-medium whitespace-nowrap select-none',
    'transition-colors duration-100 aria-disabled:cursor-not-allowed cursor-pointer',
    'pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent text-on-accent hover:not-aria-disabled:border-accent-hover hover:not-aria-disabled:bg-accent-hover aria-disabled:border-dashed aria-disabled:border-line-strong aria-disabled:bg-sunken aria-disabled:text-ink-soft',
        secondary:
          'border-line-strong bg-raised text-ink hover:not-aria-disabled:border-ink-soft hover:not-aria-disabled:bg-hover aria-disabled:border-dashed aria-disabled:bg-sunken aria-disabled:text-ink-soft',
        ghost:
          'border-transparent bg-transparent text-ink hover:not-aria-disabled:bg-hover aria-disabled:text-ink-faint',
        danger:
          'border-danger bg-danger text-on-danger hover:not-aria-disabled:border-danger-hover hover:not-aria-disabled:bg-danger-hover aria-disabled:border-dashed aria-disabled:border-line-strong aria-disabled:bg-sunken aria-disabled:text-ink-soft',
      },
      size: {
        sm: 'h-7 px-2.5 text-sm',
        md: 'h-8.5 px-3.5 text-base',
        lg: 'h-10 px-4 text-base',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonVariant = NonNullable<VariantProps<typeof buttonStyle>['variant']>;
export type ButtonSize = NonNullable<VariantProps<typeof buttonStyle>['size']>;
