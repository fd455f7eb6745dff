using System.Globalization;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>Lines in which nothing is to be found, and that look more like it than those of <see cref="OrdinaryLogs"/>.</summary>
internal static class NearMisses
{
    private static readonly string[] Names = ["api_key", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "db_password", "client_secret", "WANDB_API_KEY", "access_token", "OPENAI_API_KEY"];

    internal static readonly (string Kind, Func<Dice, string> Line)[] All =
    [
        ("wrong check digits", static dice => CheckDigits.Cpf(BrazilSamples.Body(dice, 9)) is var cpf ? $"cpf {CheckDigits.Broken(cpf)} of customer {dice.Next(900)}" : ""),
        ("wrong check digits", static dice => $"card={CheckDigits.Broken(CheckDigits.Luhn("4" + BrazilSamples.Body(dice, 14)))} amount={dice.Next(900)}"),
        ("wrong check digits", static dice => $"iban {CheckDigits.Broken(CheckDigits.Iban("DE", dice.Of(Dice.Digits, 18)))}"),
        ("wrong check digits", static dice => $"PIS/PASEP: {CheckDigits.Broken(CheckDigits.Pis(BrazilSamples.Body(dice, 10)))}"),
        ("wrong check digits", static dice => $"\"renavam\": \"{CheckDigits.Broken(CheckDigits.Renavam(BrazilSamples.Body(dice, 10)))}\""),
        ("uuid", static dice => $"request_id={OrdinaryLogs.Uuid(dice)} run={OrdinaryLogs.Uuid(dice)} done"),
        ("uuid", static dice => $$"""{"trace":"{{OrdinaryLogs.Uuid(dice)}}","parent":"{{OrdinaryLogs.Uuid(dice).ToUpperInvariant()}}","step":{{dice.Next(900)}}}"""),
        ("uuid", static dice => $"GPU {dice.Next(8)}: NVIDIA H100 80GB HBM3 (UUID: GPU-{OrdinaryLogs.Uuid(dice)})"),
        ("hash", static dice => $"sha256 {dice.Of(Dice.Hexadecimal, 64)} of shard {dice.Next(900)}"),
        ("hash", static dice => $"integrity sha512-{Convert.ToBase64String(dice.Bytes(64))}"),
        ("hash", static dice => $"etag \"{dice.Of(Dice.Hexadecimal, 32)}\" size={dice.Next(90_000)}"),
        ("hash", static dice => $"cache_key={dice.Of(Dice.Hexadecimal, 40)} hit"),
        ("hash", static dice => $"numpy==2.1.{dice.Next(9)} --hash=sha256:{dice.Of(Dice.Hexadecimal, 64)}"),
        ("git", static dice => $"HEAD is now at {dice.Of(Dice.Hexadecimal, 7)} mend the loader of shards"),
        ("git", static dice => $"{dice.Of(Dice.Hexadecimal, 40)} refs/heads/{dice.Of(Dice.Lower, 4, 9)}"),
        ("git", static dice => $"git_sha: \"{dice.Of(Dice.Hexadecimal, 40)}\", dirty: false"),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)}=YOUR_TOKEN_HERE"),
        ("placeholder", static dice => $"export {dice.Pick<string>(Names)}=\"<your-token>\""),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)}: {new string(dice.Pick('x', 'X', '*'), dice.Pick(8, 20, 40))}"),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)}=${{{dice.Pick<string>(Names).ToUpperInvariant()}}}"),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)}: changeme"),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)} = os.environ[\"{dice.Pick<string>(Names).ToUpperInvariant()}\"]"),
        ("placeholder", static dice => $"{dice.Pick<string>(Names)}: ${{{{ secrets.{dice.Pick<string>(Names).ToUpperInvariant()} }}}}"),
        ("placeholder", static dice => $"\"{dice.Pick<string>(Names)}\": \"{dice.Pick("null", "none", "REDACTED", "********", "placeholder", "example")}\""),
        ("base64 image", static dice => $"<img src=\"data:image/jpeg;base64,/9j/4AAQSkZJRg{Convert.ToBase64String(dice.Bytes(300))}\">"),
        ("base64 image", static dice => $$"""{"image": "iVBORw0KGgo{{Convert.ToBase64String(dice.Bytes(600))}}", "label": {{dice.Next(900)}}}"""),
        ("base64 image", static dice => $"image/webp UklGR{dice.Of(Dice.Base64, 500)}"),
        ("tensor", static dice => $"tensor([{string.Join(", ", Enumerable.Range(0, 24).Select(_ => Number(dice)))}], dtype=torch.bfloat16)"),
        ("tensor", static dice => $" [{string.Join(' ', Enumerable.Range(0, 30).Select(_ => Number(dice)))}]"),
        ("tensor", static dice => $"logits={{{string.Join(", ", Enumerable.Range(0, 8).Select(i => $"'{dice.Next(128_000)}': {Number(dice)}"))}}}"),
        ("tensor", static dice => $"tokens [{string.Join(", ", Enumerable.Range(0, 40).Select(_ => dice.Next(128_000)))}]"),
    ];

    private static string Number(Dice dice) => dice.Next(4) switch
    {
        0 => $"{dice.Pick("-", "")}{dice.Next(9)}.{dice.Of(Dice.Digits, 4)}e-0{1 + dice.Next(8)}",
        1 => $"{dice.Pick("-", "")}0.{dice.Of(Dice.Digits, 8)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{dice.Pick("-", "")}{dice.Next(300)}.{dice.Of(Dice.Digits, 4)}"),
    };
}
