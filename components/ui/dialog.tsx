'use client';

import { Modal, type ModalProps } from './modal';

/** A task in front of the page. */
export function Dialog(props: Omit<ModalProps, 'place' | 'alert'>) {
  return <Modal {...props} />;
}
