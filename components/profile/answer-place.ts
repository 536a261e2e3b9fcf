/** The id in the document of the answer to a question. */
export function answerPlace(fieldId: string): string {
  return `answer-${fieldId}`;
}
