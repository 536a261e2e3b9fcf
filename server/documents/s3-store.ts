import 'server-only';
import { S3Client } from '@aws-sdk/client-s3';
import { AwsS3StorageAdapter } from '@flystorage/aws-s3';
import { FileStorage } from '@flystorage/file-storage';
import type { S3Settings } from '../env';
import { placeOf, readingOf, writing } from './flystore';
import type { DocumentStore } from './store';

/** What one part of an upload holds in memory; the least that the protocol allows. */
const PART_BYTES = 5 * 1024 * 1024;

/**
 * A store in a bucket. What is written appears under its key whole or not at all. A process that dies in the middle leaves parts
 * that nobody sees: a lifecycle rule of the bucket that aborts incomplete multipart uploads removes them.
 */
export function s3Store({ bucket, region, endpoint, prefix, credentials }: S3Settings): DocumentStore {
  const client = new S3Client({
    region,
    ...(credentials && { credentials }),
    // Other stores than Amazon's seldom have a host name for each bucket, and know none of the newer checksums.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const storage = new FileStorage(
    new AwsS3StorageAdapter(client, {
      bucket,
      ...(prefix !== undefined && { prefix }),
      // One part at a time, so that an upload's memory does not grow with its size.
      uploadConfiguration: { partSize: PART_BYTES, queueSize: 1, leavePartsOnError: false },
    }),
  );
  return {
    ...readingOf(storage),
    put: (key, content) =>
      writing(content, (body) => storage.write(placeOf(key), body, { mimeType: 'application/octet-stream' })),
  };
}
