namespace Postrun.Actions;

/// <summary>What came of a request to an issuer.</summary>
/// <param name="Status">Of HTTP; 0 where there was no answer that could be read. That of a redirect comes with a problem.</param>
/// <param name="Body">At most what the client reads; empty where there was none.</param>
/// <param name="Problem">What is wrong, for a person and without what the issuer said, where there was no answer: <c>cannot be reached</c>.</param>
public sealed record IssuerAnswer(int Status, ReadOnlyMemory<byte> Body, string? Problem = null)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>What is wrong, in a few words.</summary>
    public string Said => Problem ?? $"HTTP status {Status}";
}
