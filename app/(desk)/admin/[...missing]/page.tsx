import { notFound } from 'next/navigation'

/** Without it, Next would answer an unknown address of the desk with a page of its own, outside the desk. */
export default function Missing() {
  notFound()
}
