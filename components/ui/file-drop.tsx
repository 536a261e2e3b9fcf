'use client';

import { cx } from 'class-variance-authority';
import { Camera, Upload } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from './button';

interface FileDropProps {
  /** Of the button that opens the picker. */
  id?: string;
  /** As of an `input type=file`: what the picker offers. */
  accept: string;
  multiple?: boolean;
  /** Offers to take a picture, where there is likely a camera. */
  camera?: boolean;
  onFiles: (files: File[]) => void;
  /** What is wanted here, read aloud with the buttons. */
  label: string;
  /** Which files are taken. */
  hint?: string;
  words: {
    /** Before the button, for those who can drop: "Drop a file here, paste it, or". */
    drop: string;
    choose: string;
    camera: string;
    /** While a file is over the zone. */
    dropNow: string;
  };
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
}

/** A place for files: dropped on it, pasted into it, picked, or taken with a phone's camera. */
export function FileDrop(props: FileDropProps) {
  const { id, accept, multiple = false, camera = false, onFiles, label, hint, words } = props;
  const picker = useRef<HTMLInputElement>(null);
  const shutter = useRef<HTMLInputElement>(null);
  const [depth, setDepth] = useState(0);
  const over = depth > 0;
  useStrayDrops();

  function take(list: FileList | null | undefined) {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  }

  const describedBy = cx(props['aria-describedby'], hint && id && `${id}-hint`) || undefined;
  return (
    <div
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      onDragEnter={(event) => hasFiles(event) && setDepth((now) => now + 1)}
      onDragLeave={(event) => hasFiles(event) && setDepth((now) => Math.max(0, now - 1))}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDepth(0);
        take(event.dataTransfer.files);
      }}
      onPaste={(event: ClipboardEvent) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take(event.clipboardData.files);
      }}
      className={cx(
        'flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed px-3.5 py-3 transition-colors',
        over ? 'border-accent bg-accent-soft' : 'bg-surface',
        !over && (props['aria-invalid'] ? 'border-critical-solid' : 'border-line-strong'),
      )}
    >
      <Upload className="size-5 shrink-0 text-ink-soft pointer-coarse:hidden" aria-hidden="true" />
      <span className="min-w-0 grow basis-40">
        <span className="block pointer-coarse:hidden">{over ? words.dropNow : words.drop}</span>
        {hint && (
          <span id={id && `${id}-hint`} className="block text-sm text-ink-soft">
            {hint}
          </span>
        )}
      </span>
      <span className="flex flex-wrap gap-2">
        {camera && (
          <span className="hidden pointer-coarse:inline-flex">
            <Button icon={<Camera />} onClick={() => shutter.current?.click()}>
              {words.camera}
            </Button>
          </span>
        )}
        <Button id={id} onClick={() => picker.current?.click()} aria-describedby={describedBy}>
          {words.choose}
        </Button>
      </span>
      <HiddenPicker pickerRef={picker} accept={accept} multiple={multiple} onFiles={take} />
      {camera && <HiddenPicker pickerRef={shutter} accept="image/*" capture="environment" onFiles={take} />}
    </div>
  );
}

interface HiddenPickerProps {
  pickerRef: React.Ref<HTMLInputElement>;
  accept: string;
  multiple?: boolean;
  capture?: 'environment';
  onFiles: (files: FileList | null) => void;
}

/** The platform's picker, opened by a button that says what it is for. */
function HiddenPicker({ pickerRef, onFiles, ...input }: HiddenPickerProps) {
  return (
    <input
      {...input}
      ref={pickerRef}
      type="file"
      hidden
      onChange={({ target }) => {
        onFiles(target.files);
        // The same file can be chosen again.
        target.value = '';
      }}
    />
  );
}

const hasFiles = ({ dataTransfer }: { dataTransfer: DataTransfer | null }) =>
  dataTransfer?.types.includes('Files') ?? false;

/** A file that misses the zone would open in place of the page, and what was typed would be gone. */
function useStrayDrops() {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent | DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
