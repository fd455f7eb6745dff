namespace Postrun.Actions;

/// <summary>Another process works on the file.</summary>
public sealed class FileBusyException(string message) : IOException(message);
