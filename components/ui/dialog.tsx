'use client';

import { Modal, type ModalProps } from './modal';

/** A task in front of the page. */
export function Dialog(props: Omit<ModalProps, 'place' | 'alert'>) {
  return <Modal {...props} />;
}

/** A sheet along the edge where reading ends (or starts), for detail beside the page. */
export function Drawer({
  from = 'end',
  ...props
}: Omit<ModalProps, 'place' | 'alert'> & { from?: 'start' | 'end' }) {
  return <Modal {...props} place={from} />;
}
