using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>What kept files hold.</summary>
/// <param name="Sha256">Hexadecimal, by absolute path.</param>
/// <param name="IsComplete">Every kept regular file is in it.</param>
public sealed record KeptHashList(IReadOnlyDictionary<UnixPath, string> Sha256, bool IsComplete);
