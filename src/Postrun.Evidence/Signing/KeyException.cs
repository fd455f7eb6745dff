namespace Postrun.Evidence;

/// <summary>A key cannot be used; the message is one line for a person and carries nothing of the key.</summary>
public sealed class KeyException(string message) : Exception(message);
