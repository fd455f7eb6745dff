namespace Postrun.Redaction.Text;

/// <summary>What stands in a redacted copy where a value stood.</summary>
public enum RedactionForm
{
    Label,
    Remove,
    Mask,
    LastFour,
    FormatPreserving,
    Sealed,
}
