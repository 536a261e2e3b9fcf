/** A page with nothing on it: what Next itself sends to a browser. */
export default function EmptyPage() {
  return <p>Nothing.</p>;
}
