using Postrun.Model;

namespace Postrun.Planning;

/// <summary>The files of one directory, added up by effect.</summary>
internal sealed class FileGroups(Effects effects)
{
    private readonly List<Label> groups = new(1);
    private Decision? lastDecision;
    private Label? last;

    public long Count { get; private set; }

    public bool AreOne => groups.Count == 1;

    /// <summary>The group with the most files; of equal ones that of the lower class, so that it does not depend on the listing.</summary>
    public Label Largest => groups.OrderByDescending(g => g.Files).ThenBy(g => g.Decision.Class).First();

    public void Add(Decision decision, long bytes, IReadOnlyCollection<string> holders)
    {
        Count++;
        if (!ReferenceEquals(decision, lastDecision))
        {
            var effect = effects.Of(decision);
            last = groups.Find(g => g.Effect == effect);
            if (last is null)
                groups.Add(last = new(effect));
            last.Because(decision);
            lastDecision = decision;
        }
        last!.AddFile(bytes);
        if (holders.Count > 0)
            last.AddHolders(holders);
    }
}
