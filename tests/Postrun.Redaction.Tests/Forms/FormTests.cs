using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Text;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests.Forms;

public sealed class FormTests
{
    private static readonly string Value = Token(1);

    [Fact]
    public void A_label_names_the_rule_and_the_pseudonym() => Redacted(RedactionForm.Label)
        .ShouldMatch(@"^a \[REDACTED:github-personal-access-token:[0-9a-f]{16}\] b$");

    [Fact]
    public void Equal_values_have_equal_pseudonyms_under_one_key_and_others_under_another()
    {
        var (_, findings, _) = Redacting.Of(Redacting.Redactor, Encoding.UTF8.GetBytes($"{Value} {Token(2)}\n{Value}"));
        findings[0].Fingerprint.ShouldBe(findings[2].Fingerprint);
        findings[0].Fingerprint.ShouldNotBe(findings[1].Fingerprint);
        var other = new TextRedactor(Redacting.Redactor.Rules, new() { Key = new byte[32] });
        Redacting.Of(other, Encoding.UTF8.GetBytes(Value)).Findings[0].Fingerprint.ShouldNotBe(findings[0].Fingerprint);
    }

    [Fact]
    public void Removing_leaves_what_stood_around() => Redacted(RedactionForm.Remove).ShouldBe("a  b");

    [Fact]
    public void A_mask_has_the_length_of_the_value() => Redacted(RedactionForm.Mask).ShouldBe($"a {new string('*', Value.Length)} b");

    [Fact]
    public void The_last_four_stay() => Redacted(RedactionForm.LastFour).ShouldBe($"a {new string('*', Value.Length - 4)}{Value[^4..]} b");

    [Fact]
    public void A_look_alike_has_the_same_form_and_is_another()
    {
        var alike = Redacted(RedactionForm.FormatPreserving);
        alike.ShouldBe(Redacted(RedactionForm.FormatPreserving));
        alike.ShouldNotContain(Value);
        Form(alike).ShouldBe(Form($"a {Value} b"));
    }

    [Fact]
    public void Only_the_recipient_has_sealed_values_back()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var sealer = ValueSealer.Of(recipient.ExportSubjectPublicKeyInfoPem());
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = static _ => RedactionForm.Sealed, Sealer = sealer });
        RandomText.Any.Sample(text =>
        {
            var output = Redacting.Of(redactor, text).Output;
            Revealed(recipient, output).Text.ShouldBe(text);
            Revealed(stranger, output).Text.ShouldBe(output);
            Redacting.Of(output).ShouldBe(output);
        }, iter: 50);
    }

    [Fact]
    public void A_changed_token_is_left_as_it_is()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var sealer = ValueSealer.Of(recipient.ExportSubjectPublicKeyInfoPem());
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = static _ => RedactionForm.Sealed, Sealer = sealer });
        var output = Redacting.Of(redactor, Encoding.UTF8.GetBytes(Value)).Output;
        for (var i = 60; i < output.Length - 1; i++)
        {
            var changed = output.ToArray();
            changed[i] = (byte)(changed[i] == 'A' ? 'B' : 'A');
            var (text, count, left) = Revealed(recipient, changed);
            text.ShouldBe(changed);
            (count, left).ShouldBe((0, 1));
        }
    }

    [Fact]
    public void A_token_that_is_cut_is_left_and_counted()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var sealer = ValueSealer.Of(recipient.ExportSubjectPublicKeyInfoPem());
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = static _ => RedactionForm.Sealed, Sealer = sealer });
        var output = Redacting.Of(redactor, Encoding.UTF8.GetBytes(Value)).Output;
        var token = output.AsSpan().LastIndexOf((byte)':') + 1;
        for (var length = token; length < output.Length; length += 7)
        {
            byte[] cut = [.. output.AsSpan(0, length), .. " and on "u8, .. output];
            var (text, count, left) = Revealed(recipient, cut);
            text.ShouldBe([.. output.AsSpan(0, length), .. Encoding.UTF8.GetBytes($" and on {Value}")]);
            (count, left).ShouldBe((1, 1));
        }
        Revealed(recipient, output[..^1]).ShouldSatisfyAllConditions(
            cut => cut.Text.ShouldBe(output[..^1]), cut => cut.Left.ShouldBe(1));
    }

    /// <summary>Labels lie over the places where one read ends and the next begins.</summary>
    [Fact]
    public void Sealed_values_come_back_wherever_they_stand_in_a_long_text()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var sealer = ValueSealer.Of(recipient.ExportSubjectPublicKeyInfoPem());
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = static _ => RedactionForm.Sealed, Sealer = sealer });
        var dice = new Dice(7);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"[{i}] [RED {Token(i)} {dice.Of(Dice.Base62, i % 900)}\n"))[..^2] + "[REDACTED:");
        var (back, count, left) = Revealed(recipient, Redacting.Of(redactor, text).Output);
        back.ShouldBe(text);
        count.ShouldBeGreaterThan(2900);
        left.ShouldBe(0);
    }

    /// <summary>Whoever gets the same memory next finds nothing in it.</summary>
    [Fact]
    public void Nothing_of_a_text_is_left_in_the_memory_of_the_reader()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var reader = SealedReader.Of(recipient.ExportPkcs8PrivateKeyPem());
        var text = new byte[400_000];
        text.AsSpan().Fill((byte)'q');
        reader.Reveal(new MemoryStream(text), Stream.Null, live: true, TestContext.Current.CancellationToken);
        var next = System.Buffers.ArrayPool<byte>.Shared.Rent(270_000);
        next.AsSpan().Contains((byte)'q').ShouldBeFalse();
        System.Buffers.ArrayPool<byte>.Shared.Return(next);
    }

    [Fact]
    public void A_key_over_another_curve_is_refused()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        Should.Throw<CryptographicException>(() => SealedReader.Of(recipient.ExportPkcs8PrivateKeyPem()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    public void What_is_no_key_is_refused(string pem)
    {
        Should.Throw<CryptographicException>(() => ValueSealer.Of(pem));
        Should.Throw<CryptographicException>(() => SealedReader.Of(pem));
    }

    [Fact]
    public void A_public_key_reveals_nothing()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Should.Throw<CryptographicException>(() => SealedReader.Of(recipient.ExportSubjectPublicKeyInfoPem()));
    }

    private static string Redacted(RedactionForm form)
    {
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = _ => form });
        return Encoding.UTF8.GetString(Redacting.Of(redactor, Encoding.UTF8.GetBytes($"a {Value} b")).Output);
    }

    private static (byte[] Text, long Count, long Left) Revealed(ECDiffieHellman recipient, byte[] text)
    {
        using var reader = SealedReader.Of(recipient.ExportPkcs8PrivateKeyPem());
        using var output = new MemoryStream();
        var (revealed, left) = reader.Reveal(new PiecewiseStream(text, 1, 5, 100, 200), output, live: false, TestContext.Current.CancellationToken);
        return (output.ToArray(), revealed, left);
    }

    private static string Form(string text) => string.Concat(text.Select(static letter =>
        char.IsAsciiDigit(letter) ? '0' : char.IsAsciiLetterLower(letter) ? 'a' : char.IsAsciiLetterUpper(letter) ? 'A' : letter))[2..^2];

    private static string Token(int seed) => $"ghp_{new Dice(seed).Of(Dice.Base62, 36)}";
}
