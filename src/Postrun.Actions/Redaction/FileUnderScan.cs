using Microsoft.Win32.SafeHandles;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>A file that is being looked through.</summary>
/// <param name="Directory">Open; all that is done to the file is done by its name in here.</param>
/// <param name="Path">Of the directory, relative to the root.</param>
/// <param name="File">Open for reading.</param>
/// <param name="Stat">Of the open file, before the first byte was read.</param>
internal sealed record FileUnderScan(
    int Root, DirectoryHandle Directory, UnixPath Path, byte[] Name, int Step, FindingPlace Place, SafeFileHandle File, FileStat Stat);
