import {Module} from '@nestjs/common';

/** The shop's own module, as `@Module({...})` declares it in TypeScript. */
export class AppModule {}
Module({})(AppModule);
