namespace Postrun.Redaction.Scanning;

/// <summary>What is done where a literal stands.</summary>
/// <param name="Rules">The numbers of the rules that are asked.</param>
internal readonly record struct Trigger(TriggerKind Kind, int[] Rules);

internal enum TriggerKind
{
    Rules,

    /// <summary>The first line of a private key, perhaps.</summary>
    KeyBlock,

    /// <summary>An escape: what it stands for is looked into as well.</summary>
    Escape,
}
