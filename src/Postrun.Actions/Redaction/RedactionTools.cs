using System.Collections.Concurrent;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Actions;

/// <summary>What is needed to look through what stays: rules, a key, and a policy. One for all rounds of a clean-up.</summary>
public sealed class RedactionTools
{
    /// <summary>Beyond this many a file is read once more in a later round.</summary>
    private const int MaxKnown = 1 << 20;

    private readonly ConcurrentDictionary<(ulong Device, ulong Inode, long Changed, long Size), bool> clean = new();

    /// <summary>All rules, as plan and report name them.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>What files of rules add, allow and want in another form; <see langword="null"/>: there are none.</summary>
    public RuleSelection? Selection { get; init; }

    /// <summary>Of pseudonyms and fingerprints: 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    public required IFindingPolicy Policy { get; init; }

    /// <summary>What stands in the place of what was found.</summary>
    public RedactionForm Form { get; init; } = RedactionForm.Label;

    /// <param name="path">Of a file, relative to its workspace root.</param>
    internal RuleSet RulesFor(UnixPath path) => Selection?.For(path.ToString()) ?? Rules;

    internal RedactionForm FormOf(Rule rule) => Selection?.FormOf(rule) ?? Form;

    /// <summary>Nothing was found in this file in an earlier round, and it has not changed since.</summary>
    internal bool IsKnownClean(in FileStat stat) => clean.ContainsKey(KeyOf(stat));

    internal void IsClean(in FileStat stat)
    {
        if (clean.Count < MaxKnown)
            clean.TryAdd(KeyOf(stat), true);
    }

    private static (ulong, ulong, long, long) KeyOf(in FileStat stat) => (stat.Device, stat.Inode, stat.ChangedTicks, stat.Size);
}
