namespace Postrun.Rego;

/// <param name="Path">Relative, with slashes, without <c>.</c> and <c>..</c>.</param>
public sealed record BundleFile(string Path, byte[] Content);

/// <summary>A bundle that cannot be read; the message says what is wrong with which file.</summary>
public sealed class BundleException(string message) : Exception(message);
