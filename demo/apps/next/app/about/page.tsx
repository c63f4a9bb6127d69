export default function About() {
  return <p>A shop of cards.</p>;
}
