namespace Postrun.Doubles;

/// <summary>What a client said.</summary>
/// <param name="Number">From 0, in the order in which requests were read whole.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Names in lower case.</param>
public sealed record OpaRequest(int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>What an OPA server says to it.</summary>
public sealed record OpaResponse(int Status, string Body);
