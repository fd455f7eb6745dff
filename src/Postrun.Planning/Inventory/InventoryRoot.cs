using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>A root that is walked.</summary>
/// <param name="Package">The package directory relative to the workspace root; <see langword="null"/> where it is not beneath it.</param>
internal sealed record InventoryRoot(int Number, PlanRoot Plan, DirectoryHandle Handle, UnixPath? Package)
{
    public UnixPath Absolute(ReadOnlySpan<byte> relative) => Plan.Path.Join(relative);
}
