using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>
/// The payload of <see cref="JournalFrameKind.Redacting"/> as JSON: a copy of a file is about to be written beside it, under a name
/// that nobody knew before.
/// </summary>
/// <param name="Directory">Relative to the root.</param>
/// <param name="DirectoryInode">As text, because JSON numbers end at 2^53. So are the other inodes.</param>
/// <param name="DirectoryIsOurs">The directory had not changed since it was planned: that it changes from now on is our own doing.</param>
/// <param name="Inode">Of the original.</param>
public sealed record RedactionIntent(
    int Root, UnixPath Directory, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] ulong DirectoryInode,
    bool DirectoryIsOurs, UnixPath Name, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] ulong Inode, UnixPath Temporary);

/// <summary>
/// The payload of <see cref="JournalFrameKind.Replacing"/> as JSON: the copy is complete, and is about to take the place of the
/// original.
/// </summary>
/// <param name="Temporary">As in the intent.</param>
/// <param name="Inode">Of the copy.</param>
/// <param name="Findings">What is true once it stands there.</param>
public sealed record ReplacementIntent(
    UnixPath Temporary, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] ulong Inode, FileFindings Findings);

/// <summary>The payload of <see cref="JournalFrameKind.Redacted"/> as JSON: nothing has the temporary name any more.</summary>
/// <param name="Replaced">Whether the copy stands in the place of the original.</param>
/// <param name="Lost">As in <see cref="FileFindings.Lost"/>; where it was settled after a crash, nobody knows.</param>
public sealed record RedactionEnd(UnixPath Temporary, bool Replaced, ImmutableArray<string> Lost);

/// <summary>The payload of <see cref="JournalFrameKind.Scanned"/> as JSON: how much of what stays was looked through in a round.</summary>
/// <param name="Files">Regular files that were read to their end, or as far as it took to see that they are no text.</param>
/// <param name="Binary">Those of them that are no text.</param>
/// <param name="Unread">Those that could not be read.</param>
/// <param name="Complete">Nothing cut it short.</param>
public sealed record ScanTotals(long Files, long Bytes, long Binary, long Unread, bool Complete);
