import type {MessageOverrides} from './overrides.js';

/** The Portuguese texts that Portugal says in other words than Brazil. */
export const overrides: MessageOverrides = {
  progress: (step, of) => `Passo ${step} de ${of}`,
  retry: 'Tentar novamente',
  loading: 'A carregar…',
  slow: 'Está a demorar mais do que o normal. Continuamos a tentar…',
  poweredBy: 'Disponibilizado por Cryptorefills',

  brand: {
    heading: 'O que pretende comprar?',
    search: 'Procurar marcas',
    searchAll: 'Procurar marcas ou países',
    clearSearch: 'Limpar procura',
    soldOut: brand => `${brand} está esgotado de momento. Escolha outra marca ou volte mais tarde.`,
    noBrands: country => `De momento não há nada à venda para este país (${country}). Escolha outro país.`,
    kindNames: {giftcard: 'Cartões-presente', topup: 'Carregamentos', esim: 'eSIM'},
    kinds: {giftcard: 'Cartão-presente', topup: 'Carregamento de telemóvel'},
    categoryNames: {
      'e-commerce': 'Compras online',
      electronics: 'Eletrónica',
      groceries: 'Supermercado',
      sports_fitness: 'Desporto e fitness',
      'e-money': 'Moeda eletrónica',
      mobile_talk_time: 'Minutos de chamadas',
      mobile_credits: 'Saldo de telemóvel',
      mobile_bundle: 'Pacotes móveis',
      charity_donations: 'Donativos',
    },
  },

  quote: {
    notANumber: 'Introduza um número, por exemplo 25.',
    youPay: 'Paga',
    youGet: 'Recebe',
    pricing: 'A obter o preço…',
    noPrice: 'De momento não há preço nesta criptomoeda. Escolha outra.',
    empty: brand => `De momento, ${brand} não tem nada à venda.`,
    noCoins: 'Os pagamentos estão suspensos de momento. Tente mais tarde.',
    fresh: 'Atualizado agora mesmo',
  },

  details: {
    emailHint: 'O código e o recibo serão enviados para aqui.',
    emailReceiptHint: 'O recibo será enviado para aqui.',
    emailWrong: 'Introduza um e-mail como nome@exemplo.com.',
    phone: 'Número a carregar',
    phoneHint: 'Com o indicativo do país, por exemplo +1 202 555 0123.',
    phoneWrong: 'Introduza o número com + e o indicativo do país, por exemplo +1 202 555 0123.',
    nameHint: 'Este método de pagamento exige o seu nome completo.',
    nameWrong: 'Introduza o seu nome completo.',
    refundHint: (coin, network) =>
      `Se algo correr mal, os seus ${coin} são devolvidos para aqui, na rede ${network}. Use uma carteira sua, não uma plataforma de câmbio. Se deixar em branco, perguntamos por e-mail.`,
    refundWrong: network => `Este não é um endereço da rede ${network}. Corrija-o ou deixe em branco.`,
    submit: 'Rever encomenda',
    checking: 'A verificar…',
    confirm: price => `Encomendar · ${price}`,
    creating: 'A efetuar a encomenda…',
    final: 'Confirme bem: entregas para um e-mail ou número errado não podem ser anuladas.',
    priceChanged: (before, now) => `O preço mudou de ${before} para ${now}. Confirme-o antes de continuar.`,
    vetoed: 'Esta página interrompeu a encomenda. Nada foi encomendado.',
    orderAnew: 'Fazer uma nova encomenda',
  },

  payment: {
    opening: 'A abrir a sua encomenda…',
    qrLabel: 'Código QR do endereço de pagamento',
    onlyOn: (coin, network) =>
      `Envie apenas ${coin} na rede ${network}. Qualquer outro envio pode perder-se.`,
    exact: 'Envie exatamente este valor. A sua carteira acrescenta a taxa de rede.',
    enlarge: 'Ampliar código QR',
    forms: {address: 'Só o endereço', exchange: 'De uma plataforma'},
    fromExchange: amount =>
      `As plataformas de câmbio cobram uma taxa de levantamento. Ajuste o valor para que cheguem aqui ${amount} depois dela.`,
    copyFailed: 'Selecione o texto e copie-o manualmente.',
    orderId: 'Encomenda',
    weak: 'A ligação está fraca. A sua encomenda está segura; continuamos a verificar.',
    incomplete: 'A encomenda chegou sem os dados de pagamento. Não pague nada por enquanto.',
    notFoundHeading: 'Encomenda não encontrada',
    notFound: 'A encomenda não existe ou foi feita noutro local.',
    contact: 'Contactar o apoio',
    transactionHint: 'A sua carteira ou plataforma mostra este ID.',
    priceNow: (now, before) => `O preço é agora ${now}. Confirmou ${before}.`,
    acceptPrice: now => `Pagar ${now}`,
    foreign: who => `Esta encomenda é para ${who}.`,
    explorer: 'Ver transação',
    confirmations: (seen, needed) => `${seen} de ${needed} confirmações`,
    dust: missing => `Os ${missing} em falta são menos do que o mínimo da rede. Contacte o apoio.`,
    setupFailed: 'Não foi possível preparar o pagamento. Nada foi cobrado.',
    partSeen: 'Parte do seu pagamento foi detetada. Envie só o que falta, para o mesmo endereço.',
    partExpired: (received, missing) =>
      `${received} chegaram antes de o tempo terminar; faltam ${missing}. Não envie mais nada. Contacte o apoio sobre o reembolso.`,
    paidAndEnded:
      'O seu pagamento chegou, mas nada será entregue. Não envie mais nada. Contacte o apoio sobre o reembolso.',
    lateSeen:
      'O seu pagamento foi detetado depois de o tempo terminar. Não envie mais nada. Se nada for entregue, contacte o apoio.',
    detailsChanged: 'Os dados de pagamento desta encomenda mudaram. Use só os que são mostrados agora.',
    rounded: 'Arredondado para cima até ao que a criptomoeda permite enviar.',
    noWallet: 'Nada abriu? Copie o endereço e o valor para a sua carteira.',
    cases: {
      underpaid: {
        text: (received, missing) =>
          `Recebemos ${received}. Envie os ${missing} em falta para o mesmo endereço antes que o tempo termine. As plataformas de câmbio cobram uma taxa de levantamento. Se não chegar mais nada, a encomenda expira. O apoio pode ajudar.`,
      },
      overpaid: {
        text: (received, excess) =>
          `Recebemos ${received}, ${excess} a mais do que o pedido. A entrega segue normalmente. Contacte o apoio sobre a diferença.`,
      },
      late: {
        heading: 'O seu pagamento chegou tarde',
        text: received =>
          `${received} chegaram depois de o tempo terminar. Não envie mais nada. Se nada for entregue, contacte o apoio.`,
      },
      wrong: {
        text: 'Não envie mais nada. Outras criptomoedas e redes não são detetadas automaticamente e o dinheiro pode perder-se. Contacte o apoio e indique o ID da transação.',
      },
    },
    states: {
      waiting: {
        heading: 'A aguardar o seu pagamento',
        text: 'O seu pagamento será detetado automaticamente. Deixe esta página aberta ou volte mais tarde.',
      },
      seen: {
        heading: 'Pagamento detetado',
        text: 'O seu pagamento está a caminho. A rede ainda tem de o confirmar.',
      },
      paid: {text: 'Obrigado. A sua encomenda está a ser preparada.'},
      preparing: {
        heading: 'A preparar a sua encomenda',
        text: 'A entrega demora normalmente menos de um minuto.',
      },
      held: {
        text: 'A sua encomenda está em análise, até 24 horas. Não precisa de fazer nada.',
      },
      checking: {
        text: 'Estamos a verificar a sua encomenda. Esta página atualiza-se automaticamente.',
      },
      done: {text: 'A sua encomenda está completa.'},
      expired: {
        heading: 'O tempo para pagar terminou',
        text: 'Não envie mais nada para este endereço. Já pagou? Deixe esta página aberta; os pagamentos tardios também são detetados.',
      },
      failed: {text: 'Nada será entregue. Pode começar de novo.'},
      cancelled: {
        heading: 'A encomenda foi cancelada',
        text: 'Nada será entregue. Se já pagou, contacte o apoio.',
      },
      refunded: {text: 'O pagamento foi devolvido. Os detalhes seguem por e-mail.'},
    },
    stages: {seen: 'Detetado', preparing: 'Preparação'},
  },

  openOrder: {
    line: (product, state) => `Encomenda em aberto ${product}: ${state}`,
    show: 'Voltar a esta encomenda',
    leave: 'A sua encomenda continua em aberto; pode voltar a ela a partir daqui. Iniciar outra compra?',
  },

  done: {
    heading: 'A sua encomenda está pronta',
    hidden: 'O código fica oculto até o mostrar.',
    esimHint: 'Leia-o com o telemóvel em que quer o eSIM.',
    install: device => `Instalar em ${device}`,
    pending: 'Ainda não foi entregue. Também o receberá por e-mail.',
    saveReceipt: 'Guardar recibo',
    saveHint: 'Inclui apenas os códigos que mostrou.',
    byEmail: email => `Tudo o que precisa foi enviado para ${email}.`,
    byEmailOnly: 'Tudo o que precisa foi enviado por e-mail.',
    toppedUp: (amount, phone) => `${amount} foram creditados no ${phone}.`,
    withheld: 'O código aparece no dispositivo que fez a encomenda e foi enviado por e-mail.',
    notDelivered: 'Esta parte não foi entregue. Contacte o apoio.',
  },

  errors: {
    proxy_url_missing:
      'Este checkout ainda não está configurado: o atributo proxy-url está em falta ou não é um endereço.',
    attribute_invalid: 'Uma definição não é válida.',
    fetch_failed: 'Esta página não conseguiu contactar a loja. Tente novamente.',
    order_changed: 'Esta encomenda não é a que confirmou. Não a pague.',
    wallet_failed: 'A carteira não respondeu. Pode pagar manualmente.',
    network_error: 'Sem ligação. Verifique a sua rede e tente novamente.',
    timeout: 'Demorou demasiado tempo. Tente novamente.',
    not_found: 'De momento, isto não está disponível.',
    rate_limited: 'Demasiados pedidos ao mesmo tempo. Aguarde um momento e tente novamente.',
    server_error: 'O servidor da loja está com um problema. Tente novamente dentro de momentos.',
    request_refused: 'O pedido foi recusado. Volte atrás e verifique as suas escolhas.',
    order_not_found: 'Encomenda não encontrada.',
    order_unconfirmed:
      'Não houve resposta, por isso não é certo que a encomenda tenha sido feita. Nada foi pago. Tentar novamente continua a mesma encomenda. Se não resultar, faça uma nova encomenda: uma encomenda não paga expira por si.',
    order_state_unknown: 'Estamos a verificar a sua encomenda.',
    order_problems: 'A encomenda não pode ser feita assim.',
    payment_uri_mismatch: 'Verifique a criptomoeda, o valor e o endereço na sua carteira antes de enviar.',
    payment_unverified:
      'Não foi possível verificar os dados de pagamento desta encomenda. Não pague. Verifique novamente ou contacte o apoio.',
    catalogue_empty: 'De momento não há nada à venda neste país.',
    not_on_sale: 'De momento, isto não está à venda.',
    internal_error: 'Ocorreu um erro nesta página. Tente novamente.',
  },

  problems: {
    INVALID_BENEFICIARY_ACCOUNT:
      'Não conseguimos entregar neste e-mail ou número. Verifique se está bem escrito.',
    INVALID_EMAIL_DOMAIN: 'Este fornecedor de e-mail não é aceite. Use outro endereço.',
    FULLNAME_MISSING: 'Este método de pagamento exige o seu nome completo.',
    MAXIMUM_AMOUNT_PER_ORDER_EXCEEDED: 'O valor está acima do limite por encomenda. Escolha um valor menor.',
    OUT_OF_STOCK: 'Este produto está esgotado de momento. Escolha outra opção.',
    KYC_PENDING:
      'A verificação da sua identidade está em curso. Demora normalmente 20 minutos, no máximo 48 horas.',
    PRODUCT_COUNT_EXCEEDED: 'Demasiadas unidades deste produto de uma vez. Escolha menos.',
    MULTIPLE_LIMITED_PRODUCT_SAME_ORDER: 'Este produto está limitado a um por encomenda.',
    SUSPENDED_COIN: 'Esta criptomoeda ou rede está suspensa de momento. Escolha outra.',
    INVALID_REQUEST: 'O pedido foi recusado. Volte atrás e verifique as suas escolhas.',
    COUPON: 'O código promocional desta loja não foi aceite. Avise a loja, por favor.',
  },
  problemUnknown: code => `A encomenda foi recusada (${code}). Se continuar, contacte o apoio.`,
};
