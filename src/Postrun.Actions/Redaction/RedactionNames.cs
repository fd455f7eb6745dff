using Postrun.Model;

namespace Postrun.Actions;

/// <summary>The names that copies have until they stand in the place of their originals.</summary>
internal static class RedactionNames
{
    public const string Prefix = ".postrun-redacting-";

    /// <summary>Whether an intent of a journal, which somebody may have written, names two entries of one directory, the second a copy of ours.</summary>
    public static bool AreValid(RedactionIntent intent) =>
        IsName(intent.Name.Bytes) && IsName(intent.Temporary.Bytes) && intent.Temporary.Bytes.StartsWith(".postrun-redacting-"u8) && !intent.Directory.IsAbsolute;

    private static bool IsName(ReadOnlySpan<byte> name) =>
        !name.IsEmpty && name.Length <= UnixPath.MaxName && !name.Contains((byte)'/') && !name.Contains((byte)0) && !name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8);
}
