using System.Security.Cryptography;
using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>Whoever has the recipient's key has sealed values back; nobody else has.</summary>
public sealed class UnsealTests
{
    [Theory]
    [InlineData("cat")]
    [InlineData("gzip -c")]
    [InlineData("iconv -f UTF-8 -t UTF-16")]
    public void What_was_sealed_comes_back_as_it_was_stored(string store)
    {
        using var folder = new SealedFolder();
        folder.Shell($"{store} < a.log > stored && \"$postrun\" redact --quiet --rules rules.yaml --form sealed --recipient p.pem stored -o sealed").ShouldExit(0);
        var read = store == "gzip -c" ? "zcat" : "cat";
        folder.Shell($"{read} sealed | grep -c acme_dt_").ShouldExit(1);
        folder.Shell("\"$postrun\" unseal --key k.pem sealed -o back").ShouldExit(0).Error.ShouldBe("postrun: gave back 3 sealed values\n");
        folder.Shell($"cmp <({read} back) <({read} stored) && stat -c %a back").ShouldExit(0).Out.ShouldBe("600\n");
        folder.Shell($"\"$postrun\" unseal --key k.pem --quiet - < sealed | {read} - | cmp - <({read} stored)").ShouldExit(0).Error.ShouldBeEmpty();
    }

    [Fact]
    public void Under_another_key_or_changed_or_cut_a_value_stays_sealed_and_one_line_says_so()
    {
        using var folder = new SealedFolder();
        folder.Seal();
        var other = folder.Shell("\"$postrun\" unseal -k other.pem sealed | cmp - sealed; exit ${PIPESTATUS[0]}").ShouldExit(1);
        other.Error.ShouldBe("postrun: left 3 of 3 sealed values as they are: sealed for another key, cut or changed\n");
        other.Out.ShouldBeEmpty();

        var lines = folder.Read("sealed").Split('\n');
        lines[1] = lines[1][..^60] + (lines[1][^60] == 'A' ? 'B' : 'A') + lines[1][^59..];
        lines[2] = lines[2][..^40];
        folder.Write("damaged", string.Join('\n', lines));
        var damaged = folder.Shell("\"$postrun\" unseal -k k.pem --quiet damaged").ShouldExit(1);
        damaged.Error.ShouldBe("postrun: left 2 of 3 sealed values as they are: sealed for another key, cut or changed\n");
        damaged.Out.ShouldBe(string.Join('\n', [folder.Read("a.log").Split('\n')[0], .. lines[1..]]));
    }

    [Fact]
    public void A_key_that_is_none_or_that_others_may_read_is_refused()
    {
        using var folder = new SealedFolder();
        folder.Seal();
        folder.Refuses("--key", "p.pem", "not the private key of a recipient over P-256");
        folder.Refuses("--key", "missing", "does not exist");
        folder.Shell("chmod 640 k.pem").ShouldExit(0);
        folder.Refuses("--key", "k.pem", "others may read or write it");
        folder.Shell("\"$postrun\" unseal --key <(cat k.pem) sealed | cmp - a.log").ShouldExit(0);
        folder.Shell("\"$postrun\" unseal sealed").ShouldExit(2).Error.ShouldContain("--key");
        File.Exists(folder.At("back")).ShouldBeFalse();
    }

    [Fact]
    public void A_text_without_sealed_values_comes_through_as_it_is()
    {
        using var folder = new SealedFolder();
        var result = folder.Shell("\"$postrun\" unseal --key k.pem a.log").ShouldExit(0);
        result.Out.ShouldBe(folder.Read("a.log"));
        result.Error.ShouldBe("postrun: holds no sealed value\n");
    }

    private sealed class SealedFolder : IDisposable
    {
        private readonly ScanFolder _folder = new();

        public SealedFolder()
        {
            using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            _folder.Write("k.pem", recipient.ExportPkcs8PrivateKeyPem());
            _folder.Write("other.pem", other.ExportECPrivateKeyPem());
            _folder.Write("p.pem", recipient.ExportSubjectPublicKeyInfoPem());
            _folder.Shell("chmod 600 *.pem").ShouldExit(0);
            _folder.Write("a.log", $"[1] using {_folder.Token()} ã\n[2] and {_folder.Token()}\nlast {_folder.Token()}");
        }

        public void Seal() => Shell("\"$postrun\" redact --quiet --rules rules.yaml --form sealed --recipient p.pem a.log -o sealed").ShouldExit(0);

        public void Refuses(string option, string key, string why)
        {
            var result = Shell($"\"$postrun\" unseal {option} {key} sealed -o back").ShouldExit(2);
            result.Error.ShouldContain(why);
            result.Error.Count(static letter => letter == '\n').ShouldBe(1);
        }

        public string At(string name) => _folder.At(name);

        public string Read(string name) => _folder.Read(name);

        public void Write(string name, string text) => _folder.Write(name, Encoding.UTF8.GetBytes(text));

        public ToolResult Shell(string script) => _folder.Shell(script);

        public void Dispose() => _folder.Dispose();
    }
}
