namespace Postrun.Model;

/// <summary>Which policy spoke, for plan and report.</summary>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits over the policy's source.</param>
public sealed record PolicyIdentity(string Name, string Version, string Digest);

/// <summary>
/// Decides what becomes of an item. A pure function of the facts: the same facts give the same decision, and equal
/// decisions are the same object, so that a million items need no million decisions.
/// </summary>
public interface IRetentionPolicy
{
    PolicyIdentity Identity { get; }

    Decision Decide(in ItemFacts facts);
}
