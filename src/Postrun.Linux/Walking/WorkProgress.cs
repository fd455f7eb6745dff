namespace Postrun.Linux;

/// <summary>How far long work has come, for somebody who looks at it from another thread now and then.</summary>
public sealed class WorkProgress
{
    private long done;
    private long expected;

    /// <summary>Entries that are done; those of a file system that is looked at twice count twice.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Entries that are to be done as far as that is known by now; 0 where it is not.</summary>
    public long Expected => Interlocked.Read(ref expected);

    public void Add(long entries) => Interlocked.Add(ref done, entries);

    public void Expect(long entries) => Interlocked.Add(ref expected, entries);
}
