namespace Postrun.Model;

/// <summary>Which policy spoke, for plan and report.</summary>
/// <param name="Name">What decides: a package, or the address of a server.</param>
/// <param name="Version">The revision of a bundle, or of what a server says that it has loaded; else the version of Postrun's own policy.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits over the policy's source; over the server's own account of it where another program decides.</param>
public sealed record PolicyIdentity(string Name, string Version, string Digest);

/// <summary>
/// Decides what becomes of an item. A pure function of the facts: the same facts give the same decision, and equal
/// decisions are the same object, so that a million items need no million decisions. What cannot be decided is undecided.
/// </summary>
public interface IRetentionPolicy
{
    PolicyIdentity Identity { get; }

    Decision Decide(in ItemFacts facts);

    /// <summary>
    /// Called when everything was decided on once. True: some of it was put off until all questions were known; the
    /// answers are there now, and everything is to be decided on again. It comes to an end by itself: after some times
    /// it is false, and what is still open stays undecided.
    /// </summary>
    /// <exception cref="OperationCanceledException">it was cancelled before the answers were there</exception>
    bool Answer(CancellationToken cancellation) => false;
}
