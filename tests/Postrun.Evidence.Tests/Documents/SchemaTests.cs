using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using NJsonSchema;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

public sealed class SchemaTests
{
    public static readonly TheoryData<bool, LeftReason?, bool> Runs = new()
    {
        { false, null, false }, { true, null, true }, { true, LeftReason.Deadline, true }, { false, LeftReason.Interrupted, false },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Generated_documents_validate(bool undecided, LeftReason? interruption, bool hostile)
    {
        var sample = Sample.Build(undecided, interruption, hostile);
        var hashes = new KeptHashList(new Dictionary<UnixPath, string> { [UnixPath.Of("/w/package/model.safetensors")] = new('a', 64) }, IsComplete: !undecided);
        var package = EvidencePackage.Build(sample.Execution, sample.Removed, 1, key: null, "sha256:" + new string('0', 64), hashes);
        await Validates("cleanup-report", EvidenceDocument.Write(package.Report));
        await Validates("retention-manifest", EvidenceDocument.Write(package.Manifest));
    }

    [Fact]
    public async Task Removed_lines_validate()
    {
        foreach (var type in Enum.GetValues<ItemType>())
        {
            var writer = new ArrayBufferWriter<byte>();
            RemovedLine.Write(writer, new() { Path = "/w/\xff\"\\"u8, Type = type, Size = 1, Freed = 0, Round = 0, Step = 1, Held = type == ItemType.Fifo, Sha256 = type == ItemType.RegularFile ? new byte[32] : [] });
            await Validates("removed", writer.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public async Task What_is_unknown_or_missing_does_not_validate()
    {
        var report = Encoding.UTF8.GetString(EvidenceDocument.Write(EvidencePackage.Build(Sample.Good().Execution, Sample.Good().Removed, 0, null).Report));
        var schema = await Schema("cleanup-report");
        schema.Validate(report.Replace("\"exitCode\"", "\"exit\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
        schema.Validate(report.Replace("\"complete\"", "\"finished\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    private static async Task Validates(string name, byte[] json) =>
        (await Schema(name)).Validate(Encoding.UTF8.GetString(json)).Select(e => e.ToString()).ShouldBeEmpty();

    internal static Task<JsonSchema> Schema(string name, [CallerFilePath] string here = "") =>
        JsonSchema.FromFileAsync(Path.Combine(Path.GetDirectoryName(here)!, "../../../schemas", name + ".schema.json"));
}
