import 'cr-checkout';

export default function Shop() {
  return (
    <>
      <h1>Halfmoon Supply</h1>
      <cr-checkout proxy-url="/api" country="US" />
    </>
  );
}
