using System.Text;
using System.Text.Json;
using Postrun.Model;
using ZstdSharp;

namespace Postrun.Evidence.Tests;

public sealed class RemovedListWriterTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    /// <summary>More frames than windows of full size fit, with names from one byte to the longest.</summary>
    [Fact]
    public void Many_frames_of_one_directory_merge_in_order_whatever_the_length_of_their_names()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 20_000)
            .Select(i => Encoding.ASCII.GetBytes($"{i:x5}".PadRight(i % 500 == 0 ? random.Next(300, UnixPath.MaxName) : random.Next(5, 60), 'n')))
            .ToArray();
        random.Shuffle(names);
        WriteJournal(names.Chunk(10).Select(static chunk => chunk.Order(Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)))));

        using var stream = File.OpenRead(file);
        var replay = JournalReplay.Read(stream);
        using var list = new MemoryStream();
        var removed = RemovedListWriter.Write(replay, stream.SafeFileHandle, list, TestContext.Current.CancellationToken);

        removed.Records.ShouldBe(names.Length);
        list.Position = 0;
        using var lines = new StreamReader(new DecompressionStream(list));
        var paths = new List<string>();
        while (lines.ReadLine() is { } line)
            paths.Add(JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()!);
        paths.ShouldBe(names.Select(static name => $"/w/d/{Encoding.ASCII.GetString(name)}").Order(StringComparer.Ordinal));
    }

    private void WriteJournal(IEnumerable<IEnumerable<byte[]>> frames)
    {
        var plan = Sample.Good().Execution.Rounds[0].Plan;
        using var journal = File.Create(file);
        journal.Write(JournalFormat.Magic);
        journal.Write(JournalFrame.Of(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan)));
        var payload = new byte[64 * 1024];
        foreach (var frame in frames.Select(static names => names.ToList()))
        {
            var length = EntriesFrame.WriteHeader(payload, 0, "d"u8, 5, frame.Count);
            foreach (var name in frame)
                length += EntriesFrame.WriteEntry(payload.AsSpan(length), new() { Type = ItemType.RegularFile, Name = name, Step = 0, Size = 1, AllocatedBytes = 512, Links = 1, Inode = 9 });
            journal.Write(JournalFrame.Of(JournalFrameKind.Entries, payload.AsSpan(0, length)));
        }
    }
}
