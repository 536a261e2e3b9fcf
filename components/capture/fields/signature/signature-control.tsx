'use client';

import { Eraser, PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { UploadLine } from '@/components/kyc/upload-line';
import { Button } from '@/components/ui/button';
import { Radio } from '@/components/ui/radio';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import { useSlotUpload } from '../documents/use-slot-upload';
import type { ControlProps } from '../types';
import { DrawnSignature } from './drawn-signature';
import { pictureOf } from './drawing';
import { SignedPicture } from './signed-picture';
import { TypedSignature } from './typed-signature';

const WAYS = ['draw', 'type'] as const;
type Way = (typeof WAYS)[number];

/** A signature, drawn or typed: a picture that is stored as a document, and the moment at which it was given. */
export function SignatureControl({ field, id, value, onChange, context }: ControlProps<'Signature'>) {
  const t = useTranslations('captureFields.signature');
  const [way, setWay] = useState<Way>('draw');
  const [name, setName] = useState('');
  const [drawn, setDrawn] = useState(false);
  const [blank, setBlank] = useState(0);
  const [again, setAgain] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const signedAt = useRef('');
  const place = useRef<HTMLDivElement>(null);
  const { upload, uploads, send } = useSlotUpload(`${id}-place`, context, (documentId) => {
    setAgain(false);
    setDrawn(false);
    setName('');
    onChange({ fieldTypeId: 'Signature', documentId, signedAt: signedAt.current });
  });

  if (value?.documentId && !again) {
    return (
      <SignedPicture
        documentId={value.documentId}
        signedAt={value.signedAt}
        previewUrl={context.upload.previewUrl}
        action={
          <Button variant="ghost" size="sm" onClick={() => setAgain(true)}>
            {t('again')}
          </Button>
        }
      />
    );
  }

  async function sign() {
    if (!canvas.current) return;
    const picture = await pictureOf(canvas.current, t('fileName'));
    signedAt.current = new Date().toISOString();
    place.current?.focus();
    const documentTypeId = known(DOCUMENT_TYPES, field.limits?.documentTypeId) ?? 'Other';
    send(picture, { documentTypeId, description: field.label });
  }

  const empty = way === 'draw' ? !drawn : name.trim() === '';
  const moving = upload !== undefined && ['waiting', 'offline', 'sending', 'storing'].includes(upload.state);
  return (
    <div ref={place} tabIndex={-1} className="space-y-3">
      <div role="radiogroup" aria-label={t('way')} className="flex flex-wrap gap-x-6">
        {WAYS.map((one) => (
          <Radio
            key={one}
            name={`${id}-way`}
            label={t(one)}
            checked={way === one}
            onChange={() => {
              setWay(one);
              setDrawn(false);
            }}
          />
        ))}
      </div>
      {way === 'draw' ? (
        <DrawnSignature
          label={t(drawn ? 'drawn' : 'drawHere')}
          blank={blank}
          onDrawn={(element, isEmpty) => {
            canvas.current = element;
            setDrawn(!isEmpty);
          }}
        />
      ) : (
        <TypedSignature
          id={`${id}-name`}
          value={name}
          autoComplete={(context.autofill ?? true) ? 'name' : 'off'}
          onChange={(typed, element) => {
            canvas.current = element;
            setName(typed);
          }}
        />
      )}
      {upload && (
        <UploadLine
          upload={upload}
          onCancel={() => uploads.cancel(upload.key)}
          onRetry={() => uploads.retry(upload.key)}
          onDismiss={() => uploads.dismiss(upload.key)}
        />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <Button
          icon={<PenLine />}
          unavailable={empty ? t(way === 'draw' ? 'drawFirst' : 'typeFirst') : undefined}
          pending={moving ? t('signing') : undefined}
          onClick={() => void sign()}
        >
          {t('sign')}
        </Button>
        {way === 'draw' && drawn && !moving && (
          <Button variant="ghost" icon={<Eraser />} onClick={() => setBlank((count) => count + 1)}>
            {t('clear')}
          </Button>
        )}
        {again && !moving && (
          <Button variant="ghost" onClick={() => setAgain(false)}>
            {t('keep')}
          </Button>
        )}
      </div>
    </div>
  );
}
