using Postrun.Redaction.Forms;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Text;

/// <summary>How findings are treated.</summary>
public sealed record RedactionOptions
{
    /// <summary>The key of pseudonyms and fingerprints, of the run or the tenant: 32 bytes. Who has it can guess short values.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>
    /// The text is being written while it is read: nothing waits for more than its first bytes. So only their marks tell UTF-16 and
    /// compression, and nothing is held to be binary. Default: false, where up to 8 KiB tell.
    /// </summary>
    public bool Live { get; init; }

    /// <summary>Whether a finding is redacted, or only reported. Is asked often: it should answer from memory. Default: always.</summary>
    public Func<Rule, Confidence, bool> Redacts { get; init; } = static (_, _) => true;

    /// <summary>What stands in the place of what a rule finds. Default: a label.</summary>
    public Func<Rule, RedactionForm> FormOf { get; init; } = static _ => RedactionForm.Label;

    /// <summary>For whom <see cref="RedactionForm.Sealed"/> seals. Where it is null, a label stands instead.</summary>
    public ValueSealer? Sealer { get; init; }

    /// <summary>What is redacted where nobody says otherwise: what is sure, or of severity <see cref="Severity.High"/> or above.</summary>
    public static bool IsSureOrSevere(Rule rule, Confidence confidence) => confidence == Confidence.Checksum || rule.Severity >= Severity.High;
}
