using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Archives with all kinds of entries, and damage before and after they are compressed.</summary>
internal static class BundleTarget
{
    private static readonly string[] Paths = [".manifest", "data.json", "a/data.json", "a/b/data.yaml", "p.rego", "a/p.rego", "./x.rego", "/etc/x.rego", "../x.rego", "a//b.rego", "a/../data.json", "p_test.rego", "readme", "data.yml"];

    private static readonly string[] Contents =
    [
        "package t\n\nimport rego.v1\n\np := data.a\n", "package a.b\n\nq { true }\n", "{\"a\": {\"b\": 1}}", "{}", "[]", "a:\n  b: [1, &x 2, *x]\n", "{\"revision\": \"1\", \"roots\": [\"a\", \"t/p\"], \"rego_version\": 1}",
        "{\"roots\": [\"\"], \"file_rego_versions\": {\"/a/*.rego\": 0, \"*\": 1}}", "{\"rego_version\": 2}", "{\"roots\": 7, \"revision\": []}", "", "\ufeff{}", "\u0000",
    ];

    public static void Run(FuzzCase fuzzed)
    {
        var random = fuzzed.Random;
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, (TarEntryFormat)random.Next(1, 5), leaveOpen: true))
        {
            for (var i = random.Next(1, 6); i > 0; i--)
                Write(writer, random, fuzzed);
        }
        var plain = Damage(tar.ToArray(), random);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(plain);
        var path = Path.Combine(fuzzed.Folder, "bundle.tar.gz");
        File.WriteAllBytes(path, random.Next(4) == 0 ? Damage(packed.ToArray(), random) : packed.ToArray());
        var bundle = RegoBundle.Read(path, tests: random.Next(2) == 0);
        var policy = RegoPolicy.Compile(bundle.Modules, bundle.Data);
        policy.NewEvaluator(new() { Limits = fuzzed.SmallLimits }, fuzzed.Cancellation).Evaluate(policy.Document(), null);
    }

    private static void Write(TarWriter writer, Random random, FuzzCase fuzzed)
    {
        var path = Paths[random.Next(Paths.Length)];
        var content = Encoding.UTF8.GetBytes(Contents[random.Next(Contents.Length)]);
        if (random.Next(4) == 0)
            content = Damage(content, random);
        fuzzed.Text += $"{path}: {Encoding.UTF8.GetString(content)}\n";
        var type = random.Next(10) switch { 0 => TarEntryType.SymbolicLink, 1 => TarEntryType.Directory, _ => writer.Format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile : TarEntryType.RegularFile };
        TarEntry entry = writer.Format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(type, path),
            TarEntryFormat.Ustar => new UstarTarEntry(type, path),
            TarEntryFormat.Gnu => new GnuTarEntry(type, path),
            _ => new PaxTarEntry(type, path),
        };
        if (type == TarEntryType.SymbolicLink)
            entry.LinkName = "/etc/passwd";
        else if (type != TarEntryType.Directory)
            entry.DataStream = new MemoryStream(content);
        writer.WriteEntry(entry);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(4); i > 0 && damaged.Count > 0; i--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 40), damaged.Count - at));
                    break;
                default:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(1, 40), damaged.Count - at)));
                    break;
            }
        }
        return [.. damaged];
    }
}
