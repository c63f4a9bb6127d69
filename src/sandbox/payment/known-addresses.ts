/**
 * Well-formed addresses with valid checksums, derived from the SHA-256 of words, so that no key to them exists. Never send
 * money there.
 */
const byChain = {
  EVM: `0x0B23A833dB179fDdedCBBcaBE8aeA9097A7583bd 0x31cEdC1D776D46d50250B9f580fA13cd211E502E
    0x2471D72ac5da307Da9Eb5B0ED95D894B4369bf0b 0x6EeA631830c27ff8359224270A640F20A36A3548
    0x6a879d5A10BB5D4D916b237b3B5Ba2334506d5C7 0xc78250035af009221B413A9C8527e46B59867d43
    0xAF5DA55DA7985786667c52326D0ff2607b1FA960 0x7f5e8bcf5fA441dADEFBca7afAdD1E300EE1E209`,
  SVM: `BscL7Y3qGbPQDfywPW1debrwoSQ7n93wAcUSQSAqordN 5zzWGk65o6rENQQzGVTbym8BVZ5dsaB5bxJEEwtcrTky
    FPwnmwzKjhjLobxFK8wo9KTsZx5Hbv8BVDJxEFshZoT1 5Pg1MdfHf46zR29K3ASxtFxCksVe48rVNnbLDPfBatk
    8JqD7ziKhZtJa3KE8XE4WA5L6kr3PgMiPFy8cNLcnsUg 749xNF7NtRPgbiosuvK4cJZpWqY98o85qG1LVUGDhfWJ
    FHxNGBKp2UCPbmDmQFzmCZkiGC9TXiiqdbLMnBwM5SVy 3JWiKk74HwksJs5thDszDzQ4ibNxF4nssDVpzX3eHnBg`,
  TVM: `THzJai5Qfnpcyzgct4nJooNKzhwY8m81Da TW9QWeJnxSM9FcMGqC8VdzxR1y3TacBRkj
    TWD38BoNNN1QzC92WeCm7Vymq1DGRAcYpt TWqgw2VPrqBXjigZvbHGCcZpcU5HPgjpZV
    TQhNhnkF7PzqgxEGJLHSWBAYJf1UVPf4rX TH96kMuheGQ4RHGx2AWruEnTTaDvB5mJ2K
    TXfQdQpruFUk3dTfwsDCrGdgXJo47BFwpK TSjpyS7UGLnvW3pNBgDtmEceV57uq2zL7v`,
  TON: `UQBvdB_rCMkQxZQGJxLdCW8PW4UxjgbMz5lkMDtAeFIpQ8dw UQCKrHa6Vra2iHPkdLGBgU_u-WagMDBMLqbVMZ15WRYPHjZq
    UQB8K07EbAPvuOLgtTEzHnDcBoXX9LlWSt5iGZ8ddf9ZmJc5 UQDw3FAEhFwLhQUmkVkKzN4o6jfE5oXxbmqGjB3oKk5uvp6o
    UQDFAXx79uYTSf9gUkKVhX8BrA_slAyQ9dlFt80ANV0T1hSC UQDQ96a3pTHFLbrHEUZTCYxotyYO-Sq5XF5ENp_WaLxrQa_A
    UQB5inEyF_9voqIwbD4bFK7CfjZ6MCuGXoZ6cLJ-Ewl_XLET UQD2HM0NYSYAs4sCg0MhJI00sgSmIzfCzNBsZwZKyivxsfKl`,
  BTC: `bc1qt28ne02mz6w3uspcdzv52yevdhh95fnah5u9mq bc1qxpl637u0kx8w7ark2v5hj0pax2kvr0m6uvc4mn
    bc1qvp5gy5wg42dt2yracm5ptue34u3e7whs8lv074 3NHqdtLK9aukVH68NYsQpNM2uKyew32hPC
    bc1puqa4e82ftswfn5htn840mdc9e80xy34lsswqkcfkscr6geshspjq6sdhuq bc1q8qjl6ncy9dfvx4yupadv3msn0mkduk7hy32me0
    1GrRBGZBJLT5zmnHrndLKraEK6WgTkMZtu bc1pavad0z8gys0ft4mzv2q5dtlp3a9rwzzydndtw46h83her9qhwmvqanky2x`,
  LTC: `ltc1q5p85cxtc25fmxwhq4glvkp8cqn2hmhdcn3vrwm ltc1qzj2lvrp7pda7nekwrufkcdjtze0tchcnluy587
    ltc1q378gf2gkfkreyekdg8knk6r9s47vuynlpdla3y MBLGa2iyWKaNghz3EgbDGKpGZG67aasdcZ
    ltc1qwjk65lhz22r84w8xdqpkl2g25rnslamatsnmcr LYXVEGBAgYf2uEUkP2JbgCjDUwMTyWcQrB
    MFtfXeGa9VWhrApdpMy77ZnvUa5owULqVL LcaEYTSQcsAWpyxnuLAnqh3eUXEg6a8fQc`,
  DOGE: `DGMU1PJytzxgn9zcG1zJrKM7tsbpj19p3p DU5X7T17ov2jmzhfpKP3goMaovYzjJV5Qj
    D8fVoETZ25xrHXCC4cJmMP2yfXpui86sEu DC2yxtWXjaDXzwm7oaq8fQwuRMxx1Wjo4K
    DNoMbu1SfiJDgJ9HJx2E9cECdanKsDzWkL DGW7Q82qV8TuBzgm7x2CGhK3Sj7BhCFC7K
    DKLDx9uzFCX2e8PAEyNCCZpXZb2o2TyHNi DJhfHX6yTF38qpEdoF6NrhoBwsbhEzfcj8`,
} as const;

/** Returns the addresses of a chain or, for Bitcoin and its forks, of a coin; empty for an unknown name. */
export function knownAddresses(name: string): readonly string[] {
  const lists: Readonly<Record<string, string>> = byChain;
  return lists[name]?.split(/\s+/) ?? [];
}

/** Accounts that hold an SPL token for a wallet. They lie off the curve, so that no key can exist. */
export const tokenAccounts = [
  'DgEtigZbuhTYycTqMCuByVgDWWwRGqcVaMnw2VwVP7Lk',
  '7BqHejRiTq583nXTRS8fi4NVaJaFFc7bmjjAUeAU5oBC',
] as const;
