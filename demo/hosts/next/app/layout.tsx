import type {ReactNode} from 'react';

export const metadata = {title: 'Halfmoon Supply: gift cards for crypto', icons: {icon: 'data:,'}};

export default function Layout({children}: {readonly children: ReactNode}) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
