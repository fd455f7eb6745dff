using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Postrun.Evidence.Tests;

/// <summary>What the documentation tells an auditor to do by hand, done by hand.</summary>
public sealed class InteroperabilityTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-evidence-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_bundle_has_the_members_of_the_specification_and_openssl_verifies_it()
    {
        using var pair = KeyPair.Generate();
        using var key = SigningKey.FromPem(pair.ExportClearPem(), "");
        var files = Sample.Good().Files(key);
        File.WriteAllText(At("postrun.pub"), pair.PublicPem);
        foreach (var (name, content) in files)
            File.WriteAllBytes(At(name), content);

        using var bundle = JsonDocument.Parse(files[EvidenceFiles.Bundle]);
        var root = bundle.RootElement;
        root.GetProperty("mediaType").GetString().ShouldBe("application/vnd.dev.sigstore.bundle.v0.3+json");
        root.GetProperty("verificationMaterial").GetProperty("publicKey").GetProperty("hint").GetString().ShouldBe(key.PublicKey.Hint);
        var envelope = root.GetProperty("dsseEnvelope");
        var payload = envelope.GetProperty("payload").GetBytesFromBase64();
        using var statement = JsonDocument.Parse(payload);
        statement.RootElement.GetProperty("_type").GetString().ShouldBe("https://in-toto.io/Statement/v1");
        statement.RootElement.GetProperty("predicateType").GetString().ShouldBe("https://postrun.dev/evidence/v1");
        foreach (var subject in statement.RootElement.GetProperty("subject").EnumerateArray())
            subject.GetProperty("digest").GetProperty("sha256").GetString()
                .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[subject.GetProperty("name").GetString()!])));

        File.WriteAllBytes(At("pae"), [.. "DSSEv1 28 application/vnd.in-toto+json "u8, .. System.Text.Encoding.ASCII.GetBytes($"{payload.Length} "), .. payload]);
        File.WriteAllBytes(At("sig"), envelope.GetProperty("signatures")[0].GetProperty("sig").GetBytesFromBase64());
        OpenSsl("dgst", "-sha256", "-verify", At("postrun.pub"), "-signature", At("sig"), At("pae")).ShouldContain("Verified OK");
        if (Environment.GetEnvironmentVariable("POSTRUN_PAGES") is { } pages)
            foreach (var file in Directory.GetFiles(directory))
                File.Copy(file, Path.Combine(pages, Path.GetFileName(file)), overwrite: true);
    }

    [Fact]
    public void OpenSsl_reads_the_encrypted_key_and_we_read_one_of_its_own()
    {
        using var pair = KeyPair.Generate();
        File.WriteAllText(At("key"), pair.ExportEncryptedPem("correct horse"));
        OpenSsl("pkey", "-in", At("key"), "-passin", "pass:correct horse", "-pubout").ReplaceLineEndings("\n").ShouldBe(pair.PublicPem);

        OpenSsl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes-256-cbc", "-pass", "pass:battery", "-out", At("theirs"));
        using var key = SigningKey.FromPem(File.ReadAllText(At("theirs")), "battery");
        key.PublicKey.Pem.ShouldBe(OpenSsl("pkey", "-in", At("theirs"), "-passin", "pass:battery", "-pubout"));
    }

    private string At(string name) => Path.Combine(directory, name);

    private static string OpenSsl(params string[] arguments)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("openssl is not installed");
        }
        using (process)
        {
            var output = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return output;
        }
    }
}
