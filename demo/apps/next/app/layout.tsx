import Link from 'next/link';
import type {ReactNode} from 'react';
import './style.css';

export const metadata = {title: 'cr-checkout in Next.js'};

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Shop</Link>
          <Link href="/about">About</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
