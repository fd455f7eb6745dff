namespace Postrun.Planning;

/// <summary>What came of one request.</summary>
internal abstract record OpaReply
{
    private OpaReply()
    {
    }

    public sealed record Content(ReadOnlyMemory<byte> Body) : OpaReply;

    /// <param name="Why">Goes on from the address.</param>
    /// <param name="MayPass">Whether the next try may fare better.</param>
    public sealed record Failure(string Why, bool MayPass) : OpaReply;
}
