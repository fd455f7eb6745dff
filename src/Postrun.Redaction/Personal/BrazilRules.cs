using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Numbers and codes of Brazil.</summary>
/// <remarks>
/// Names of three letters lead to nothing: <c>cep</c> stands in <c>exception</c>, <c>pis</c> in <c>pistol</c>. The shape of the number leads to
/// it, and its name is looked for around it.
/// </remarks>
internal static class BrazilRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "br-cpf",
            Name = "CPF",
            Reference = "https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Cpf)
            {
                Alone = ["ddd.ddd.ddd-dd"],
                Named = ["ddddddddddd", "ddddddddd-dd"],
                Words = ["cpf*", "cpfs", "contribuinte", "cadastro", "documento*", "cliente*", "titular", "pix", "taxpayer*"],
            }.TryFind)
            { Shape = Shape.ElevenDigits },
        },
        new()
        {
            Id = "br-cnpj",
            Name = "CNPJ",
            Reference = "https://www.gov.br/receitafederal/pt-br/assuntos/orientacao-tributaria/cadastros/cnpj",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Cnpj)
            {
                Alone = ["xx.xxx.xxx/xxxx-dd"],
                Named = ["xxxxxxxxxxxxdd", "xxxxxxxx/xxxx-dd"],
            }.TryFind)
            { Shape = Shape.Company, Literals = ["cnpj"], IgnoreCase = true },
        },
        new()
        {
            Id = "br-pis",
            Name = "PIS, PASEP, NIS or NIT",
            Reference = "https://www.gov.br/inss/pt-br",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Pis)
            {
                Alone = ["ddd.ddddd.dd-d"],
                Named = ["ddddddddddd"],
                Words = ["pis", "pasep", "nis", "nit", "pispasep"],
            }.TryFind)
            { Shape = Shape.ElevenDigits },
        },
        new()
        {
            Id = "br-cnh",
            Name = "CNH",
            Reference = "https://www.gov.br/transportes/pt-br/assuntos/transito/senatran",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Cnh)
            {
                Named = ["ddddddddddd"],
                Words = ["cnh", "habilita*", "motorista", "condutor", "driver*"],
            }.TryFind)
            { Shape = Shape.ElevenDigits },
        },
        new()
        {
            Id = "br-renavam",
            Name = "Renavam",
            Reference = "https://www.gov.br/transportes/pt-br/assuntos/transito/senatran",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Renavam)
            {
                Named = ["ddddddddddd"],
            }.TryFind)
            { Literals = ["renavam"], IgnoreCase = true },
        },
        new()
        {
            Id = "br-voter-title",
            Name = "Título de eleitor",
            Reference = "https://www.tse.jus.br/servicos-eleitorais/titulo-eleitoral",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.VoterTitle)
            {
                Named = ["dddddddddddd", "dddd dddd dddd", "dddddddddd-dd", "dddd.dddd.dddd"],
            }.TryFind)
            { Literals = ["eleitor", "voter"], IgnoreCase = true },
        },
        new()
        {
            Id = "br-cns",
            Name = "CNS, cartão SUS",
            Reference = "https://www.gov.br/saude/pt-br/composicao/seidigi/cadsus",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Cns)
            {
                Named = ["ddddddddddddddd", "ddd dddd dddd dddd"],
                Words = ["cns", "sus", "saude", "paciente*", "patient*", "nacional", "cartao", "cadsus"],
            }.TryFind)
            { Shape = Shape.FifteenDigits },
        },
        new()
        {
            Id = "br-rg",
            Name = "RG",
            Reference = "https://www.gov.br/pt-br/servicos/obter-carteira-de-identidade",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianNumbers.Rg)
            {
                Named = ["dd.ddd.ddd-d", "d.ddd.ddd-d", "dd.ddd.ddd-X", "dd.ddd.ddd-x"],
                Words = ["rg", "identidade", "ssp", "registro geral", "carteira"],
            }.TryFind)
            { Shape = Shape.DottedIdentity },
        },
        new()
        {
            Id = "br-cep",
            Name = "CEP",
            Reference = "https://buscacepinter.correios.com.br",
            Severity = Severity.Low,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(static value => Verdict.Plausible)
            {
                Named = ["ddddd-ddd"],
                Words = ["cep", "endere*", "rua", "avenida", "av", "bairro", "postal", "address", "zip", "zipcode", "postcode", "logradouro"],
            }.TryFind)
            { Shape = Shape.PostalCode },
        },
        new()
        {
            Id = "br-phone",
            Name = "Brazilian telephone number",
            Reference = "https://www.gov.br/anatel/pt-br/regulado/numeracao",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(new NumberMatcher(BrazilianPhone.Judge)
            {
                Alone =
                [
                    "(dd) ddddd-dddd", "(dd)ddddd-dddd", "(dd) dddd-dddd", "(dd)dddd-dddd", "(0dd) ddddd-dddd", "(0dd) dddd-dddd",
                    "(dd) d dddd-dddd", "(dd) ddddd dddd", "(dd) ddddddddd", "(dd)ddddddddd", "(dd) ddddd.dddd", "dd ddddd-dddd", "dd-ddddd-dddd",
                ],
                Named = ["ddddddddddd", "dddddddddd", "dd ddddddddd", "dd dddd-dddd", "dd-dddd-dddd", "0dddddddddd", "55ddddddddddd", "dd ddddd dddd"],
            }.TryFind)
            { Shape = Shape.AreaCode, Literals = ["telefone", "celular", "whatsapp"], IgnoreCase = true },
        },
        new()
        {
            Id = "br-pix-key",
            Name = "PIX random key",
            Reference = "https://www.bcb.gov.br/estabilidadefinanceira/pix",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(PixMatcher.TryFindKey) { Literals = ["chave pix", "chave_pix", "chave-pix", "chavepix", "pix_key", "pix-key", "pix key", "pixkey", "pix:", "pix=", "\"pix\"", "chave aleat"], IgnoreCase = true },
        },
        new()
        {
            Id = "br-pix-code",
            Name = "PIX code to copy and paste",
            Reference = "https://www.bcb.gov.br/estabilidadefinanceira/pix",
            Severity = Severity.High,
            Category = RuleCategory.PersonalBrazil,
            Detector = new MatchDetector(PixMatcher.TryFindCode) { Literals = ["br.gov.bcb.pix"], IgnoreCase = true },
        },
    ];
}
