using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Postrun.Rego.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postrun-bundle-");

    public void Dispose() => folder.Delete(recursive: true);

    private static BundleFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static RegoBundle Of(params BundleFile[] files) => RegoBundle.Of("bundle", files);

    private static string Error(params BundleFile[] files) => Should.Throw<BundleException>(() => Of(files)).Message;

    private string Archive(params (string Path, TarEntryType Type, byte[] Content)[] entries)
    {
        var path = Path.Combine(folder.FullName, "bundle.tar.gz");
        using var gzip = new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest);
        using var writer = new TarWriter(gzip);
        foreach (var (name, type, content) in entries)
        {
            var entry = new PaxTarEntry(type, name);
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                entry.LinkName = "/etc/passwd";
            else if (type != TarEntryType.Directory)
                entry.DataStream = new MemoryStream(content);
            writer.WriteEntry(entry);
        }
        return path;
    }

    private string Write(string path, string text)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return full;
    }

    [Fact]
    public void A_directory_and_an_archive_of_it_are_the_same_bundle()
    {
        Write("d/.manifest", """{"revision": "r1"}""");
        Write("d/a/data.json", """{"x": 1}""");
        Write("d/a/b/data.yaml", "z: [1, 2]\n");
        Write("d/p.rego", "package p\n\nimport rego.v1\n\nq := data.a.b.z\n");
        Write("d/readme.txt", "ignored");
        Write("d/p_test.rego", "package p_test");
        var directory = RegoBundle.Read(Path.Combine(folder.FullName, "d"));
        var archive = RegoBundle.Read(Archive([.. Directory.GetFiles(Path.Combine(folder.FullName, "d"), "*", SearchOption.AllDirectories)
            .Select(path => ("./" + Path.GetRelativePath(Path.Combine(folder.FullName, "d"), path), TarEntryType.RegularFile, System.IO.File.ReadAllBytes(path)))]));
        archive.Digest.ShouldBe(directory.Digest);
        archive.Data.ToString().ShouldBe("""{"a": {"b": {"z": [1, 2]}, "x": 1}}""");
        archive.Manifest.Revision.ShouldBe("r1");
        archive.Modules.ShouldHaveSingleItem().File.ShouldEndWith("p.rego");
        var policy = RegoPolicy.Compile(archive.Modules, archive.Data);
        policy.NewEvaluator().Evaluate(policy.Document("p", "q"), null)!.ToString().ShouldBe("[1, 2]");
    }

    [Fact]
    public void A_ConfigMap_as_Kubernetes_mounts_it_counts_each_file_once()
    {
        Write("m/..2026_01_02/p.rego", "package p\nimport rego.v1\nq := 1");
        Write("m/..2026_01_02/data.json", "{}");
        var mount = Path.Combine(folder.FullName, "m");
        System.IO.File.CreateSymbolicLink(Path.Combine(mount, "..data"), "..2026_01_02");
        System.IO.File.CreateSymbolicLink(Path.Combine(mount, "p.rego"), "..data/p.rego");
        System.IO.File.CreateSymbolicLink(Path.Combine(mount, "data.json"), "..data/data.json");
        BundleSource.Read(mount).Select(static file => file.Path).ShouldBe(["p.rego", "data.json"], ignoreOrder: true);
    }

    [Fact]
    public void A_link_to_a_directory_is_refused_for_what_it_leads_to_would_be_left_out()
    {
        Write("other/p.rego", "package p");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "m"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "m/link"), "../other");
        Should.Throw<BundleException>(() => BundleSource.Read(Path.Combine(folder.FullName, "m"))).Message.ShouldContain("m/link: is a link to a directory");
    }

    [Theory]
    [InlineData("../p.rego")]
    [InlineData("a/../../p.rego")]
    [InlineData("a//p.rego")]
    [InlineData("a/./p.rego")]
    public void A_path_that_leaves_the_archive_is_refused(string path) =>
        Should.Throw<BundleException>(() => BundleSource.Read(Archive((path, TarEntryType.RegularFile, [])))).Message.ShouldContain("not one within the bundle");

    [Fact]
    public void Links_in_an_archive_are_refused_where_a_policy_would_be()
    {
        foreach (var type in new[] { TarEntryType.SymbolicLink, TarEntryType.HardLink, TarEntryType.Directory })
            Should.Throw<BundleException>(() => BundleSource.Read(Archive(("p.rego", type, [])))).Message.ShouldContain("'p.rego' as a link or a directory");
        BundleSource.Read(Archive(("notes", TarEntryType.SymbolicLink, []), ("data.json", TarEntryType.RegularFile, "{}"u8.ToArray()))).ShouldHaveSingleItem().Path.ShouldBe("data.json");
    }

    [Fact]
    public void An_archive_that_goes_on_behind_its_end_is_refused()
    {
        var archive = Archive(("p.rego", TarEntryType.RegularFile, "package p"u8.ToArray()));
        using (var file = new FileStream(archive, FileMode.Append))
        using (var more = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Compress))
            more.Write("more"u8);
        Should.Throw<BundleException>(() => BundleSource.Read(archive)).Message.ShouldContain("goes on behind the end");
    }

    [Fact]
    public void A_path_with_a_new_line_is_refused_for_the_digest_names_paths_line_by_line()
    {
        Write("m/a\nb.rego", "package p");
        Should.Throw<BundleException>(() => BundleSource.Read(Path.Combine(folder.FullName, "m"))).Message.ShouldContain("control characters");
    }

    [Fact]
    public void A_file_that_is_there_twice_is_refused() =>
        Should.Throw<BundleException>(() => BundleSource.Read(Archive(("/p.rego", TarEntryType.RegularFile, []), ("./p.rego", TarEntryType.RegularFile, [])))).Message.ShouldContain("'p.rego' twice");

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused() =>
        Should.Throw<BundleException>(() => BundleSource.Read(Archive(("zeros", TarEntryType.RegularFile, new byte[65 << 20])))).Message.ShouldContain("larger than the 64 MiB");

    /// <summary>The reader of archives throws for these what its documentation does not name.</summary>
    [Theory]
    [InlineData(124, (byte)0xFF)]
    [InlineData(136, (byte)0xBF)]
    [InlineData(108, (byte)0x80)]
    [InlineData(156, (byte)'z')]
    public void A_damaged_header_is_refused(int position, byte value)
    {
        if (Record.Exception(() => RegoBundle.Read(Damaged(header => header.Slice(position, 5).Fill(value)))) is { } error)
            error.ShouldBeOfType<BundleException>().Message.ShouldContain("damaged.tar.gz");
    }

    /// <summary>The reader would take two gibibytes for it.</summary>
    [Theory]
    [InlineData('x')]
    [InlineData('g')]
    [InlineData('L')]
    [InlineData('K')]
    public void A_header_that_says_it_is_larger_than_the_archive_takes_no_memory(char type)
    {
        var path = Damaged(header =>
        {
            "17777777000"u8.CopyTo(header[124..]);
            header[156] = (byte)type;
        });
        Should.Throw<BundleException>(() => RegoBundle.Read(path)).Message.ShouldContain("behind the end of the archive");
    }

    private delegate void HeaderChange(Span<byte> header);

    private string Damaged(HeaderChange change)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Ustar, leaveOpen: true))
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "p.rego") { DataStream = new MemoryStream("package p"u8.ToArray()) });
        var bytes = tar.ToArray();
        change(bytes);
        // The header's checksum counts its own field as spaces.
        bytes.AsSpan(148, 8).Fill((byte)' ');
        var sum = bytes.Take(512).Sum(static b => b);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(bytes, 148);
        var path = Path.Combine(folder.FullName, "damaged.tar.gz");
        using var gzip = new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest);
        gzip.Write(bytes);
        return path;
    }

    [Fact]
    public void Too_many_files_are_refused() =>
        Should.Throw<BundleException>(() => BundleSource.Read(Archive([.. Enumerable.Range(0, 10_001).Select(static i => ($"{i}.rego", TarEntryType.RegularFile, Array.Empty<byte>()))]))).Message.ShouldContain("10000 files");

    [Fact]
    public void A_file_in_too_many_directories_is_refused() =>
        Should.Throw<BundleException>(() => BundleSource.Read(Archive((string.Concat(Enumerable.Repeat("a/", 200)) + "data.json", TarEntryType.RegularFile, "1"u8.ToArray())))).Message.ShouldContain("more than 100 directories");

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Should.Throw<BundleException>(() => BundleSource.Read(Write("x.tar.gz", "not gzip"))).Message.ShouldContain("x.tar.gz: cannot be read");
        Should.Throw<BundleException>(() => BundleSource.Read(Path.Combine(folder.FullName, "missing.rego"))).Message.ShouldContain("missing.rego: cannot be read");
        Should.Throw<BundleException>(() => BundleSource.Read(Write("p.txt", "package p"))).Message.ShouldContain("p.txt: is no policy by its name");
    }

    [Theory]
    [InlineData("""{"roots": ["a"]}""", "package b", "{}", "package b is outside the roots")]
    [InlineData("""{"roots": ["a/b"]}""", "package a", "{}", "package a is outside the roots")]
    [InlineData("""{"roots": ["a"]}""", "package a", """{"b": 1}""", "data at b, outside the roots")]
    [InlineData("""{"roots": ["a/b", "c"]}""", "package c", """{"a": {"x": 1}}""", "data at a/x, outside the roots")]
    [InlineData("""{"roots": ["a/b"]}""", "package a.b", """{"a": 1}""", "data at a, outside the roots")]
    [InlineData("""{"rego_version": 2}""", "package a", "{}", "neither 0 nor 1")]
    [InlineData("[]", "package a", "{}", ".manifest: is not a JSON object")]
    [InlineData("{", "package a", "{}", ".manifest: is not JSON")]
    public void The_manifest_binds(string manifest, string module, string data, string problem) =>
        Error(File(".manifest", manifest), File("m.rego", module), File("data.json", data)).ShouldContain(problem);

    [Theory]
    [InlineData("""{"roots": ["a"]}""", "package a.b", """{"a": {"c": 1}}""")]
    [InlineData("""{"roots": ["a/b", "c"]}""", "package c.d", """{"a": {"b": {"x": 1}}}""")]
    [InlineData("""{"roots": [""]}""", "package x", """{"y": 1}""")]
    [InlineData("{}", "package x", """{"y": 1}""")]
    public void What_lies_within_the_roots_is_taken(string manifest, string module, string data) =>
        Of(File(".manifest", manifest), File("m.rego", module), File("data.json", data)).Modules.Length.ShouldBe(1);

    [Fact]
    public void The_version_is_that_of_the_manifest_or_of_the_file()
    {
        var bundle = Of(
            File(".manifest", """{"rego_version": 1, "file_rego_versions": {"/old/*": 0, "one.rego": 0}}"""),
            File("old/a.rego", "package a\np { true }"), File("one.rego", "package b\np { true }"), File("new.rego", "package c\np if true"));
        bundle.Modules.Select(static module => (module.File.Split('/')[^1], module.Version)).ShouldBe([("a.rego", RegoVersion.V0), ("new.rego", RegoVersion.V1), ("one.rego", RegoVersion.V0)], ignoreOrder: true);
        Should.Throw<RegoSyntaxException>(() => Of(File(".manifest", """{"rego_version": 1}"""), File("a.rego", "package a\np { true }")));
    }

    [Fact]
    public void Data_of_two_files_does_not_overlap() => Error(File("data.json", """{"a": {"b": 1}}"""), File("a/data.json", """{"b": 2}""")).ShouldContain("second value for 'b'");

    [Theory]
    [InlineData("data.json", "[1]", "the data of a bundle is an object")]
    [InlineData("data.json", "{", "data.json")]
    [InlineData("data.yaml", "a: [", "data.yaml")]
    [InlineData("p.rego", "\uD800", null)]
    public void What_cannot_be_read_is_named(string path, string text, string? problem)
    {
        if (problem is null)
            Error(new BundleFile(path, [0xFF, 0xFE])).ShouldContain("p.rego: is not UTF-8");
        else
            Error(File(path, text)).ShouldContain(problem);
    }

    [Fact]
    public void The_digest_is_of_contents_and_paths()
    {
        var one = Of(File("a.rego", "package a"), File("data.json", "{}")).Digest;
        Of(File("data.json", "{}"), File("a.rego", "package a")).Digest.ShouldBe(one);
        Of(File("b.rego", "package a"), File("data.json", "{}")).Digest.ShouldNotBe(one);
        Of(File("a.rego", "package a "), File("data.json", "{}")).Digest.ShouldNotBe(one);
        one.ShouldMatch("^sha256:[0-9a-f]{64}$");
    }
}
