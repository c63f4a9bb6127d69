import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import 'cr-checkout';
import type {CheckoutEventMap} from 'cr-checkout';
import {messages} from './messages';

@Component({
  selector: 'app-shop',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nav>
      <button type="button" (click)="page.set('shop')">Shop</button>
      <button type="button" (click)="page.set('about')">About</button>
    </nav>
    @if (page() === 'shop') {
      <cr-checkout proxy-url="/api" country="US" [lockCountry]="true" [messages]="messages" (cr-done)="onDone($event)">
        <p slot="header">Ten percent goes to the lighthouse.</p>
      </cr-checkout>
    } @else {
      <p>A shop of cards.</p>
    }
    <output>{{ delivered() && 'Order ' + delivered() + ' is delivered.' }}</output>
  `,
})
export class App {
  readonly messages = messages;
  readonly page = signal('shop');
  readonly delivered = signal('');

  onDone({detail}: CheckoutEventMap['cr-done']) {
    this.delivered.set(detail.orderId);
  }
}
